/** A learner's state to start from: three cards, of which the second also has a defensible place. */

/** @param {string} id @param {{[place: string]: {points: number, reason: string}}} answers @returns {any} */
export function card(id, answers = {}) {
  return { id, text: `The text of ${id}.`, hint: null, question: null, variant_of: null, answers };
}

const ACTIVITY = {
  id: "likes",
  title: "Likes",
  prompt: "Who likes it?",
  closing_question: null,
  categories: [
    { id: "cats", label: "Cats", description: null, overlap_of: null },
    { id: "both", label: "Both", description: null, overlap_of: ["cats", "dogs"] },
    { id: "dogs", label: "Dogs", description: null, overlap_of: null },
  ],
  cards: [
    card("fish", { cats: { points: 1, reason: "It smells." } }),
    card("naps", {
      both: { points: 1, reason: "All do." },
      cats: { points: 0.5, reason: "More so." },
    }),
    card("sticks", { dogs: { points: 1, reason: "They fly." } }),
  ],
};

/** @param {object} [changes] @returns {any} */
export function stateWith(changes = {}) {
  return {
    activity: ACTIVITY,
    mode: "practice",
    rounds: [["fish", "naps", "sticks"]],
    placements: {},
    first_placements: {},
    reasons: {},
    revealed: [],
    round: 0,
    attempts: [],
    history: [],
    reason_first: false,
    ...changes,
  };
}

/**
 * A state that has gone through some moves, as the model would hold it.
 *
 * @param {any} state
 * @param {...((state: any) => object)} moves
 * @returns {any}
 */
export function after(state, ...moves) {
  const now = { ...state };
  for (const move of moves) Object.assign(now, move(now));
  return now;
}

/**
 * What can be done in a sorting exercise: pure functions from a learner's state to what changes in it.
 *
 * Nothing here touches the page or the model, so Node can test it as it is.
 */

const PASS = "pass";
const UNDO_STEPS = 100;

/** @typedef {{id: string, label: string, description: string | null, overlap_of: string[] | null}} Category */
/** @typedef {{points: number, reason: string}} Answer */
/**
 * @typedef {{id: string, text: string, hint: string | null, question: string | null,
 *   variant_of: string | null, answers: {[category: string]: Answer}}} Card
 */
/**
 * @typedef {{id: string, title: string, prompt: string, closing_question: string | null,
 *   categories: Category[], cards: Card[]}} Activity
 */
/** @typedef {{[card: string]: string}} Placements */
/**
 * @typedef {{placements: {[card: string]: string | null}, revealed: {[card: string]: boolean},
 *   first_placements: Placements}} Step
 */
/**
 * @typedef {{activity: Activity, mode: "practice" | "check" | "opinion", rounds: string[][],
 *   placements: Placements, first_placements: Placements, reasons: {[card: string]: string},
 *   revealed: string[], round: number, attempts: {placements: Placements}[], history: Step[],
 *   reason_first: boolean}} SortingState
 */
/** @typedef {Partial<SortingState>} Changes */

/** @type {WeakMap<Activity, {cards: Set<string>, places: Set<string>}>} */
const knownIds = new WeakMap();

/**
 * Keep what still makes sense: a card or a place that the deck no longer has is dropped.
 *
 * @param {Placements} placements
 * @param {Activity} activity
 * @returns {Placements} the same object where there is nothing to drop
 */
function knownPlacements(placements, activity) {
  let known = knownIds.get(activity);
  if (!known) {
    const cards = new Set(activity.cards.map((card) => card.id));
    const places = new Set([PASS, ...activity.categories.map((category) => category.id)]);
    known = { cards, places };
    knownIds.set(activity, known);
  }
  const { cards, places } = known;
  const entries = Object.entries(placements ?? {});
  const kept = entries.filter(([card, place]) => cards.has(card) && places.has(place));
  return kept.length === entries.length && placements ? placements : Object.fromEntries(kept);
}

/** @param {SortingState} state @returns {string[]} the ids of the cards on the table, in order */
function cardsOnTheTable(state) {
  return state.rounds[Math.min(state.round, state.rounds.length - 1)] ?? [];
}

/** @param {SortingState} state @returns {string[]} the cards that still wait in the tray */
function cardsInTheTray(state) {
  return cardsOnTheTable(state).filter((card) => !(card in state.placements));
}

/** @type {WeakMap<string[], Set<string>>} */
const sets = new WeakMap();

/** @param {string[]} list never changed in place @returns {Set<string>} the same, quick to ask */
function asSet(list) {
  const set = sets.get(list) ?? new Set(list);
  sets.set(list, set);
  return set;
}

/**
 * Whether the author's view of a card is open to the learner, who has committed to a place.
 *
 * @param {SortingState} state
 * @param {string} card
 */
function isRevealed(state, card) {
  if (state.mode === "opinion") return false;
  if (asSet(state.revealed).has(card)) return true;
  return state.mode === "practice" && !state.reason_first && card in state.placements;
}

/**
 * The table of points decides, nothing else: a pass, and a card without an answer, count for nothing.
 *
 * @param {SortingState} state
 * @param {Placements} [placements] other placements than the learner's present ones
 * @returns {{points: number, possible: number, passed: number}}
 */
function scoreOf(state, placements = state.placements) {
  const cards = new Map(state.activity.cards.map((card) => [card.id, card]));
  const score = { points: 0, possible: 0, passed: 0 };
  for (const id of cardsOnTheTable(state)) {
    const place = placements[id];
    const answers = cards.get(id)?.answers ?? {};
    if (place === PASS) score.passed += 1;
    else if (place !== undefined && Object.keys(answers).length) {
      score.possible += 1;
      score.points += answers[place]?.points ?? 0;
    }
  }
  return score;
}

/** @param {number} points @returns {string} with a half as the sign that people write */
function inHalves(points) {
  const whole = Math.floor(points);
  return points === whole ? String(whole) : `${whole || ""}½`;
}

/** @param {SortingState} state @returns {number} the points at the first try; a card without one counts as it stands */
function pointsAtFirst(state) {
  return scoreOf(state, { ...state.placements, ...state.first_placements }).points;
}

/**
 * How a placement compares with the author's view.
 *
 * @param {Card} card
 * @param {string | undefined} place
 * @returns {"agrees" | "depends" | "differs" | "passed" | "unplaced"}
 */
function verdictOn(card, place) {
  if (place === undefined) return "unplaced";
  if (place === PASS) return "passed";
  const points = card.answers[place]?.points ?? 0;
  return points === 1 ? "agrees" : points > 0 ? "depends" : "differs";
}

/** @param {SortingState} state @returns {boolean} whether there is nothing left to place or to learn */
function isFinished(state) {
  const cards = cardsOnTheTable(state);
  if (state.mode === "opinion") return cards.every((card) => card in state.placements);
  return cards.every((card) => isRevealed(state, card));
}

/** @param {SortingState} state @returns {number} how many cards must be placed before checking */
function enoughToCheck(state) {
  return Math.ceil(cardsOnTheTable(state).length / 2);
}

/**
 * The step that leads back from here, for the cards that are about to change.
 *
 * @param {SortingState} state
 * @param {string[]} cards
 * @returns {Step[]}
 */
function historyWith(state, cards) {
  /** @type {Step} */
  const step = { placements: {}, revealed: {}, first_placements: {} };
  for (const card of cards) {
    step.placements[card] = state.placements[card] ?? null;
    step.revealed[card] = asSet(state.revealed).has(card);
    if (card in state.first_placements) step.first_placements[card] = state.first_placements[card];
  }
  return [...state.history, step].slice(-UNDO_STEPS);
}

/**
 * @param {SortingState} state
 * @param {string} card
 * @param {string} place a category's id, or `PASS`
 * @returns {Changes}
 */
function placeCard(state, card, place) {
  const { [card]: _moved, ...others } = state.placements;
  /** @type {Changes} */
  const changes = { placements: { ...others, [card]: place }, history: historyWith(state, [card]) };
  if (state.mode === "practice" && !state.reason_first) {
    Object.assign(changes, revealed(state, [card], changes.placements));
  }
  return changes;
}

/**
 * Open the author's view of some cards. What was chosen before that is remembered as the first try.
 *
 * @param {SortingState} state
 * @param {string[]} cards
 * @param {Placements} [placements]
 * @returns {Changes}
 */
function revealed(state, cards, placements = state.placements) {
  const first = { ...state.first_placements };
  for (const card of cards) {
    if (!(card in first) && placements[card] !== undefined) first[card] = placements[card];
  }
  return { revealed: [...new Set([...state.revealed, ...cards])], first_placements: first };
}

/** @param {SortingState} state @param {string[]} cards @returns {Changes} */
function revealCards(state, cards) {
  return { ...revealed(state, cards), history: historyWith(state, cards) };
}

/**
 * Take cards back into the tray, their feedback closed again.
 *
 * @param {SortingState} state
 * @param {string[]} cards
 * @returns {Changes}
 */
function takeBack(state, cards) {
  const back = new Set(cards);
  return {
    placements: Object.fromEntries(
      Object.entries(state.placements).filter(([card]) => !back.has(card)),
    ),
    revealed: state.revealed.filter((card) => !back.has(card)),
    history: historyWith(state, cards),
  };
}

/** @param {SortingState} state @returns {string[]} the cards whose place differs from the author's */
function missedCards(state) {
  const cards = new Map(state.activity.cards.map((card) => [card.id, card]));
  return cardsOnTheTable(state).filter((id) => {
    const card = cards.get(id);
    return card && isRevealed(state, id) && verdictOn(card, state.placements[id]) === "differs";
  });
}

/** @param {SortingState} state @returns {Changes} everything on the table back into the tray */
function startAgain(state) {
  const cards = cardsOnTheTable(state);
  const first = { ...state.first_placements };
  for (const card of cards) delete first[card];
  return { ...takeBack(state, cards), first_placements: first };
}

/** @param {SortingState} state @returns {Changes} the same cards once more, this attempt kept beside */
function sortAgain(state) {
  const cards = cardsOnTheTable(state);
  const placements = Object.fromEntries(
    cards.flatMap((card) => (card in state.placements ? [[card, state.placements[card]]] : [])),
  );
  return { ...startAgain(state), attempts: [...state.attempts, { placements }], history: [] };
}

/** @param {SortingState} state @returns {Changes} the next cards of the bank */
function dealNextRound(state) {
  return { round: (state.round + 1) % state.rounds.length, history: [] };
}

/** @param {SortingState} state @returns {Changes} one step back; what was tried first stays known */
function undoStep(state) {
  const history = [...state.history];
  const step = history.pop();
  if (!step) return {};
  const placements = { ...state.placements };
  for (const [card, place] of Object.entries(step.placements)) {
    if (place === null) delete placements[card];
    else placements[card] = place;
  }
  const open = new Set(state.revealed);
  for (const [card, was] of Object.entries(step.revealed)) {
    if (was) open.add(card);
    else open.delete(card);
  }
  return {
    placements,
    revealed: [...open],
    first_placements: { ...step.first_placements, ...state.first_placements },
    history,
  };
}

/**
 * The cards that stand elsewhere than at the latest earlier attempt with the same cards.
 *
 * @param {SortingState} state
 * @returns {{card: string, from: string, to: string}[] | null} `null` where there is nothing to compare
 */
function whatMoved(state) {
  const cards = cardsOnTheTable(state);
  const earlier = [...state.attempts]
    .reverse()
    .find((attempt) => cards.some((card) => card in attempt.placements));
  if (!earlier) return null;
  return cards
    .filter((card) => earlier.placements[card] && state.placements[card])
    .map((card) => ({ card, from: earlier.placements[card], to: state.placements[card] }))
    .filter(({ from, to }) => from !== to);
}

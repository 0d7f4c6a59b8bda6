/** What an opinion scale knows: two rounds of answers to the same statements, and what moved between them. */

/**
 * @typedef {{[statement: string]: number}} Stands the point chosen for each statement, from 1
 * @typedef {{id: string, text: string}} Statement
 * @typedef {{id: string, title: string, prompt: string, points: string[], statements: Statement[], closing_question?: string}} OpinionActivity
 * @typedef {{activity: OpinionActivity, before: Stands, after: Stands, again: boolean, answering: boolean}} OpinionState
 * @typedef {"first" | "kept" | "second" | "compared"} OpinionStage
 * @typedef {{statement: Statement, from: number | null, to: number | null}} Move
 */

const OPINION_TRAITS = ["activity", "before", "after", "again", "answering"];

/** @param {WidgetModel} model @returns {OpinionState} */
function opinionState(model) {
  return /** @type {any} */ (
    Object.fromEntries(OPINION_TRAITS.map((trait) => [trait, model.get(trait)]))
  );
}

/**
 * The point that was chosen for a statement, if the scale still has it.
 *
 * @param {OpinionActivity} activity
 * @param {Stands} stands
 * @param {string} statement
 * @returns {number | null}
 */
function pointOf({ points }, stands, statement) {
  const point = stands[statement];
  return Number.isInteger(point) && point >= 1 && point <= points.length ? point : null;
}

/** @param {OpinionActivity} activity @param {Stands} stands @returns {number} how many statements have an answer */
function countAnswered(activity, stands) {
  return activity.statements.filter(({ id }) => pointOf(activity, stands, id) !== null).length;
}

/** @param {OpinionState} state @returns {"before" | "after"} the trait that is filled now */
function roundOf({ again }) {
  return again ? "after" : "before";
}

/**
 * Where the learner is. A page that opens with answers in it does not show them for a start.
 *
 * @param {OpinionState} state
 * @returns {OpinionStage}
 */
function opinionStage(state) {
  const open = state.answering || !countAnswered(state.activity, state[roundOf(state)]);
  if (state.again) return open ? "second" : "compared";
  return open ? "first" : "kept";
}

/** @param {OpinionState} state @param {string} statement @param {number | null} point @returns {Partial<OpinionState>} */
function takeStand(state, statement, point) {
  const round = roundOf(state);
  const { [statement]: _, ...others } = state[round];
  return { [round]: point === null ? others : { ...others, [statement]: point }, answering: true };
}

/**
 * Set the two rounds side by side.
 *
 * @param {OpinionState} state
 * @returns {Move[]} one for each statement that was answered at least once
 */
function movesOf({ activity, before, after }) {
  return activity.statements
    .map((statement) => ({
      statement,
      from: pointOf(activity, before, statement.id),
      to: pointOf(activity, after, statement.id),
    }))
    .filter(({ from, to }) => from !== null || to !== null);
}

/** @param {Move} move @param {string[]} points @returns {string} */
function moveInWords({ from, to }, points) {
  /** @param {number} point */
  const label = (point) => points[point - 1];
  if (from === null) return to === null ? "" : say("only_later", { point: label(to) });
  if (to === null) return say("only_first", { point: label(from) });
  return from === to
    ? say("stayed_at", { point: label(to) })
    : say("moved_from_to", { from: label(from), to: label(to) });
}

/** @param {Move[]} moves @returns {string} */
function movesInWords(moves) {
  const twice = moves.filter(({ from, to }) => from !== null && to !== null);
  const moved = twice.filter(({ from, to }) => from !== to).length;
  if (!twice.length) return say("none_twice");
  if (!moved) return say("all_stayed");
  const stayed = twice.length - moved;
  return [say("did_move", { count: moved }), stayed ? say("did_stay", { count: stayed }) : ""]
    .join(" ")
    .trim();
}

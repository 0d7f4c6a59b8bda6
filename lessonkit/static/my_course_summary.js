/**
 * How far a learner has come: one rule for each kind of activity, and nothing that draws.
 *
 * Python's rule is the same; tests/golden_progress.json holds both to it. Answers come from files
 * that people bring along, so any value may stand anywhere.
 */

/**
 * @typedef {"no" | "begun" | "yes"} Done
 * @typedef {{[name: string]: any}} AnyMap
 * @typedef {object} CoursePart what there is to answer in an activity, as far as its kind needs it
 * @property {string} kind
 * @property {string} title
 * @property {{id: string, text: string, holds: string[]}[]} [questions]
 * @property {"practice" | "check" | "opinion"} [mode]
 * @property {string[]} [places]
 * @property {{id: string, text: string, points: {[place: string]: number}}[]} [cards]
 * @property {string[]} [points]
 * @property {{id: string, text: string}[]} [statements]
 * @property {SentencePart[]} [parts]
 * @property {string[]} [ids]
 * @typedef {{key: string, part?: string, title?: string, cards?: number, again?: boolean}} CourseStep
 * @typedef {{id: string, title: string, notebook: string, activities: CourseStep[]}} CourseLesson
 * @typedef {{id: string, title: string, prompt?: string, lessons: CourseLesson[], parts: {[id: string]: CoursePart}}} CourseActivity
 * @typedef {{partsDone: number, parts: number, points: number | null, possible: number | null, again: string[]}} Look
 * @typedef {Look & {done: Done}} StepSummary
 * @typedef {{done: Done, steps: StepSummary[]}} LessonSummary
 */

/**
 * @typedef {object} CourseRule
 * @property {(part: any, values: AnyMap, step: CourseStep) => Look} look
 * @property {(parts: number) => number} enough of how many parts the activity counts as done
 * @property {string} counted the words that say how many
 * @property {boolean} [invited] a lesson is done without it, too: it is private, or a gift
 */

/** @param {number} parts */
const all = (parts) => parts;
/** @param {number} parts */
const half = (parts) => Math.ceil(parts / 2);
const one = () => 1;
/** Nobody has to mark every item of a map. @param {number} parts */
const few = (parts) => Math.min(3, parts);

/** @type {{[kind: string]: CourseRule}} */
const COURSE_RULES = {
  "quick-check": { look: lookAtChecks, enough: all, counted: "count_questions" },
  sorting: { look: lookAtCards, enough: all, counted: "count_cards" },
  "opinion-scale": { look: lookAtStands, enough: all, counted: "count_statements" },
  "sentence-builder": { look: lookAtSentence, enough: all, counted: "count_needed" },
  "card-explorer": { look: lookAtIds("opened"), enough: half, counted: "count_opened" },
  "evidence-plot": { look: lookAtIds("looked_at"), enough: half, counted: "count_looks" },
  dialogue: { look: lookAtIds("endings"), enough: one, counted: "count_endings" },
  "comfort-map": { look: lookAtMarks, enough: few, counted: "count_marks", invited: true },
  reflection: { look: lookAtTexts, enough: one, counted: "count_texts", invited: true },
  planner: { look: lookAtPlan, enough: one, counted: "count_placed", invited: true },
};

/** @param {string} trait @returns {CourseRule["look"]} how many of the ids a list names */
function lookAtIds(trait) {
  return ({ ids }, values) => among(ids, values[trait]);
}

/** @param {unknown} value @returns {AnyMap} */
function mapOf(value) {
  return isMap(value) ? /** @type {AnyMap} */ (value) : {};
}

/** @param {unknown} value @returns {boolean} */
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {any[]} */
function listOf(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {unknown} value @param {string} name @returns {any} */
function entryOf(value, name) {
  return isMap(value) && Object.hasOwn(/** @type {AnyMap} */ (value), name)
    ? /** @type {AnyMap} */ (value)[name]
    : undefined;
}

/** @param {unknown} value @returns {boolean} whether a learner has left anything in it */
function isSomething(value) {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value === "object" && value !== null) return Object.values(value).some(isSomething);
  return Boolean(value);
}

/** @param {unknown} value @returns {{[name: string]: string}} those that are texts with something in them */
function textsOf(value) {
  const texts = Object.entries(mapOf(value)).filter(([, text]) => typeof text === "string");
  return Object.fromEntries(texts.filter(([, text]) => text.trim()));
}

/** @param {number} partsDone @param {number} parts @param {Partial<Look>} [more] @returns {Look} */
function lookOf(partsDone, parts, more = {}) {
  return { partsDone, parts, points: null, possible: null, again: [], ...more };
}

/** @param {string[]} ids @param {unknown} found @returns {Look} */
function among(ids, found) {
  return lookOf(ids.filter((id) => listOf(found).includes(id)).length, ids.length);
}

/** @param {Required<Pick<CoursePart, "questions">>} part @param {AnyMap} values @returns {Look} */
function lookAtChecks({ questions }, { attempts, revealed }) {
  /** @param {string} id */
  const firstTry = (id) => listOf(listOf(entryOf(attempts, id))[0]);
  const checked = questions.filter(({ id }) => firstTry(id).length);
  const missed = checked.filter(({ id, holds }) => {
    const chosen = new Set(firstTry(id).filter((option) => typeof option === "string"));
    return chosen.size !== holds.length || holds.some((option) => !chosen.has(option));
  });
  const answered = questions.filter(
    ({ id }) => firstTry(id).length || listOf(revealed).includes(id),
  );
  const scored = checked.length
    ? { points: checked.length - missed.length, possible: checked.length }
    : {};
  const again = missed.map(({ id }) => id);
  return lookOf(answered.length, questions.length, { ...scored, again });
}

/** @param {Required<Pick<CoursePart, "mode" | "places" | "cards">>} part @param {AnyMap} values @param {CourseStep} step @returns {Look} */
function lookAtCards({ mode, places, cards }, values, { cards: dealt = cards.length }) {
  /** @type {Activity} */
  const activity = /** @type {any} */ ({
    categories: places.map((id) => ({ id })),
    cards: cards.map(({ id, points }) => ({ id, answers: inAnswers(points) })),
  });
  const placements = knownPlacements(mapOf(values.placements), activity);
  /** @type {SortingState} */
  const state = /** @type {any} */ ({
    activity,
    mode,
    placements,
    rounds: [cards.map(({ id }) => id)],
    round: 0,
    revealed: listOf(values.revealed),
    reason_first: values.reason_first === true,
  });
  // Right and wrong are held back until the learner has seen the author's view.
  const open = Object.entries(placements).filter(([card]) => isRevealed(state, card));
  const { points, possible } = scoreOf(state, Object.fromEntries(open));
  const placed = cards.filter(({ id }) => id in placements).length;
  // Further rounds of a bank are a gift, and nothing that is left to do.
  return lookOf(
    Math.min(placed, dealt),
    dealt,
    possible
      ? { points, possible, again: missedCards(state).filter((id) => id in placements) }
      : {},
  );
}

/** @param {{[place: string]: number}} points @returns {{[place: string]: {points: number}}} */
function inAnswers(points) {
  return Object.fromEntries(
    Object.entries(points).map(([place, each]) => [place, { points: each }]),
  );
}

/** @param {any} part @param {AnyMap} values @returns {Look} */
function lookAtStands(part, { before }) {
  return lookOf(countAnswered(part, mapOf(before)), part.statements.length);
}

/** @param {Required<Pick<CoursePart, "parts">>} part @param {AnyMap} values @returns {Look} */
function lookAtSentence({ parts }, { choices, own_words }) {
  const needed = parts.filter(({ optional }) => !optional).length;
  const left = stillNeeded(parts, textsByPart(choices), textsByPart(own_words)).length;
  return lookOf(needed - left, needed);
}

/** @param {Required<Pick<CoursePart, "ids">>} part @param {AnyMap} values @returns {Look} */
function lookAtMarks({ ids }, { answers, notes }) {
  return among(ids, Object.keys({ ...textsOf(answers), ...textsOf(notes) }));
}

/** @param {any} part @param {AnyMap} values @returns {Look} */
function lookAtTexts(part, { texts }) {
  return lookOf(answersIn(part, mapOf(texts)).length, part.questions.length);
}

/** @param {Required<Pick<CoursePart, "ids">>} part @param {AnyMap} values @returns {Look} */
function lookAtPlan({ ids }, { plan, own_acts }) {
  const placed = listOf(plan).map((entry) => entryOf(entry, "act"));
  return among([...ids, ...Object.keys(textsOf(own_acts))], placed);
}

/** @param {CourseActivity} course @param {CourseStep} step @returns {CoursePart} what there is to answer */
function partOf({ parts }, { key, part = key }) {
  return parts[part];
}

/**
 * The answers of an activity. Where an opinion scale is shown again, its second round counts.
 *
 * @param {CourseActivity} course
 * @param {CourseStep} step
 * @param {unknown} answers those of the whole course
 * @returns {AnyMap}
 */
function answersTo(course, step, answers) {
  const values = mapOf(entryOf(answers, step.key));
  return step.again && partOf(course, step).kind === "opinion-scale"
    ? { before: values.after }
    : values;
}

/** @param {CourseActivity} course @param {CourseStep} step @param {unknown} answers @returns {StepSummary} */
function summaryOfStep(course, step, answers) {
  const part = partOf(course, step);
  const { look, enough } = COURSE_RULES[part.kind];
  const values = answersTo(course, step, answers);
  const found = look(part, values, step);
  const begun = found.partsDone > 0 || isSomething(values) ? "begun" : "no";
  return { ...found, done: found.partsDone >= enough(found.parts) ? "yes" : begun };
}

/** @param {CourseActivity} course @param {unknown} answers @returns {LessonSummary[]} */
function summaryOfCourse(course, answers) {
  return course.lessons.map(({ activities }) => {
    const steps = activities.map((step) => summaryOfStep(course, step, answers));
    const invited = activities.map((step) => COURSE_RULES[partOf(course, step).kind].invited);
    const needed = steps.filter((_, index) => !invited[index]);
    // A lesson that only invites is done once one of its invitations was taken up.
    const done = needed.length
      ? needed.every((step) => step.done === "yes")
      : steps.some((step) => step.done === "yes");
    const begun = steps.some((step) => step.done !== "no") ? "begun" : "no";
    return { steps, done: done ? "yes" : begun };
  });
}

/** @param {CourseActivity} course @param {CourseStep} step @returns {string} what the activity is called here */
function titleOf(course, step) {
  return step.title ?? partOf(course, step).title;
}

/** @param {CourseActivity} course @param {CourseStep} step @param {string[]} ids @returns {string[]} the beginnings of their texts */
function textsToLookAt(course, step, ids) {
  const { questions = [], cards = [] } = partOf(course, step);
  return [...questions, ...cards].filter(({ id }) => ids.includes(id)).map(({ text }) => text);
}

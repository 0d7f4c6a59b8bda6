/**
 * How much of an activity, and so of a lesson, is done. It takes the ids of what there is to answer,
 * and no words: the marks in the sidebar and the look back at the course both count by it.
 *
 * Python's rule is the same; tests/golden_progress.json holds both to it. Answers come from files
 * that people bring along, so any value may stand anywhere.
 */

/**
 * @typedef {"no" | "begun" | "yes"} Done
 * @typedef {{[name: string]: any}} AnyMap
 * @typedef {object} Countable an activity in a lesson, as far as it takes to count what is done
 * @property {string} key what its answers are kept under
 * @property {string} kind
 * @property {string[]} ids of the parts that there are to answer
 * @property {string[]} [places] of a sorting exercise, where a card can lie
 * @property {number} [cards] how many of its cards are dealt
 * @property {number} [points] of an opinion scale, how many there are
 * @property {{[part: string]: string[]}} [options] of a sentence, the ids of each part's wordings
 * @property {boolean} [again] whether an earlier lesson shows it, too
 * @typedef {{done: Done, partsDone: number, parts: number}} Progress
 */

/**
 * @typedef {object} CourseRule
 * @property {(values: AnyMap, activity: Countable) => (id: string) => boolean} isDone
 * @property {(values: AnyMap) => string[]} [more] parts that a learner has added
 * @property {(parts: number) => number} enough of how many parts the activity counts as done
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
  "quick-check": {
    isDone:
      ({ attempts, revealed }) =>
      (id) =>
        firstTry(attempts, id).length > 0 || listOf(revealed).includes(id),
    enough: all,
  },
  sorting: {
    isDone:
      ({ placements }, { places = [] }) =>
      (id) =>
        places.includes(entryOf(placements, id)),
    enough: all,
  },
  "opinion-scale": {
    isDone:
      ({ before }, { points = 0 }) =>
      (id) =>
        Number.isInteger(entryOf(before, id)) && before[id] >= 1 && before[id] <= points,
    enough: all,
  },
  "sentence-builder": { isDone: hasWords, enough: all },
  "card-explorer": { isDone: ({ opened }) => isAmong(opened), enough: half },
  "evidence-plot": { isDone: ({ looked_at }) => isAmong(looked_at), enough: half },
  dialogue: { isDone: ({ endings }) => isAmong(endings), enough: one },
  "comfort-map": {
    isDone: ({ answers, notes }) =>
      isAmong(Object.keys({ ...textsOf(answers), ...textsOf(notes) })),
    enough: few,
    invited: true,
  },
  reflection: {
    isDone: ({ texts }) => isAmong(Object.keys(textsOf(texts))),
    enough: one,
    invited: true,
  },
  planner: {
    isDone: ({ plan }) => isAmong(listOf(plan).map((entry) => entryOf(entry, "act"))),
    more: ({ own_acts }) => Object.keys(textsOf(own_acts)),
    enough: one,
    invited: true,
  },
};

/**
 * @param {Countable} activity
 * @param {unknown} answers those of the whole course
 * @returns {Progress}
 */
function progressOf(activity, answers) {
  const values = answersTo(activity, answers);
  const { isDone, enough, more = () => [] } = COURSE_RULES[activity.kind];
  const ids = [...activity.ids, ...more(values)];
  // Further rounds of a bank of cards are a gift, and nothing that is left to do.
  const parts = activity.cards ?? ids.length;
  const partsDone = Math.min(ids.filter(isDone(values, activity)).length, parts);
  const begun = partsDone > 0 || isSomething(values) ? "begun" : "no";
  return { done: partsDone >= enough(parts) ? "yes" : begun, partsDone, parts };
}

/**
 * @param {{kind: string}[]} activities those of one lesson
 * @param {{done: Done}[]} progress that of each
 * @returns {Done}
 */
function lessonDone(activities, progress) {
  const needed = progress.filter((_, index) => !COURSE_RULES[activities[index].kind].invited);
  // A lesson that only invites is done once one of its invitations was taken up.
  const done = needed.length
    ? needed.every((each) => each.done === "yes")
    : progress.some((each) => each.done === "yes");
  const begun = progress.some((each) => each.done !== "no") ? "begun" : "no";
  return done ? "yes" : begun;
}

/** The answers of an activity. Where an opinion scale is shown again, its second round counts. @param {Countable} activity @param {unknown} answers @returns {AnyMap} */
function answersTo({ key, kind, again }, answers) {
  const values = mapOf(entryOf(answers, key));
  return again && kind === "opinion-scale" ? { before: values.after } : values;
}

/** @param {unknown} attempts @param {string} question @returns {any[]} the options that were chosen first */
function firstTry(attempts, question) {
  return listOf(listOf(entryOf(attempts, question))[0]);
}

/** @param {AnyMap} values @param {Countable} activity @returns {(part: string) => boolean} */
function hasWords({ choices, own_words }, { options = {} }) {
  return (part) => {
    const choice = entryOf(choices, part);
    if (choice !== "own") return options[part].includes(choice);
    const own = entryOf(own_words, part);
    return typeof own === "string" && /[^ \t\n\r\f\v]/.test(own);
  };
}

/** @param {unknown} found @returns {(id: string) => boolean} */
function isAmong(found) {
  return (id) => listOf(found).includes(id);
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

/**
 * How far a learner has come, in more words than a count: points, and what to look at again. Nothing
 * here draws. Parts to go in front: `sorting_moves`, `course_progress`, which counts what is done.
 *
 * Python's rule is the same; tests/golden_progress.json holds both to it.
 */

/**
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
 * @typedef {{points: number | null, possible: number | null, again: string[]}} Score
 * @typedef {Progress & Score} StepSummary
 * @typedef {{done: Done, steps: StepSummary[]}} LessonSummary
 */

/** The words that say how many parts of an activity are done. @type {{[kind: string]: string}} */
const COUNTED_AS = {
  "quick-check": "count_questions",
  sorting: "count_cards",
  "opinion-scale": "count_statements",
  "sentence-builder": "count_needed",
  "card-explorer": "count_opened",
  "evidence-plot": "count_looks",
  dialogue: "count_endings",
  "comfort-map": "count_marks",
  reflection: "count_texts",
  planner: "count_placed",
};

/** @type {Score} */
const NO_SCORE = { points: null, possible: null, again: [] };

/** The kinds in which an answer can hold or not. @type {{[kind: string]: (part: any, values: AnyMap) => Score}} */
const SCORED = { "quick-check": scoreOfChecks, sorting: scoreOfCards };

/** @param {Required<Pick<CoursePart, "questions">>} part @param {AnyMap} values @returns {Score} */
function scoreOfChecks({ questions }, { attempts }) {
  const checked = questions.filter(({ id }) => firstTry(attempts, id).length);
  const missed = checked.filter(({ id, holds }) => {
    const chosen = new Set(firstTry(attempts, id).filter((option) => typeof option === "string"));
    return chosen.size !== holds.length || holds.some((option) => !chosen.has(option));
  });
  if (!checked.length) return NO_SCORE;
  const again = missed.map(({ id }) => id);
  return { points: checked.length - missed.length, possible: checked.length, again };
}

/** @param {Required<Pick<CoursePart, "mode" | "places" | "cards">>} part @param {AnyMap} values @returns {Score} */
function scoreOfCards({ mode, places, cards }, values) {
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
  if (!possible) return NO_SCORE;
  return { points, possible, again: missedCards(state).filter((id) => id in placements) };
}

/** @param {{[place: string]: number}} points @returns {{[place: string]: {points: number}}} */
function inAnswers(points) {
  return Object.fromEntries(
    Object.entries(points).map(([place, each]) => [place, { points: each }]),
  );
}

/** @param {CourseActivity} course @param {CourseStep} step @returns {CoursePart} what there is to answer */
function partOf({ parts }, { key, part = key }) {
  return parts[part];
}

/** @param {CourseActivity} course @param {CourseStep} step @returns {Countable} no more of it than it takes to count */
function countableOf(course, step) {
  const { kind, ids, questions, places, cards, points, statements, parts } = partOf(course, step);
  const needed = parts?.filter(({ optional }) => !optional);
  const counted = questions ?? cards ?? statements ?? needed ?? [];
  return {
    key: step.key,
    kind,
    ids: ids ?? counted.map(({ id }) => id),
    places: places && [PASS, ...places],
    cards: step.cards,
    points: points?.length,
    options:
      needed &&
      Object.fromEntries(needed.map(({ id, options }) => [id, options.map((each) => each.id)])),
    again: step.again,
  };
}

/** @param {CourseActivity} course @param {CourseStep} step @param {unknown} answers @returns {StepSummary} */
function summaryOfStep(course, step, answers) {
  const activity = countableOf(course, step);
  const score = SCORED[activity.kind] ?? (() => NO_SCORE);
  return {
    ...progressOf(activity, answers),
    ...score(partOf(course, step), answersTo(activity, answers)),
  };
}

/** @param {CourseActivity} course @param {unknown} answers @returns {LessonSummary[]} */
function summaryOfCourse(course, answers) {
  return course.lessons.map(({ activities }) => {
    const steps = activities.map((step) => summaryOfStep(course, step, answers));
    const parts = activities.map((step) => partOf(course, step));
    return { steps, done: lessonDone(parts, steps) };
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

/** Keeps the answers that learners give on a page, and shows what is kept. */

/** @type {Map<string, {[trait: string]: any} | undefined>} the answers of activities that are still to come */
const awaitedAnswers = new Map();
const liveAnswers = self.lessonkitPage?.answers ?? makePassingAnswers();

/** @returns {Pick<AnswerStore, "read" | "write" | "setAside" | "progress" | "replace" | "remembered" | "remember" | "listen">} answers for as long as the page is open */
function makePassingAnswers() {
  /** @type {{[activity: string]: any}} */
  const answers = {};
  return {
    read: (activity) => answers[activity],
    write: (activity, values) => Object.assign(answers, { [activity]: values }),
    setAside() {},
    progress: () => ({ format: "", version: 0, course: "", saved: "", answers: { ...answers } }),
    replace() {},
    remembered: () => null,
    remember() {},
    listen() {},
  };
}

/** @param {LiveState} state @returns {LiveState} the learner's traits */
function answersIn({ learner_traits = [], ...state }) {
  return Object.fromEntries(
    learner_traits.map((/** @type {string} */ name) => [name, state[name]]),
  );
}

/** @param {LiveState} state @returns {string | undefined} what the answers are kept under */
function activityOf({ activity_key, learner_traits }) {
  return learner_traits?.length && activity_key ? activity_key : undefined;
}

/**
 * Do what a front end has asked for: keep the learner's answers, or replace those of the course.
 *
 * @param {LiveState} state
 * @param {Set<string>} changed the traits that the front end has set
 */
function saveAnswers(state, changed) {
  const isChanged = (/** @type {string} */ name) => changed.has(name);
  if (changed.has("course_progress")) {
    liveAnswers.replace(state.course_progress);
    showAnswers();
  } else if (activityOf(state) && state.learner_traits.some(isChanged)) {
    writeAnswers(state);
  }
  if (changed.has("course_remembered")) liveAnswers.remember(Boolean(state.course_remembered));
  tellCourse();
}

/** Keep what a learner has done, beside what another edition of the activity has kept. @param {LiveState} state */
function writeAnswers(state) {
  const { activity_key: activity } = state;
  liveAnswers.write(activity, { ...liveAnswers.read(activity), ...answersIn(state) });
}

/**
 * Return what is kept of a widget's answers, as far as it fits. The rest is set aside.
 *
 * @param {LiveState} state
 * @param {LiveState} untouched the learner's traits of a new widget
 * @returns {LiveState}
 */
function keptAnswers(state, untouched) {
  const activity = activityOf(state);
  const kept = (activity ? liveAnswers.read(activity) : undefined) ?? {};
  const names = Object.keys(untouched).filter((name) => name in kept);
  const fitting = names.filter(
    (name) => untouched[name] === null || kindOfValue(kept[name]) === kindOfValue(untouched[name]),
  );
  if (activity && fitting.length < names.length) liveAnswers.setAside(activity);
  return Object.fromEntries(fitting.map((name) => [name, kept[name]]));
}

/** Show what is kept now, of one activity or of all. @param {string} [activity] */
function showAnswers(activity) {
  for (const { state, untouched, put } of liveModels.values()) {
    const own = activityOf(state);
    if (own && (!activity || own === activity))
      put({ ...untouched, ...keptAnswers(state, untouched) });
  }
  readAwaitedAnswers();
  tellCourse();
}

/** Keep what this page shows in the tab, now that the device remembers it no longer. */
function keepShownAnswers() {
  for (const { state } of liveModels.values()) if (activityOf(state)) writeAnswers(state);
  for (const [activity, values] of awaitedAnswers) if (values) liveAnswers.write(activity, values);
  tellCourse();
}

/** Read the answers of the activities that are still to come, in case the device lets go of them. */
function readAwaitedAnswers() {
  for (const activity of awaitedAnswers.keys())
    awaitedAnswers.set(activity, liveAnswers.read(activity));
}

/** Let the widgets that show the whole course know how it stands. */
function tellCourse() {
  for (const { state, put } of liveModels.values()) if (showsCourse(state)) put(courseTraits());
}

/** @param {LiveState} state @returns {boolean} */
function showsCourse(state) {
  return "course_progress" in state;
}

function courseTraits() {
  return {
    course_progress: liveAnswers.progress(),
    course_remembered: liveAnswers.remembered(),
    course_page_suffix: ".html",
  };
}

/** The copy that a learner takes away and brings back: a progress document, read as if anything could stand in it. */

const COPY_FORMAT = "lessonkit-progress";
const COPY_VERSION = 1;

/**
 * @typedef {object} CopyFound
 * @property {CourseProgress} document what the course would hold with the copy
 * @property {number} activities to how many activities the copy has answers
 * @property {number} replaced in how many of them other answers would be lost
 * @property {number} notes how many notes that are here would be lost
 * @typedef {{problem: "copy_not_json" | "copy_not_ours" | "copy_too_new" | "copy_other_course", course: string}} CopyProblem
 */

/** @param {unknown} progress @returns {AnyMap} the answers to each activity, as far as there are any */
function givenAnswers(progress) {
  const entries = Object.entries(mapOf(entryOf(progress, "answers")));
  return Object.fromEntries(entries.filter(([, values]) => isMap(values)));
}

/** @param {unknown} progress @param {string} own the key of the notes @returns {string[]} the activities in which a learner has left something */
function touchedActivities(progress, own) {
  const answers = givenAnswers(progress);
  return Object.keys(answers).filter((key) => key !== own && isSomething(answers[key]));
}

/**
 * @param {unknown} progress
 * @param {AnyMap} answers
 * @returns {CourseProgress} the document with these answers
 */
function progressWith(progress, answers) {
  const [course, saved] = ["course", "saved"].map((name) => {
    const value = entryOf(progress, name);
    return typeof value === "string" ? value : "";
  });
  return { format: COPY_FORMAT, version: COPY_VERSION, course, saved, answers };
}

/**
 * @param {unknown} progress
 * @param {string} own the key of the notes
 * @param {unknown} notes as they are now; a host may still be on its way with them
 * @returns {string} what is saved as a file
 */
function progressText(progress, own, notes) {
  const answers = { ...givenAnswers(progress), [own]: { notes: mapOf(notes) } };
  return `${JSON.stringify(progressWith(progress, answers), null, 1)}\n`;
}

/**
 * Read a copy that somebody brings back. What the copy has no answers to stays as it is here.
 *
 * @param {string} text
 * @param {unknown} here the progress as it is
 * @param {string} own the key of the notes
 * @returns {CopyFound | CopyProblem}
 */
function readCopy(text, here, own) {
  /** @type {unknown} */
  let copy;
  try {
    copy = JSON.parse(text);
    // What lies too deep in itself to be written cannot be kept either.
    JSON.stringify(copy);
  } catch {
    return { problem: "copy_not_json", course: "" };
  }
  const version = entryOf(copy, "version");
  const course = entryOf(copy, "course");
  const numbered = Number.isInteger(version) && version >= 1;
  if (entryOf(copy, "format") !== COPY_FORMAT || !numbered)
    return { problem: "copy_not_ours", course: "" };
  if (version > COPY_VERSION) return { problem: "copy_too_new", course: "" };
  if (!isMap(entryOf(copy, "answers"))) return { problem: "copy_not_ours", course: "" };
  const current = progressWith(here, givenAnswers(here));
  if (typeof course === "string" && course && current.course && course !== current.course)
    return { problem: "copy_other_course", course };
  return withCopy(current, progressWith(copy, givenAnswers(copy)), own);
}

/** @param {CourseProgress} current @param {CourseProgress} copy @param {string} own @returns {CopyFound} */
function withCopy(current, copy, own) {
  const touched = touchedActivities(copy, own);
  const replaced = touched.filter(
    (key) =>
      isSomething(entryOf(current.answers, key)) &&
      sameForm(copy.answers[key]) !== sameForm(current.answers[key]),
  );
  const [hereNotes, copyNotes] = [current, copy].map(({ answers }) =>
    textsOf(entryOf(entryOf(answers, own), "notes")),
  );
  const notes = Object.keys(hereNotes).filter(
    (lesson) => Object.hasOwn(copyNotes, lesson) && copyNotes[lesson] !== hereNotes[lesson],
  );
  const taken = Object.entries(copy.answers).filter(
    ([key]) => touched.includes(key) || !Object.hasOwn(current.answers, key),
  );
  const answers = { ...current.answers, ...Object.fromEntries(taken) };
  if (Object.keys(copyNotes).length) answers[own] = { notes: { ...hereNotes, ...copyNotes } };
  return {
    document: { ...copy, course: current.course || copy.course, answers },
    activities: touched.length,
    replaced: replaced.length,
    notes: notes.length,
  };
}

/** @param {unknown} value @returns {string} the same for values that differ only in the order of their keys */
function sameForm(value) {
  return JSON.stringify(value, (_, each) =>
    isMap(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

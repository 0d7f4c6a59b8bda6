/**
 * Shows what is done: beside each lesson in the list of pages, and at the end of a lesson.
 *
 * A script of its own, which comes once there is an answer. Parts to go in front: `elements`,
 * `course_progress`, and `COURSE`, which says for each lesson's page what there is to do in it.
 */

const DONE_SIGNS = { no: "", begun: "◐", yes: "✓" };

/** Paint what is done now, and again whenever an answer changes. @param {BookPage} page */
function startProgressMarks({ name, answers }) {
  const paint = onceAFrame(() => paintMarks(COURSE, answers.progress().answers, name));
  answers.onChange(paint);
  paint();
}

/** @param {() => void} act @returns {() => void} does it in the next frame, once, however often it was asked for */
function onceAFrame(act) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}

/** @param {typeof COURSE} course @param {AnyMap} answers @param {string} here the page that is open */
function paintMarks(course, answers, here) {
  for (const [page, activities] of Object.entries(course)) {
    const progress = activities.map((activity) => progressOf(activity, answers));
    const done = lessonDone(activities, progress);
    for (const mark of document.querySelectorAll(`[data-lesson="${page}"] > .lk-mark`)) {
      paintMark(mark, done);
    }
    if (page === here) paintLessonEnd(activities, progress);
  }
}

/** @param {Element} mark @param {Done} done */
function paintMark(mark, done) {
  const words = done === "no" ? "" : say(`mark_${done}`);
  mark.replaceChildren(
    make("span", { "aria-hidden": "true" }, DONE_SIGNS[done]),
    make("span", { class: "lk-hidden-text" }, words),
  );
}

/** Say how much of the lesson is done, and lead to what is not. @param {Countable[]} activities @param {Progress[]} progress */
function paintLessonEnd(activities, progress) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".lk-lesson-end"));
  if (!place) return;
  const done = progress.filter((each) => each.done === "yes").length;
  const { next, entry } = nextActivity(activities, progress);
  place.hidden = false;
  place.replaceChildren(
    make("p", {}, say("done_here", { done, count: activities.length })),
    wayToActivity(next, entry) ?? "",
  );
}

/**
 * Choose what to go on with: first what the lesson needs, then what it only invites to.
 *
 * @param {Countable[]} activities
 * @param {Progress[]} progress
 * @returns {{next: Countable | undefined, entry: string}} the activity, and the words that lead there
 */
function nextActivity(activities, progress) {
  const left = activities.filter((_, index) => progress[index].done !== "yes");
  const needed = left.find(({ kind }) => !COURSE_RULES[kind].invited);
  return { next: needed ?? left[0], entry: needed ? "next_here" : "invited_here" };
}

/** @param {Countable | undefined} activity @param {string} entry the words of the link @returns {HTMLElement | null} */
function wayToActivity(activity, entry) {
  const slot = activity && document.querySelector(`.lk-widget[data-key="${activity.key}"]`);
  if (!slot) return null;
  slot.id ||= `activity-${activity.key}`;
  const title = slot.querySelector("h2, h3, h4, h5, h6")?.textContent ?? "";
  return make("p", {}, make("a", { href: `#${slot.id}`, dir: "auto" }, say(entry, { title })));
}

/** The whole course as one learner has gone through it, and everything in it that is theirs. */

const COURSE_TRAITS = [
  "activity",
  "notes",
  "course_progress",
  "course_remembered",
  "course_page_suffix",
];

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  /** @type {CourseActivity} */
  const course = model.get("activity");
  const { element: live, announce } = makeAnnouncer();
  const overview = makeOverview();
  const lessons = course.lessons.map(({ id }, index) =>
    makeLesson(course, index, (text) => {
      yours.goOn();
      change({ notes: withText(mapOf(model.get("notes")), id, text) });
    }),
  );
  const root = makeRoot(
    "lk-my-course",
    course,
    overview.element,
    make("div", { class: "lk-lessons" }, ...lessons.map(({ element }) => element)),
  );
  const own = model.get("activity_key") || course.id;
  const yours = makeYours({ model, change, announce, course, own, root });
  root.firstElementChild?.append(yours.element, live);

  /** @returns {CourseState} */
  function read() {
    const answers = givenAnswers(model.get("course_progress"));
    return {
      course,
      answers,
      notes: mapOf(model.get("notes")),
      summaries: summaryOfCourse(course, answers),
      suffix: model.get("course_page_suffix"),
    };
  }

  function paint() {
    const focused = document.activeElement;
    const within = focused !== null && root.contains(focused);
    const state = read();
    overview.paint(state);
    for (const lesson of lessons) lesson.paint(state);
    yours.paint();
    // Another tab, or Python, may have taken away what had the focus.
    if (within && !focused.getClientRects().length) overview.focus();
  }

  // The lesson that comes next lies open at the start; later a learner opens and closes them.
  const next = lessons[lessonToGoOn(read().summaries)];
  if (next) next.element.open = true;
  return { root, paint };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, COURSE_TRAITS, buildView);
}

export default { render };

/** Where a learner is: the way through the course, and lesson by lesson what is done and what came of it. */

/**
 * @typedef {object} CourseState
 * @property {CourseActivity} course
 * @property {AnyMap} answers
 * @property {AnyMap} notes
 * @property {LessonSummary[]} summaries
 * @property {string} suffix how the address of a lesson ends; empty where it has none
 */

/** @param {LessonSummary[]} summaries @returns {string} */
function whereInWords(summaries) {
  /** @param {Done} done */
  const count = (done) => summaries.filter((lesson) => lesson.done === done).length;
  const [done, begun, total] = [count("yes"), count("begun"), summaries.length];
  if (!done && !begun) return say("nothing_yet", { count: total });
  if (done === total) return say("all_done");
  const words = [say("lessons_done", { done, count: total })];
  return [...words, ...(begun ? [say("lessons_begun", { count: begun })] : [])].join(" · ");
}

/** @param {LessonSummary[]} summaries @returns {number} the lesson to go on with, or -1 */
function lessonToGoOn(summaries) {
  return summaries.findIndex(({ done }) => done !== "yes");
}

/**
 * What came of an activity, as far as there is anything to say. Never a grade.
 *
 * @param {CourseActivity} course
 * @param {CourseStep} step
 * @param {StepSummary} summary
 * @param {AnyMap} answers
 * @returns {string[]}
 */
function resultInWords(course, step, { partsDone, parts, points, possible }, answers) {
  const part = partOf(course, step);
  const words = [];
  if (partsDone && partsDone < parts) {
    words.push(say(COUNTED_AS[part.kind], { done: partsDone, count: parts }));
  }
  if (points !== null && possible) {
    const entry = part.kind === "sorting" ? "points_of" : "held_of";
    words.push(say(entry, { points: inHalves(points), count: possible }));
  }
  if (part.kind === "opinion-scale") words.push(...movedInWords(part, entryOf(answers, step.key)));
  return words;
}

/** @param {any} part @param {unknown} values @returns {string[]} */
function movedInWords(part, values) {
  const [before, after] = ["before", "after"].map((round) => mapOf(entryOf(values, round)));
  const moves = movesOf(/** @type {any} */ ({ activity: part, before, after }));
  const twice = moves.some(({ from, to }) => from !== null && to !== null);
  return twice ? [movesInWords(moves)] : [];
}

/**
 * @param {CourseState} state
 * @param {CourseLesson} lesson
 * @param {string} words
 * @param {string} name the link's class
 * @param {string} [unseen] what else a screen reader says, where the words alone do not tell links apart
 * @returns {HTMLElement} a link where the lesson has an address
 */
function makeWay({ suffix }, { notebook }, words, name, unseen = "") {
  if (!suffix) return make("p", { class: "lk-way", dir: "auto" }, words);
  return make(
    "a",
    { class: name, href: `${notebook}${suffix}`, dir: "auto" },
    words,
    unseen ? make("span", { class: "lk-hidden-text" }, `: ${unseen}`) : null,
  );
}

/** @returns {{element: HTMLElement, paint: (state: CourseState) => void, focus: () => void}} */
function makeOverview() {
  const path = make("div", { class: "lk-course-path", "aria-hidden": "true" });
  const where = make("p", { class: "lk-course-where", tabindex: -1 });
  const goOn = make("div", { class: "lk-course-next" });
  let shown = "";
  return {
    element: make(
      "div",
      { class: "lk-course-overview" },
      path,
      where,
      goOn,
      make("p", { class: "lk-small" }, say("leave_out")),
    ),
    focus: () => where.focus(),
    paint(state) {
      const { course, summaries, suffix } = state;
      const states = summaries.map(({ done }) => done);
      const now = [...states, suffix].join();
      // A link that has the focus stays where nothing about it changes.
      if (now === shown) return;
      shown = now;
      path.replaceChildren(
        ...states.map((done, index) =>
          make(
            "span",
            { class: "lk-dot", "data-done": done },
            done === "yes" ? "✓" : `${index + 1}`,
          ),
        ),
      );
      where.textContent = whereInWords(summaries);
      const lesson = course.lessons[lessonToGoOn(summaries)];
      const entry = states.every((done) => done === "no") ? "begin_with" : "go_on_with";
      goOn.replaceChildren(
        lesson
          ? makeWay(state, lesson, say(entry, { lesson: lesson.title }), "lk-go-on")
          : make("p", { class: "lk-way" }, say("come_back")),
      );
    },
  };
}

/**
 * Make a lesson that opens on demand.
 *
 * @param {CourseActivity} course
 * @param {number} index
 * @param {(text: string) => void} write
 * @returns {{element: HTMLDetailsElement, paint: (state: CourseState) => void}}
 */
function makeLesson(course, index, write) {
  const lesson = course.lessons[index];
  const dot = make("span", { class: "lk-dot", "aria-hidden": "true" });
  const done = make("span", { class: "lk-lesson-done lk-small" });
  const steps = lesson.activities.map((step) => makeStep(course, step));
  const way = make("div", { class: "lk-lesson-way" });
  const box = makeTextBox("", write);
  const element = make(
    "details",
    { class: "lk-lesson", "data-lesson": lesson.id },
    make(
      "summary",
      {},
      dot,
      make("span", { class: "lk-lesson-name", dir: "auto" }, `${index + 1}. ${lesson.title}`),
      done,
    ),
    make(
      "div",
      { class: "lk-lesson-more" },
      make("ul", { class: "lk-steps" }, ...steps.map((step) => step.element)),
      way,
      make(
        "label",
        { class: "lk-course-note" },
        make("span", {}, say("note_on", { lesson: lesson.title })),
        box,
      ),
    ),
  );
  let shownSuffix = "unpainted";
  return {
    element,
    paint(state) {
      const summary = state.summaries[index];
      element.dataset.done = dot.dataset.done = summary.done;
      dot.textContent = summary.done === "yes" ? "✓" : "";
      const taken = summary.steps.filter((step) => step.done === "yes").length;
      done.textContent =
        summary.done === "begun"
          ? say("lesson_begun_with", { done: taken, count: summary.steps.length })
          : say(`lesson_${summary.done}`);
      for (const [number, step] of steps.entries()) step.paint(summary.steps[number], state);
      if (state.suffix !== shownSuffix) {
        shownSuffix = state.suffix;
        const entry = state.suffix ? "to_lesson" : "in_notebook";
        const words = say(entry, { notebook: lesson.notebook });
        way.replaceChildren(makeWay(state, lesson, words, "lk-to-lesson", lesson.title));
      }
      const note = entryOf(state.notes, lesson.id);
      showText(box, typeof note === "string" ? note : "");
    },
  };
}

/**
 * @param {CourseActivity} course
 * @param {CourseStep} step
 * @returns {{element: HTMLElement, paint: (summary: StepSummary, state: CourseState) => void}}
 */
function makeStep(course, step) {
  const title = titleOf(course, step);
  const dot = make("span", { class: "lk-dot", "aria-hidden": "true" });
  const state = make("span", { class: "lk-step-state lk-small" });
  const count = make("span");
  const list = make("ul", {});
  const again = make(
    "details",
    { class: "lk-look-again" },
    make("summary", {}, count, make("span", { class: "lk-hidden-text" }, `: ${title}`)),
    list,
  );
  const element = make(
    "li",
    { class: "lk-step", "data-step": step.key },
    dot,
    make("div", {}, make("span", { class: "lk-step-name", dir: "auto" }, title), " ", state, again),
  );
  const { invited } = COURSE_RULES[partOf(course, step).kind];
  return {
    element,
    paint(summary, { answers }) {
      const { done } = summary;
      element.dataset.done = dot.dataset.done = done;
      dot.textContent = done === "yes" ? "✓" : "";
      const entry = done === "no" && invited ? "step_invited" : `step_${done}`;
      state.textContent = [say(entry), ...resultInWords(course, step, summary, answers)].join(
        " · ",
      );
      const texts = textsToLookAt(course, step, summary.again);
      again.hidden = !texts.length;
      count.textContent = say("look_again", { count: texts.length });
      if (list.dataset.ids === summary.again.join()) return;
      list.dataset.ids = summary.again.join();
      list.replaceChildren(...texts.map((text) => make("li", { dir: "auto" }, text)));
    },
  };
}

/** The page that a learner prints: nothing but text, so that it needs no style. */

const PRINTED_SIGNS = { yes: "☑", begun: "◪", no: "☐" };

/**
 * @param {CourseActivity} course
 * @param {unknown} progress
 * @param {{[lesson: string]: string}} notes
 * @param {boolean} withWriting whether notes, reflections and sentences are on it
 * @returns {HTMLElement}
 */
function makeCoursePage(course, progress, notes, withWriting) {
  const answers = givenAnswers(progress);
  const summaries = summaryOfCourse(course, answers);
  const lessons = course.lessons.flatMap((lesson, index) => {
    const { done, steps } = summaries[index];
    const note = withWriting ? (textsOf(notes)[lesson.id] ?? "") : "";
    return [
      make(
        "h2",
        { style: "font-size: 1.15em; break-after: avoid" },
        `${index + 1}. ${lesson.title}`,
      ),
      make("p", {}, say(`lesson_${done}`)),
      make(
        "ul",
        { style: "list-style: none; padding: 0" },
        ...lesson.activities.map((step, number) =>
          makePrintedStep(course, step, steps[number], answers, withWriting),
        ),
      ),
      note ? makeWritten(say("your_note"), note) : null,
    ];
  });
  return make(
    "div",
    { dir: "auto" },
    make("h1", {}, course.title),
    make("p", {}, whereInWords(summaries)),
    ...lessons,
  );
}

/** @param {CourseActivity} course @param {CourseStep} step @param {StepSummary} summary @param {AnyMap} answers @param {boolean} withWriting @returns {HTMLElement} */
function makePrintedStep(course, step, summary, answers, withWriting) {
  const title = titleOf(course, step);
  const state = [say(`step_${summary.done}`), ...resultInWords(course, step, summary, answers)];
  const again = textsToLookAt(course, step, summary.again);
  return make(
    "li",
    { style: "margin: 0.4em 0" },
    `${PRINTED_SIGNS[summary.done]} `,
    make("b", { dir: "auto" }, title),
    ` · ${state.join(" · ")}`,
    again.length
      ? make(
          "div",
          { style: "margin-inline-start: 1.4em" },
          say("look_again", { count: again.length }),
          make("ul", {}, ...again.map((text) => make("li", { dir: "auto" }, text))),
        )
      : null,
    ...printedStands(course, step, answers),
    ...(withWriting ? printedWriting(course, step, answers) : []),
  );
}

/** @param {CourseActivity} course @param {CourseStep} step @param {AnyMap} answers @returns {HTMLElement[]} each statement with the answers to it */
function printedStands(course, step, answers) {
  const part = partOf(course, step);
  if (part.kind !== "opinion-scale") return [];
  const values = mapOf(entryOf(answers, step.key));
  const shownLater = course.lessons.some(({ activities }) =>
    activities.some(({ key, again }) => again && key === step.key),
  );
  // What is shown in two lessons is compared in the second.
  const after = shownLater && !step.again ? {} : mapOf(values.after);
  if (step.again && !isSomething(after)) return [];
  const moves = movesOf(
    /** @type {any} */ ({ activity: part, before: mapOf(values.before), after }),
  );
  const lines = moves.map((move) =>
    make(
      "li",
      {},
      make("span", { dir: "auto" }, move.statement.text),
      " ",
      make("i", {}, moveInWords(move, part.points ?? [])),
    ),
  );
  return lines.length ? [make("ul", {}, ...lines)] : [];
}

/** @param {CourseActivity} course @param {CourseStep} step @param {AnyMap} answers @returns {HTMLElement[]} */
function printedWriting(course, step, answers) {
  const part = partOf(course, step);
  const values = mapOf(entryOf(answers, step.key));
  if (part.kind === "reflection") {
    const written = answersIn(/** @type {any} */ (part), mapOf(values.texts));
    return written.map(({ question, text }) => makeWritten(question, text));
  }
  if (part.kind !== "sentence-builder") return [];
  const own = textsByPart(values.own_words);
  const sentence = sentenceOf(part.parts ?? [], textsByPart(values.choices), own);
  return sentence ? [makeWritten(say("your_sentence"), sentence)] : [];
}

/** @param {string} title @param {string} text @returns {HTMLElement} */
function makeWritten(title, text) {
  return make(
    "div",
    { style: "margin: 0.4em 0 0.8em 1.4em" },
    make("i", { dir: "auto" }, title),
    make("div", { dir: "auto", style: "white-space: pre-wrap" }, text),
  );
}

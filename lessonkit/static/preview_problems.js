/**
 * The list of what is wrong with the file: it goes away when the file is mended, and by nothing else.
 * Parts to go in front: `elements`.
 */

/** @typedef {{file: string, line: number, what: string, rule: string, found: string, fix: string}} FileProblem */

/** @param {string} text @returns {string} the text as a sentence */
function asSentence(text) {
  const [first = ""] = text;
  return `${first.toLocaleUpperCase()}${text.slice(first.length)}${/[.?!…]$/.test(text) ? "" : "."}`;
}

/** @param {FileProblem} problem @returns {string} where it is */
function placeOf({ file, line }) {
  return file ? say("in_line_of_file", { file, line }) : say("in_line", { line });
}

/** @param {FileProblem} problem @returns {HTMLElement} */
function makeProblem(problem) {
  // What was found stands as it is in the file.
  const texts = {
    rule: asSentence(problem.rule),
    found: problem.found,
    fix: asSentence(problem.fix),
  };
  const parts = Object.entries(texts).map(([name, text]) =>
    make("div", {}, make("dt", {}, say(`problem_${name}`)), make("dd", { dir: "auto" }, text)),
  );
  return make(
    "li",
    {},
    make(
      "p",
      { class: "lk-preview-what", dir: "auto" },
      make("strong", {}, placeOf(problem)),
      ` ${asSentence(problem.what)}`,
    ),
    make("dl", {}, ...parts),
  );
}

/** @returns {{element: HTMLElement, paint: (advice: FileProblem[]) => void}} what is right and could be better, closed until somebody asks */
function makeAdvice() {
  const summary = make("summary");
  const list = make("ol");
  const box = make("div", { class: "lk-preview-list", role: "group", tabindex: 0 }, list);
  const details = make("details", {}, summary, box);
  const element = make("section", { class: "lk-preview-advice", hidden: true }, details);
  return {
    element,
    paint(advice) {
      element.hidden = advice.length === 0;
      summary.textContent = say("advice", { count: advice.length });
      element.ariaLabel = summary.textContent;
      box.ariaLabel = summary.textContent;
      list.replaceChildren(...advice.map(makeProblem));
    },
  };
}

/** @returns {{element: HTMLElement, paint: (problems: FileProblem[], isActivityShown: boolean) => void}} */
function makeProblems() {
  const title = make("h2");
  const note = make("p");
  const list = make("ol");
  // It scrolls, so a keyboard has to reach it.
  const element = make(
    "section",
    { class: "lk-preview-problems", tabindex: 0, hidden: true },
    title,
    note,
    list,
  );
  return {
    element,
    paint(problems, isActivityShown) {
      element.hidden = problems.length === 0;
      title.textContent = say("problems", { count: problems.length });
      element.ariaLabel = title.textContent;
      note.textContent = isActivityShown ? say("last_version") : say("no_version");
      list.replaceChildren(...problems.map(makeProblem));
      element.scrollTop = 0;
    },
  };
}

/** What a quick check is made of: one question with its reasons, and the look back at all of them. */

/**
 * @typedef {object} CheckActions what a question's controls set off
 * @property {(question: CheckQuestion, chosen: string[]) => void} choose
 * @property {(question: CheckQuestion, level: string) => void} beSure
 * @property {(question: CheckQuestion) => void} check
 * @property {(question: CheckQuestion) => void} reveal
 * @property {(question: CheckQuestion) => void} again
 */

/**
 * @typedef {object} QuestionPart
 * @property {HTMLElement} box
 * @property {(state: CheckState) => void} paint
 * @property {() => void} focus goes to the options
 * @property {(options: string[]) => void} focusOnReason goes to the first reason of these options
 * @property {(words: string) => void} nudge says what is still to do
 */

/**
 * Make a question.
 *
 * @param {CheckActivity} activity
 * @param {number} index
 * @param {CheckActions} actions
 * @returns {QuestionPart}
 */
function makeQuestion(activity, index, actions) {
  const question = activity.questions[index];
  const options = makeChoices({
    legend: questionLegend(activity, index),
    options: question.options.map(({ id, text }) => ({ id, text })),
    several: question.several,
    choose: (chosen) => actions.choose(question, chosen),
  });
  const reasons = new Map(question.options.map((option) => [option.id, makeReason(option)]));
  for (const [id, reason] of reasons) options.lines.get(id)?.append(reason.element);
  const sureness = makeChoices({
    legend: say("how_sure"),
    options: SURENESS.map((level) => ({ id: level, text: say(`confidence_${level}`) })),
    className: "lk-choices-across lk-check-sure",
    choose: ([level]) => actions.beSure(question, level),
  });
  const wasSure = make("p", { class: "lk-small" });
  const status = make("p", { class: "lk-check-status" });
  const note = question.evidence ? makeEvidenceNote(question.evidence) : null;
  const check = makeButton(say("check_answer"), () => actions.check(question), {
    class: "lk-main",
  });
  const reveal = makeButton(say("show_reasons"), () => actions.reveal(question));
  const again = makeButton(say("answer_again"), () => actions.again(question));
  const box = make(
    "div",
    { class: "lk-check-question", "data-question": question.id },
    options.box,
    sureness.box,
    wasSure,
    note,
    status,
    make("div", { class: "lk-tools" }, check, reveal, again),
  );

  /** @param {CheckState} state */
  function paint(state) {
    const stage = checkStage(state, question);
    const ticked = tickedOptions(state, question);
    const explained = explainedOptions(state, question);
    const checked = state.attempts[question.id]?.slice(-1)[0] ?? ticked;
    const sure = state.confidence[question.id];
    const started = ticked.length > 0 || Boolean(sure);
    box.dataset.stage = stage;
    options.paint(ticked, stage === "closed");
    for (const [id, reason] of reasons) reason.paint(explained.includes(id), checked.includes(id));
    sureness.box.hidden = !activity.confidence || stage !== "open" || !started;
    sureness.paint(sure ? [sure] : []);
    wasSure.hidden = !activity.confidence || stage === "open" || !sure;
    wasSure.textContent = sure ? say(`were_${sure}`) : "";
    if (note) note.hidden = stage !== "closed";
    // Where one thing comes at a time, the button comes with what stands above it, and never moves.
    check.hidden = stage === "closed" || (activity.confidence && stage === "open" && !started);
    check.textContent = stage === "again" ? say("check_again") : say("check_answer");
    check.setAttribute("aria-disabled", String(neededToCheck(state, question) !== ""));
    reveal.hidden = stage !== "again";
    again.hidden = stage !== "closed";
    status.textContent = statusOf(state, question);
    status.hidden = status.textContent === "";
  }

  return {
    box,
    paint,
    focus: options.focus,
    focusOnReason: ([first]) => reasons.get(first)?.element.focus(),
    nudge(words) {
      status.textContent = words;
      status.hidden = false;
    },
  };
}

/** @param {CheckActivity} activity @param {number} index @returns {HTMLElement} */
function questionLegend({ questions }, index) {
  const { text, several } = questions[index];
  const total = questions.length;
  return make(
    "span",
    { class: "lk-check-legend" },
    // Each text has a direction of its own.
    total > 1
      ? make(
          "span",
          { class: "lk-small", dir: "auto" },
          say("number_of", { number: index + 1, total }),
        )
      : null,
    " ",
    make("span", { dir: "auto" }, text),
    " ",
    several ? make("span", { class: "lk-small", dir: "auto" }, say("tick_all")) : null,
  );
}

/**
 * Make the reason that comes up below an option. A verdict stands before it on what the learner
 * chose and on what holds; on the rest, the reason is enough.
 *
 * @param {CheckOption} option
 * @returns {{element: HTMLElement, paint: (shown: boolean, yours: boolean) => void}}
 */
function makeReason({ correct, reason }) {
  const words = make("strong", {});
  const sign = make("span", { class: "lk-check-sign", "aria-hidden": "true" }, correct ? "✓" : "×");
  const verdict = make("span", { class: "lk-check-verdict" }, sign, " ", words, " ");
  const element = make(
    "p",
    { class: "lk-check-reason", "data-holds": String(correct), tabindex: -1 },
    verdict,
    make("span", { class: "lk-check-why", dir: "auto" }, reason),
  );
  return {
    element,
    paint(shown, yours) {
      element.hidden = !shown;
      verdict.hidden = !correct && !yours;
      if (yours) words.textContent = say(correct ? "yours_holds" : "yours_fails");
      else words.textContent = correct ? say("this_holds") : "";
    },
  };
}

/** @param {CheckState} state @param {CheckQuestion} question @returns {string} what is said below a question's options */
function statusOf(state, question) {
  const stage = checkStage(state, question);
  const tries = state.attempts[question.id] ?? [];
  const [first] = tries;
  if (stage === "open") return "";
  if (stage === "again")
    return question.several
      ? `${say(`ticks_${compareTicks(question, first)}`)} ${say("try_again")}`
      : say("try_again");
  const last = tries[tries.length - 1];
  if (!last) return say("all_shown");
  if (holdsFully(question, last)) return say(tries.length > 1 ? "held_second" : "held_first");
  return question.several
    ? `${say(`ticks_${compareTicks(question, last)}`)} ${say("all_shown")}`
    : say("all_shown");
}

/** @param {CheckState} state @returns {HTMLElement[]} the look back at all questions */
function lookBack(state) {
  const { questions, confidence } = state.activity;
  const checked = questions.filter(({ id }) => state.attempts[id]);
  // With one question, all is said beside it.
  if (checked.length < 2) return [];
  const parts = [
    make("p", { class: "lk-check-summary-title" }, say("looking_back")),
    make("p", {}, heldWords(state)),
  ];
  const rows = calibrationOf(state);
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  if (!confidence || count < ENOUGH_TO_CALIBRATE) return parts;
  return [
    ...parts,
    make("ul", { class: "lk-check-rows" }, ...rows.map(calibrationRow)),
    make("p", {}, make("strong", {}, say("to_think")), " ", say(`thought_${thoughtOn(rows)}`)),
    make("p", { class: "lk-small" }, say("no_grade")),
  ];
}

/** @param {CheckState} state @returns {string} */
function heldWords(state) {
  const checked = state.activity.questions.filter(({ id }) => state.attempts[id]);
  const held = checked.filter((question) => heldAtFirst(state, question)).length;
  return say("held_of", { held, count: checked.length });
}

/** A row of signs, one for each answer, and the same in words. @param {Calibration} row @returns {HTMLElement} */
function calibrationRow({ level, count, held }) {
  const signs = Array.from({ length: count }, (_, index) =>
    make(
      "span",
      { class: "lk-check-dot", "data-held": String(index < held) },
      index < held ? "✓" : "",
    ),
  );
  return make(
    "li",
    {},
    make("span", { class: "lk-check-dots", "aria-hidden": "true" }, ...signs),
    make("span", {}, say(`of_${level}`, { held, count })),
  );
}

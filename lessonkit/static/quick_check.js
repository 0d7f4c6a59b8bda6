/** A quick check: questions with options, each answered with the reasons of what was chosen. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  let state = readChecks(model);
  const { activity } = state;
  const parts = activity.questions.map((_, index) =>
    makeQuestion(activity, index, { choose, beSure, check, reveal, again }),
  );
  const { element: announcer, announce } = makeAnnouncer();
  const summary = make("div", {
    class: "lk-check-summary",
    role: "group",
    "aria-label": say("looking_back"),
  });
  const root = makeRoot(
    "lk-quick-check",
    activity,
    ...parts.map(({ box }) => box),
    summary,
    announcer,
  );
  let summarised = "unpainted";

  /** @param {CheckQuestion} question @returns {QuestionPart} */
  const partOf = (question) => parts[activity.questions.indexOf(question)];

  /** @param {CheckQuestion} question @param {string[]} chosen */
  function choose(question, chosen) {
    const asked = activity.confidence && !state.choices[question.id];
    change({ choices: { ...state.choices, [question.id]: chosen } });
    if (asked && neededToCheck(state, question) === "sure") announce(say("how_sure"));
  }

  /** @param {CheckQuestion} question @param {string} level */
  function beSure({ id }, level) {
    change({ confidence: { ...state.confidence, [id]: level } });
  }

  /** @param {CheckQuestion} question */
  function check(question) {
    const needed = neededToCheck(state, question);
    if (needed) {
      partOf(question).nudge(say(`needs_${needed}`));
      announce(say(`needs_${needed}`));
      return;
    }
    change(checkChoice(state, question));
    tell(question, tickedOptions(state, question));
  }

  /** @param {CheckQuestion} question */
  function reveal(question) {
    change(revealReasons(state, question));
    const holding = question.options.filter(({ correct }) => correct);
    tell(question, [holding[0].id]);
  }

  /** The focus has a reason read aloud; what stands further down is announced. @param {CheckQuestion} question @param {string[]} options */
  function tell(question, options) {
    partOf(question).focusOnReason(options);
    const said = [statusOf(state, question)];
    if (!summary.hidden) said.push(heldWords(state));
    announce(said.join(" "));
  }

  /** @param {CheckQuestion} question */
  function again(question) {
    change(takeBackAnswer(state, question));
    partOf(question).focus();
    announce(say("open_again"));
  }

  function isFinished() {
    return activity.questions.every((question) => checkStage(state, question) === "closed");
  }

  function paint() {
    state = readChecks(model);
    const focused = parts.find(({ box }) => box.contains(document.activeElement));
    for (const part of parts) part.paint(state);
    paintSummary();
    // Another view, or Python, may have taken away what had the focus.
    const control = document.activeElement;
    if (focused && (!control?.getClientRects().length || control.matches(":disabled")))
      focusOn(focused);
  }

  function paintSummary() {
    const { attempts, confidence } = state;
    const finished = isFinished();
    const shown = finished ? JSON.stringify([attempts, confidence]) : "";
    if (shown === summarised) return;
    summarised = shown;
    summary.replaceChildren(...(finished ? lookBack(state) : []));
    summary.hidden = summary.childElementCount === 0;
  }

  return { root, paint };
}

/** Go to what can be gone to in a question: its options, or the first reason. @param {QuestionPart} part */
function focusOn(part) {
  part.focus();
  if (part.box.contains(document.activeElement)) return;
  /** @type {HTMLElement | null} */ (part.box.querySelector(".lk-check-reason"))?.focus();
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, CHECK_TRAITS, buildView);
}

export default { render };

/** What a learner has done with a quick check, and what each step changes: nothing here draws. */

const CHECK_TRAITS = ["activity", "choices", "confidence", "attempts", "revealed"];
/** How sure a learner can be, the least sure first. */
const SURENESS = ["guess", "fairly", "sure"];
const TRIES = 2;
/** With fewer answers than this, how sure somebody was says nothing. */
const ENOUGH_TO_CALIBRATE = 3;

/**
 * @typedef {{id: string, text: string, correct: boolean, reason: string}} CheckOption
 * @typedef {{id: string, text: string, several: boolean, options: CheckOption[], evidence?: Evidence}} CheckQuestion
 * @typedef {{title: string, prompt?: string, confidence: boolean, questions: CheckQuestion[]}} CheckActivity
 * @typedef {{[question: string]: string[]}} CheckChoices
 * @typedef {object} CheckState
 * @property {CheckActivity} activity
 * @property {CheckChoices} choices what is ticked
 * @property {{[question: string]: string}} confidence
 * @property {{[question: string]: string[][]}} attempts what was checked, the latest last
 * @property {string[]} revealed the questions whose reasons the learner asked for
 * @typedef {"open" | "again" | "closed"} CheckStage not checked yet; checked, with a try left; all reasons are shown
 * @typedef {{level: string, count: number, held: number}} Calibration
 */

/**
 * Read a model. Answers to what the activity no longer has are passed over.
 *
 * @param {WidgetModel} model
 * @returns {CheckState}
 */
function readChecks(model) {
  /** @type {CheckActivity} */
  const activity = model.get("activity");
  /** @type {CheckState} */
  const state = { activity, choices: {}, confidence: {}, attempts: {}, revealed: [] };
  const [choices, confidence, attempts, revealed] = CHECK_TRAITS.slice(1).map((name) =>
    model.get(name),
  );
  for (const { id, options } of activity.questions) {
    const known = options.map((option) => option.id);
    const choice = optionsAmong(choices?.[id], known);
    if (choice.length) state.choices[id] = choice;
    if (SURENESS.includes(confidence?.[id])) state.confidence[id] = confidence[id];
    const tries = (Array.isArray(attempts?.[id]) ? attempts[id] : [])
      .map((/** @type {unknown} */ tried) => optionsAmong(tried, known))
      .filter((/** @type {string[]} */ tried) => tried.length)
      .slice(0, TRIES);
    if (tries.length) state.attempts[id] = tries;
    if (Array.isArray(revealed) && revealed.includes(id)) state.revealed.push(id);
  }
  return state;
}

/** @param {unknown} ids @param {string[]} known @returns {string[]} those that are known, in the order of the options */
function optionsAmong(ids, known) {
  return Array.isArray(ids) ? known.filter((id) => ids.includes(id)) : [];
}

/** @param {CheckQuestion} question @param {string[] | undefined} chosen @returns {boolean} whether a choice is all that holds, and nothing else */
function holdsFully({ options }, chosen = []) {
  return options.every(({ id, correct }) => chosen.includes(id) === correct);
}

/** @param {CheckState} state @param {CheckQuestion} question @returns {CheckStage} */
function checkStage({ attempts, revealed }, question) {
  const tries = attempts[question.id] ?? [];
  const closed =
    revealed.includes(question.id) ||
    tries.length >= TRIES ||
    holdsFully(question, tries[tries.length - 1]);
  if (closed) return "closed";
  return tries.length ? "again" : "open";
}

/** What the options show as ticked: a closed question keeps what was checked last. @param {CheckState} state @param {CheckQuestion} question @returns {string[]} */
function tickedOptions(state, question) {
  const tries = state.attempts[question.id] ?? [];
  const checked = checkStage(state, question) === "closed" && tries[tries.length - 1];
  return checked || (state.choices[question.id] ?? []);
}

/** @param {CheckState} state @param {CheckQuestion} question @returns {string[]} the options whose reasons are shown */
function explainedOptions(state, question) {
  if (checkStage(state, question) === "closed") return question.options.map(({ id }) => id);
  return state.attempts[question.id]?.[0] ?? [];
}

/** @param {CheckState} state @param {CheckQuestion} question @returns {"" | "choose" | "differ" | "sure"} what is still to do before a check */
function neededToCheck({ activity, choices, confidence, attempts }, { id }) {
  const chosen = choices[id] ?? [];
  if (!chosen.length) return "choose";
  if (attempts[id]?.some((tried) => tried.join() === chosen.join())) return "differ";
  return activity.confidence && !confidence[id] && !attempts[id] ? "sure" : "";
}

/** @param {CheckState} state @param {CheckQuestion} question */
function checkChoice({ choices, attempts }, { id }) {
  return { attempts: { ...attempts, [id]: [...(attempts[id] ?? []), choices[id]] } };
}

/** A choice that was not checked any more is let go, so that what is ticked is what was explained. @param {CheckState} state @param {CheckQuestion} question */
function revealReasons({ choices, attempts, revealed }, { id }) {
  const tries = attempts[id] ?? [];
  const checked = tries[tries.length - 1] ?? choices[id] ?? [];
  return { choices: { ...choices, [id]: checked }, revealed: [...revealed, id] };
}

/** @param {CheckState} state @param {CheckQuestion} question */
function takeBackAnswer({ choices, confidence, attempts, revealed }, { id }) {
  const { [id]: _choice, ...otherChoices } = choices;
  const { [id]: _sure, ...otherConfidence } = confidence;
  const { [id]: _tries, ...otherAttempts } = attempts;
  return {
    choices: otherChoices,
    confidence: otherConfidence,
    attempts: otherAttempts,
    revealed: revealed.filter((other) => other !== id),
  };
}

/** @param {CheckQuestion} question @param {string[]} ticked @returns {"whole" | "missing" | "extra" | "mixed" | "none"} how what was ticked compares with what holds */
function compareTicks(question, ticked) {
  if (holdsFully(question, ticked)) return "whole";
  const chosen = question.options.filter(({ id }) => ticked.includes(id));
  if (!chosen.some(({ correct }) => correct)) return "none";
  const missing = question.options.some(({ id, correct }) => correct && !ticked.includes(id));
  if (chosen.every(({ correct }) => correct)) return "missing";
  return missing ? "mixed" : "extra";
}

/** @param {CheckState} state @param {CheckQuestion} question @returns {boolean} */
function heldAtFirst({ attempts }, question) {
  return holdsFully(question, attempts[question.id]?.[0]);
}

/** How many answers held at the first try, for each degree of being sure; the surest first. @param {CheckState} state @returns {Calibration[]} */
function calibrationOf(state) {
  const checked = state.activity.questions.filter(({ id }) => state.attempts[id]);
  return [...SURENESS].reverse().flatMap((level) => {
    const answers = checked.filter(({ id }) => state.confidence[id] === level);
    const held = answers.filter((question) => heldAtFirst(state, question)).length;
    return answers.length ? [{ level, count: answers.length, held }] : [];
  });
}

/** @param {Calibration[]} rows @returns {"surprise" | "modest" | "steady"} what is worth a thought */
function thoughtOn(rows) {
  const sure = rows.find(({ level }) => level === "sure");
  const guess = rows.find(({ level }) => level === "guess");
  if (sure && sure.held < sure.count) return "surprise";
  return guess && guess.held === guess.count ? "modest" : "steady";
}

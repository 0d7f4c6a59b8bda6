import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";
import { after } from "./states.mjs";

const quick = load(["common", "quick_check_state"]);
const { checkChoice, checkStage, compareTicks, explainedOptions } = quick;
const { neededToCheck, readChecks, revealReasons, takeBackAnswer, tickedOptions } = quick;

/** @param {string} id @param {string[]} right @returns {any} a question with the options a to d */
const question = (id, ...right) => ({
  id,
  text: `${id}?`,
  several: right.length > 1,
  options: ["a", "b", "c", "d"].map((option) => ({
    id: option,
    text: option,
    correct: right.includes(option),
    reason: "So it is.",
  })),
});
const ONE = question("one", "a");
const MANY = question("many", "a", "b");
const ACTIVITY = { title: "Rain", confidence: false, questions: [ONE, MANY] };

/** @param {object} [traits] @returns {any} the state of a model that holds these traits */
const stateWith = (traits = {}) => {
  /** @type {any} */
  const model = { activity: ACTIVITY, choices: {}, confidence: {}, attempts: {}, revealed: [] };
  return readChecks({ get: (/** @type {string} */ name) => ({ ...model, ...traits })[name] });
};
/** @param {any} asked @param {string[]} chosen @returns {(state: any) => object} */
const choose =
  (asked, ...chosen) =>
  (state) => ({ choices: { ...state.choices, [asked.id]: chosen } });
/** @param {any} asked @returns {(state: any) => object} */
const check = (asked) => (state) => checkChoice(state, asked);
/** @param {any} asked @param {string[]} chosen @returns {any[]} */
const tried = (asked, ...chosen) => [choose(asked, ...chosen), check(asked)];

test("answers to what the activity no longer has are passed over, and the rest is kept", () => {
  const state = stateWith({
    choices: { one: ["gone", "b"], gone: ["a"], many: ["gone"] },
    confidence: { one: "sure", many: "perhaps", gone: "sure" },
    attempts: { one: [["gone"], ["b"]], gone: [["a"]] },
    revealed: ["gone", "many"],
  });
  assert.deepEqual(state, {
    activity: ACTIVITY,
    choices: { one: ["b"] },
    confidence: { one: "sure" },
    attempts: { one: [["b"]] },
    revealed: ["many"],
  });
});

test("traits that hold something else than answers are read as no answers", () => {
  for (const nothing of [null, undefined, "a", 1]) {
    const state = stateWith({
      choices: { one: nothing },
      confidence: nothing,
      attempts: { one: nothing, many: [nothing] },
      revealed: nothing,
    });
    assert.deepEqual(state, stateWith());
  }
});

test("what is ticked is read in the order of the options, and two tries at most", () => {
  const state = stateWith({ attempts: { many: [["d", "a"], ["c"], ["a", "b"]] } });
  assert.deepEqual(state.attempts.many, [["a", "d"], ["c"]]);
});

test("a question is closed when the answer holds, after two tries, or when reasons are asked for", () => {
  const wrong = after(stateWith(), ...tried(ONE, "b"));
  assert.equal(checkStage(stateWith(), ONE), "open");
  assert.equal(checkStage(after(stateWith(), ...tried(ONE, "a")), ONE), "closed");
  assert.equal(checkStage(wrong, ONE), "again");
  assert.equal(checkStage(after(wrong, ...tried(ONE, "c")), ONE), "closed");
  assert.equal(
    checkStage(
      after(wrong, (state) => revealReasons(state, ONE)),
      ONE,
    ),
    "closed",
  );
});

test("an answer with several options holds when nothing is missing and nothing is too many", () => {
  assert.equal(checkStage(after(stateWith(), ...tried(MANY, "a", "b")), MANY), "closed");
  assert.deepEqual(
    [["a", "b"], ["a"], ["a", "b", "c"], ["b", "c"], ["c", "d"]].map((ticked) =>
      compareTicks(MANY, ticked),
    ),
    ["whole", "missing", "extra", "mixed", "none"],
  );
});

test("before a check an option is chosen, and another one before the second check", () => {
  const wrong = after(stateWith(), ...tried(ONE, "b"));
  assert.equal(neededToCheck(stateWith(), ONE), "choose");
  assert.equal(neededToCheck(after(stateWith(), choose(ONE, "b")), ONE), "");
  assert.equal(neededToCheck(wrong, ONE), "differ");
  assert.equal(neededToCheck(after(wrong, choose(ONE, "c")), ONE), "");
});

test("how sure one is comes before the first check only, and only where it is asked for", () => {
  const activity = { ...ACTIVITY, confidence: true };
  const chosen = stateWith({ activity, choices: { one: ["b"] } });
  assert.equal(neededToCheck(chosen, ONE), "sure");
  assert.equal(neededToCheck({ ...chosen, confidence: { one: "guess" } }, ONE), "");
  assert.equal(neededToCheck(after(chosen, check(ONE), choose(ONE, "c")), ONE), "");
});

test("the first check explains what was chosen, and keeps explaining it while another is chosen", () => {
  const wrong = after(stateWith(), ...tried(ONE, "b"), choose(ONE, "c"));
  assert.deepEqual(explainedOptions(stateWith(), ONE), []);
  assert.deepEqual(explainedOptions(wrong, ONE), ["b"]);
  assert.deepEqual(tickedOptions(wrong, ONE), ["c"]);
  assert.deepEqual(explainedOptions(after(wrong, check(ONE)), ONE), ["a", "b", "c", "d"]);
});

test("asking for the reasons lets a choice go that was not checked", () => {
  const state = after(stateWith(), ...tried(ONE, "b"), choose(ONE, "c"));
  const shown = after(state, (now) => revealReasons(now, ONE));
  assert.deepEqual([shown.choices.one, shown.revealed], [["b"], ["one"]]);
  assert.deepEqual(tickedOptions({ ...shown, choices: { one: ["d"] } }, ONE), ["b"]);
});

test("an answer that is taken back leaves nothing behind, and the others alone", () => {
  const kept = after(stateWith({ confidence: { many: "sure" } }), ...tried(MANY, "a"));
  const both = after(kept, ...tried(ONE, "b"), (now) => revealReasons(now, ONE));
  both.confidence = { ...both.confidence, one: "guess" };
  assert.deepEqual(
    after(both, (now) => takeBackAnswer(now, ONE)),
    kept,
  );
});

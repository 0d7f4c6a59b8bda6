import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { load } from "./load.mjs";

const CATALOGUE = new URL("../../lessonkit/words/en.json", import.meta.url);
const words = JSON.parse(readFileSync(CATALOGUE, "utf8")).quick_check;
const quick = load(["common", "quick_check_state", "quick_check_parts"], { words });
const { calibrationOf, heldWords, statusOf, thoughtOn } = quick;

/** @param {string} id @param {string} right the letters of the options that hold @returns {any} */
const question = (id, right) => ({
  id,
  several: right.length > 1,
  options: [..."abcd"].map((option) => ({ id: option, correct: right.includes(option) })),
});
const ONE = question("one", "a");
const TWO = question("two", "b");
const MANY = question("many", "ab");
const QUESTIONS = [ONE, TWO, MANY];

/**
 * @param {{[question: string]: string[]}} tries the letters that were checked each time
 * @param {{[question: string]: string}} [confidence]
 * @param {string[]} [revealed]
 * @returns {any}
 */
const stateWith = (tries, confidence = {}, revealed = []) => ({
  activity: { confidence: true, questions: QUESTIONS },
  choices: {},
  confidence,
  attempts: Object.fromEntries(
    Object.entries(tries).map(([id, each]) => [id, each.map((letters) => [...letters])]),
  ),
  revealed,
});

test("below a question nothing is said until it is checked", () => {
  assert.equal(statusOf(stateWith({}), ONE), "");
});

test("below a question it is said what can be done now, or when the answer held", () => {
  const said = (/** @type {string[]} */ ...tries) => statusOf(stateWith({ one: tries }), ONE);
  assert.equal(said("b"), "Try once more: choose again, then check.");
  assert.equal(said("a"), "You had it at your first try.");
  assert.equal(said("b", "a"), "You had it at your second try.");
  assert.equal(said("b", "c"), "All the reasons are shown.");
});

test("reasons that were shown without any check are said to be shown", () => {
  assert.equal(statusOf(stateWith({}, {}, ["one"]), ONE), "All the reasons are shown.");
});

test("with several options it is said what is missing and what is too many", () => {
  const said = (/** @type {string[]} */ ...tries) => statusOf(stateWith({ many: tries }), MANY);
  assert.equal(
    said("a"),
    "Partly: what you ticked fits, and something is still missing. " +
      "Try once more: choose again, then check.",
  );
  assert.equal(
    said("cd"),
    "Nothing of what you ticked fits. Try once more: choose again, then check.",
  );
  assert.equal(
    said("a", "abc"),
    "Partly: you found all that fit, and ticked more than that. All the reasons are shown.",
  );
  assert.equal(said("a", "ab"), "You had it at your second try.");
});

test("only the first tries of what was checked are counted", () => {
  const state = stateWith({ one: ["b", "a"], two: ["b"] }, {}, ["many"]);
  assert.equal(heldWords(state), "At your first try, 1 of 2 answers fitted.");
});

test("for each degree of being sure it is counted what held, the surest first", () => {
  const state = stateWith(
    { one: ["b", "a"], two: ["b"], many: ["ab"] },
    { one: "guess", two: "sure", many: "sure" },
  );
  assert.deepEqual(calibrationOf(state), [
    { level: "sure", count: 2, held: 2 },
    { level: "guess", count: 1, held: 0 },
  ]);
});

test("how sure somebody was of an answer that was not checked is not counted", () => {
  assert.deepEqual(calibrationOf(stateWith({}, { one: "sure" })), []);
});

test("a sure answer that did not hold is the first thing to think about", () => {
  const row = (/** @type {string} */ level, /** @type {number} */ held) => ({
    level,
    held,
    count: 2,
  });
  assert.equal(thoughtOn([row("sure", 1), row("guess", 2)]), "surprise");
  assert.equal(thoughtOn([row("sure", 2), row("guess", 2)]), "modest");
  assert.equal(thoughtOn([row("sure", 2), row("guess", 1)]), "steady");
  assert.equal(thoughtOn([row("fairly", 0)]), "steady");
});

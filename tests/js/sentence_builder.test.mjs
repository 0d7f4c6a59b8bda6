import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";

const { choiceFor, piecesOf, sentenceOf, stateOf, stillNeeded, textsByPart } = load([
  "sentence_builder_words",
]);
const { activity, cases } = readTable("golden_sentences.json");
const [opening, question] = activity.parts;

for (const { name, choices, own_words, sentence } of cases) {
  test(`the front end puts the sentence together as Python does: ${name}`, () => {
    assert.equal(sentenceOf(activity.parts, choices, own_words), sentence);
  });
}

test("each piece of the sentence can be told from the others", () => {
  const pieces = piecesOf(activity.parts, { question: "hug", room: "fine" }, {});
  assert.deepEqual(pieces, ["", "Would you like a hug?", "A no is fine."]);
});

test("an optional part is left out until something is chosen, a needed one is open", () => {
  assert.equal(choiceFor(opening, {}), "");
  assert.equal(choiceFor(question, {}), null);
  assert.equal(stateOf(opening, {}, {}), "out");
  assert.equal(stateOf(question, {}, {}), "open");
});

test("a choice that the file no longer has counts as none", () => {
  assert.equal(choiceFor(opening, { opening: "gone" }), "");
  assert.equal(choiceFor(question, { question: "gone" }), null);
  assert.equal(sentenceOf(activity.parts, { question: "gone", room: "fine" }, {}), "A no is fine.");
});

test("own words count once they are written", () => {
  const choices = { opening: "own", question: "own" };
  assert.equal(stateOf(opening, choices, { opening: " " }), "open");
  assert.equal(stateOf(question, choices, { question: "Dance?" }), "chosen");
  assert.deepEqual(stillNeeded(activity.parts, choices, { opening: "So," }), [question]);
  assert.deepEqual(stillNeeded(activity.parts, choices, { question: "Dance?" }), []);
});

test("a part may have the name of something that every object has", () => {
  const part = { ...question, id: "constructor" };
  assert.equal(choiceFor(part, {}), null);
  assert.equal(sentenceOf([part], { constructor: "own" }, {}), "");
});

test("what was saved and is no text is passed over", () => {
  assert.deepEqual(textsByPart({ opening: 3, question: "hug", room: null }), { question: "hug" });
  for (const saved of [undefined, null, "hug", 3]) assert.deepEqual(textsByPart(saved), {});
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./load.mjs";

const { answersIn, wholeText, withText, writtenFor } = load(["reflection_texts"]);

const ties = {
  id: "ties",
  title: "My ties",
  questions: [
    { id: "who", text: "Who is near?" },
    { id: "how", text: "How is it?" },
  ],
};

test("a text is kept for its question, and the texts before are left alone", () => {
  const before = Object.freeze({ who: "Ana" });
  assert.deepEqual(withText(before, "how", "Good."), { who: "Ana", how: "Good." });
  assert.deepEqual(withText(before, "who", "Bo\n"), { who: "Bo\n" });
});

test("an empty text leaves nothing behind", () => {
  assert.deepEqual(withText({ who: "Ana", how: "Good." }, "who", ""), { how: "Good." });
});

test("what belongs to a question that is no longer asked is kept and not shown", () => {
  const texts = withText({ gone: "Old words." }, "who", "Ana");
  assert.deepEqual(texts, { gone: "Old words.", who: "Ana" });
  assert.ok(!wholeText(ties, texts).includes("Old words."));
});

test("where nothing was written, or no text is kept, the box is empty", () => {
  assert.equal(writtenFor({}, "who"), "");
  assert.equal(writtenFor({ who: 3 }, "who"), "");
  assert.equal(writtenFor({}, "constructor"), "");
  assert.equal(writtenFor({ who: " Ana " }, "who"), " Ana ");
});

test("answers come in the order of the questions, and without blanks around them", () => {
  assert.deepEqual(answersIn(ties, { how: " Good.\n", who: "Ana\nand Bo" }), [
    { question: "Who is near?", text: "Ana\nand Bo" },
    { question: "How is it?", text: "Good." },
  ]);
});

// The same as Reflection.text() in Python.
test("the whole text has each answer below its question", () => {
  assert.equal(
    wholeText(ties, { how: " Good.\n", who: "Ana\nand Bo" }),
    "My ties\n\nWho is near?\nAna\nand Bo\n\nHow is it?\nGood.\n",
  );
});

test("where nothing but blanks was written there is no text at all", () => {
  assert.equal(wholeText(ties, {}), "");
  assert.equal(wholeText(ties, { who: " \n" }), "");
});

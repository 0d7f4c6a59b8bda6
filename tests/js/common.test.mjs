import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";

const WORDS = {
  greeting: "Hello {name}, {name}!",
  left_one: "{count} card left",
  left_other: "{count} cards left",
  holds_other: "{place}: {count}",
  put_here: "{place}: put here",
  silent: "",
};
const { pluralRule, say } = load(["common"], { words: WORDS });

test("an entry is said with its values filled in, each time they occur", () => {
  assert.equal(say("greeting", { name: "Ada" }), "Hello Ada, Ada!");
});

test("a value is taken as it is, even if it looks like a place or a pattern", () => {
  assert.equal(say("greeting", { name: "{name} $& $1" }), "Hello {name} $& $1, {name} $& $1!");
});

test("zero is a value", () => {
  assert.equal(say("left", { count: 0 }), "0 cards left");
});

test("a value that is missing leaves its place in sight", () => {
  assert.equal(say("greeting"), "Hello {name}, {name}!");
});

test("a count chooses between one and other", () => {
  assert.equal(say("left", { count: 1 }), "1 card left");
  assert.equal(say("left", { count: 2 }), "2 cards left");
});

test("an entry with only one plural form is said in that form", () => {
  assert.equal(say("holds", { place: "Both", count: 1 }), "Both: 1");
});

test("an entry without plural forms is said even when a count is given", () => {
  assert.equal(say("put_here", { place: "Both", count: 2 }), "Both: put here");
});

test("an entry may say nothing", () => {
  assert.equal(say("silent"), "");
});

test("an entry that is not in the catalogue says its name", () => {
  assert.equal(say("unheard_of", { count: 2 }), "unheard_of");
});

test("the page's language decides on the plural", () => {
  const polish = load(["common"], { words: WORDS, lang: "pl" });
  assert.deepEqual([1, 2, 5].map(polish.pluralRule), ["one", "few", "many"]);
  assert.equal(polish.say("left", { count: 2 }), "2 cards left");
});

test("a page that names no language counts in English", () => {
  assert.equal(load(["common"], { words: WORDS, lang: "" }).pluralRule(1), "one");
  assert.equal(pluralRule(2), "other");
});

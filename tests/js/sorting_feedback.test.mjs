import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";
import { stateWith } from "./states.mjs";

const { MARKS, labelOf, say } = load(["common", "sorting_moves", "sorting_feedback"]);

/** @param {string} entry @returns {boolean} whether the catalogue has words for it */
const hasWords = (entry) => say(entry) !== entry;

test("every verdict has its mark and its words", () => {
  assert.deepEqual(Object.keys(MARKS), ["agrees", "depends", "differs", "passed", "unplaced"]);
  assert.deepEqual(
    Object.keys(MARKS).filter((verdict) => !hasWords(`verdict_${verdict}`)),
    [],
  );
});

test("every verdict on a placed card has its status", () => {
  const placed = Object.keys(MARKS).filter((verdict) => verdict !== "unplaced");
  assert.deepEqual(
    placed.filter((verdict) => !hasWords(`status_${verdict}`)),
    [],
  );
});

test("every mode is explained", () => {
  assert.deepEqual(
    ["practice", "check", "opinion"].filter((mode) => !hasWords(`how_${mode}`)),
    [],
  );
});

test("a place is named by its label, the pass by its word", () => {
  const { activity } = stateWith();
  assert.deepEqual(
    ["both", "pass"].map((place) => labelOf(activity, place)),
    ["Both", "Pass"],
  );
});

test("a place that does not exist has no name", () => {
  const { activity } = stateWith();
  assert.deepEqual(
    ["gone", undefined].map((place) => labelOf(activity, place)),
    ["", ""],
  );
});

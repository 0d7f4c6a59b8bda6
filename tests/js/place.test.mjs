import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";

const { place: words } = readTable("../lessonkit/words/en.json");
const { placeInWords, readPlace } = load(["elements", "place"], { words });

const PLACE = { page: "notebooks/04_touch", heading: "kissing", title: "Kissing" };

test("a place that was kept is read back", () => {
  assert.deepEqual(readPlace(JSON.stringify(PLACE)), PLACE);
});

for (const text of [
  null,
  "",
  "{",
  "null",
  "7",
  "[]",
  "{}",
  '{"page": 1, "heading": "", "title": ""}',
]) {
  test(`nothing else is a place: ${text}`, () => assert.equal(readPlace(text), null));
}

test("the way back says the heading and the lesson, or the lesson alone", () => {
  assert.equal(
    placeInWords(PLACE, 4, "Touch"),
    "Continue where you left off: Kissing, in lesson 4",
  );
  assert.equal(
    placeInWords({ ...PLACE, heading: "", title: "" }, 4, "Touch"),
    "Continue where you left off: lesson 4, Touch",
  );
});

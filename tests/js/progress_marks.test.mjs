import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";

const { progress_marks: words } = readTable("../lessonkit/words/en.json");
const { nextActivity } = load(["elements", "course_progress", "progress_marks"], { words });

/** @param {...[string, string]} lesson the kind of each activity, and whether it is done */
function next(...lesson) {
  const activities = lesson.map(([kind], index) => ({ key: `${index}`, kind }));
  const found = nextActivity(
    activities,
    lesson.map(([, done]) => ({ done })),
  );
  return [found.next?.key, found.entry];
}

test("what the lesson needs comes first, in its order", () => {
  const lesson = [
    ["reflection", "no"],
    ["quick-check", "yes"],
    ["sorting", "begun"],
    ["dialogue", "no"],
  ];
  assert.deepEqual(next(...lesson), ["2", "next_here"]);
});

test("what is left is an invitation once the lesson is done, and then there is nothing", () => {
  assert.deepEqual(next(["reflection", "no"], ["quick-check", "yes"]), ["0", "invited_here"]);
  assert.equal(next(["reflection", "yes"], ["quick-check", "yes"])[0], undefined);
});

test("there are words for every way on, and a sign and a word for every mark", () => {
  for (const entry of ["next_here", "invited_here", "mark_begun", "mark_yes"]) {
    assert.ok(words[entry], entry);
  }
});

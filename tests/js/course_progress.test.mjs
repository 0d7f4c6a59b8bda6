import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";

const { isSomething, lessonDone, progressOf } = load(["course_progress"]);
const golden = readTable("golden_progress.json");

for (const { name, activity, step = {}, answers, summary } of golden.cases) {
  test(`ids alone count as Python does: ${name}`, () => {
    const { again_shown: again, ...others } = step;
    const countable = { key: "it", ...golden.countable[activity], again, ...others };
    const { done, parts_done: partsDone, parts } = summary;
    assert.deepEqual(progressOf(countable, { it: answers }), { done, partsDone, parts });
  });
}

test("an activity that nobody has touched is not begun, whatever else is kept", () => {
  const quiz = { key: "quiz", ...golden.countable.quiz };
  for (const answers of [undefined, null, [], "quiz", { other: { attempts: {} } }, { quiz: 7 }]) {
    assert.deepEqual(progressOf(quiz, answers), { done: "no", partsDone: 0, parts: 2 });
  }
});

test("a learner has left something where any part of it is something", () => {
  const nothing = [null, "", "  ", 0, false, [], {}, { texts: { today: " " } }, [[], {}]];
  const something = ["a", 1, true, ["", "a"], { texts: { today: "Tea." } }, [[0, [1]]]];
  assert.deepEqual(nothing.filter(isSomething), []);
  assert.deepEqual(something.filter(isSomething), something);
});

/** @param {[string, string][]} activities the kind of each, and whether it is done @returns {string} */
const lesson = (...activities) =>
  lessonDone(
    activities.map(([kind]) => ({ kind })),
    activities.map(([, done]) => ({ done })),
  );

test("a lesson is done without what it only invites to", () => {
  const invited = ["reflection", "comfort-map", "planner"].map((kind) => [kind, "no"]);
  assert.equal(lesson(["quick-check", "yes"], ...invited), "yes");
  assert.equal(lesson(["quick-check", "yes"], ["dialogue", "begun"]), "begun");
});

test("a lesson is begun with anything, and done with one invitation if it has nothing else", () => {
  assert.equal(lesson(["quick-check", "no"], ["reflection", "yes"]), "begun");
  assert.equal(lesson(["comfort-map", "no"], ["reflection", "yes"]), "yes");
  assert.equal(lesson(["comfort-map", "begun"], ["reflection", "no"]), "begun");
  assert.equal(lesson(["quick-check", "no"]), "no");
});

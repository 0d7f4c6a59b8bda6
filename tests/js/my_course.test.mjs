import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";

const CATALOGUE = readTable("../lessonkit/words/en.json");
const course = load(
  [
    "common",
    "sorting_moves",
    "opinion_rounds",
    "reflection_texts",
    "sentence_builder_words",
    "course_progress",
    "my_course_summary",
    "my_course_copy",
    "my_course_page",
    "my_course_lessons",
  ],
  { words: CATALOGUE.my_course },
);
const {
  countableOf,
  givenAnswers,
  progressText,
  readCopy,
  resultInWords,
  summaryOfCourse,
  whereInWords,
} = course;
const golden = readTable("golden_progress.json");

/** @param {string} part @param {object} [step] @returns {any} */
function courseOf(part, step = {}) {
  const activities = [{ key: part, ...step }];
  const lessons = [{ id: "first", title: "First", notebook: "01_first", activities }];
  return { id: "my-course", title: "My course", lessons, parts: golden.parts };
}

/** @param {string} part @param {any} answers @param {object} [step] @returns {any} */
function summaryOf(part, answers, step) {
  return summaryOfCourse(courseOf(part, step), { [part]: answers })[0].steps[0];
}

for (const { name, activity, step = {}, answers, summary } of golden.cases) {
  test(`the front end counts as Python does: ${name}`, () => {
    const { again_shown: again = false, ...others } = step;
    const found = summaryOf(activity, answers, { again, ...others });
    const { partsDone: parts_done, ...more } = found;
    assert.deepEqual({ parts_done, ...more }, summary);
  });
}

for (const part of Object.keys(golden.countable)) {
  test(`no more is counted than what the sidebar gets to count, too: ${part}`, () => {
    const whole = courseOf(part);
    const { key, ...countable } = countableOf(whole, whole.lessons[0].activities[0]);
    assert.equal(key, part);
    assert.deepEqual(JSON.parse(JSON.stringify(countable)), golden.countable[part]);
  });
}

const QUIZ_DONE = { attempts: { one: [["a"]], both: [["a", "b"]] } };

test("a lesson stands as its activities do", () => {
  const whole = courseOf("quiz");
  whole.lessons[0].activities.push({ key: "talk" });
  assert.deepEqual(
    summaryOfCourse(whole, { quiz: QUIZ_DONE }).map(({ done, steps }) => [done, steps[0].done]),
    [["begun", "yes"]],
  );
});

/** @param {string[]} done @returns {string} */
const where = (...done) => whereInWords(done.map((each) => ({ done: each })));

test("one line says where the learner is", () => {
  assert.equal(where("yes", "yes", "begun", "no"), "2 of 4 lessons done · 1 begun");
  assert.equal(where("yes", "no"), "1 of 2 lessons done");
  assert.equal(where("begun", "no"), "0 of 2 lessons done · 1 begun");
  assert.equal(where("no", "no"), "2 lessons lie before you.");
  assert.equal(where("yes", "yes"), "You have been through all the lessons.");
});

/** @param {string} part @param {any} answers @returns {string} */
function result(part, answers) {
  const whole = courseOf(part);
  const step = whole.lessons[0].activities[0];
  return resultInWords(whole, step, summaryOf(part, answers), { [part]: answers }).join(" · ");
}

test("results are said in words, and what is whole needs no count", () => {
  assert.equal(
    result("quiz", { attempts: { one: [["b"]] } }),
    "1 of 2 questions · 0 of 1 held at the first try",
  );
  assert.equal(result("quiz", QUIZ_DONE), "2 of 2 held at the first try");
  assert.equal(
    result("deck", { placements: { fish: "cats", naps: "cats", sticks: "dogs" } }),
    "2½ of 3 points",
  );
  assert.equal(result("exam", { placements: { fish: "cats" } }), "1 of 3 cards sorted");
  assert.equal(result("talk", { endings: ["warm"] }), "1 of 2 endings found");
  assert.equal(result("diary", null), "");
});

test("an opinion scale says what moved, without judging", () => {
  const before = { warm: 1, cold: 2 };
  assert.equal(
    result("scale", { before, after: { warm: 3, cold: 2 } }),
    "1 answer moved and 1 stayed",
  );
  assert.equal(result("scale", { before, after: before }), "your answers stayed where they were");
  assert.equal(result("scale", { before }), "");
});

const HERE = {
  format: "lessonkit-progress",
  version: 1,
  course: "cats",
  saved: "2026-11-22T21:34:09Z",
  answers: {
    quiz: { attempts: { one: [["a"]] }, revealed: [] },
    "my-course": { notes: { first: "Mine." } },
  },
};

/** @param {any} document @param {any} [here] @returns {any} */
const read = (document, here = HERE) =>
  readCopy(typeof document === "string" ? document : JSON.stringify(document), here, "my-course");

test("what is saved can be brought back, with the notes of this moment", () => {
  const found = read(progressText(HERE, "my-course", { first: "Newer." }), { answers: {} });
  assert.deepEqual(found.document.answers.quiz, HERE.answers.quiz);
  assert.deepEqual(found.document.answers["my-course"], { notes: { first: "Newer." } });
  assert.deepEqual([found.activities, found.replaced, found.notes], [1, 0, 0]);
  assert.equal(found.document.course, "cats");
});

for (const [what, text, problem] of [
  ["an empty file", "", "copy_not_json"],
  ["a text", "Dear diary", "copy_not_json"],
  ["half a copy", JSON.stringify(HERE).slice(0, 90), "copy_not_json"],
  ["brackets without end", "[".repeat(200_000), "copy_not_json"],
  ["a deep list", "[".repeat(200_000) + "]".repeat(200_000), "copy_not_json"],
  ["nothing", "null", "copy_not_ours"],
  ["a number", "7", "copy_not_ours"],
  ["a list", "[1]", "copy_not_ours"],
  ["another format", { ...HERE, format: "diary" }, "copy_not_ours"],
  ["no version", { ...HERE, version: undefined }, "copy_not_ours"],
  ["a version of another form", { ...HERE, version: "1" }, "copy_not_ours"],
  ["a version that never was", { ...HERE, version: 0 }, "copy_not_ours"],
  ["a newer version", { ...HERE, version: 2, answers: "?" }, "copy_too_new"],
  ["answers that are a list", { ...HERE, answers: [] }, "copy_not_ours"],
  ["no answers", { ...HERE, answers: undefined }, "copy_not_ours"],
  ["another course", { ...HERE, course: "dogs" }, "copy_other_course"],
]) {
  test(`${what} is refused with words that say what to do`, () => {
    const found = read(text);
    assert.equal(found.problem, problem);
    assert.ok(CATALOGUE.my_course[found.problem].endsWith("Nothing was changed."));
  });
}

test("a course without a name takes a copy of any, and the other way round", () => {
  assert.equal(read({ ...HERE, course: "dogs" }, { ...HERE, course: "" }).document.course, "dogs");
  assert.equal(read({ ...HERE, course: "" }).document.course, "cats");
  assert.equal(read({ ...HERE, course: 7 }).document.course, "cats");
});

test("an activity that the course no longer has is kept as it is", () => {
  const answers = { "old-quiz": { choices: { x: [1, { y: null }] } } };
  assert.deepEqual(read({ ...HERE, answers }).document.answers["old-quiz"], answers["old-quiz"]);
});

test("what would be lost is counted, and everything else stays", () => {
  const answers = {
    quiz: { attempts: { one: [["b"]] } },
    deck: { placements: { fish: "cats" } },
    "my-course": { notes: { first: "Theirs.", second: "New." } },
  };
  const found = read({ ...HERE, answers });
  assert.deepEqual([found.activities, found.replaced, found.notes], [2, 1, 1]);
  assert.deepEqual(found.document.answers, answers);
});

test("notes on other lessons stay beside those of the copy", () => {
  const notes = { second: "New.", third: "  " };
  const found = read({ ...HERE, answers: { "my-course": { notes } } });
  assert.deepEqual(found.document.answers["my-course"].notes, { first: "Mine.", second: "New." });
  assert.deepEqual([found.activities, found.replaced, found.notes], [0, 0, 0]);
});

test("a copy that says the same in another order replaces nothing", () => {
  const quiz = { revealed: [], attempts: { one: [["a"]] } };
  const found = read({ ...HERE, answers: { quiz } });
  assert.deepEqual([found.activities, found.replaced, found.notes], [1, 0, 0]);
  assert.deepEqual(found.document.answers["my-course"], HERE.answers["my-course"]);
});

test("an activity that the copy leaves empty takes nothing away", () => {
  const found = read({ ...HERE, answers: { quiz: { attempts: {} }, "my-course": {} } });
  assert.deepEqual(found.document.answers, HERE.answers);
  assert.deepEqual([found.activities, found.replaced, found.notes], [0, 0, 0]);
});

test("names that every object has are no answers", () => {
  const answers = JSON.parse('{"__proto__": {"texts": {"a": "b"}}, "constructor": {"x": 1}}');
  const found = read({ ...HERE, answers }, { ...HERE, answers: {} });
  assert.ok(Object.hasOwn(found.document.answers, "__proto__"));
  assert.equal(found.activities, 2);
  assert.equal(summaryOfCourse(courseOf("quiz"), found.document.answers)[0].done, "no");
});

const ANY = [
  null,
  true,
  0,
  7,
  1.5,
  "",
  "a",
  [],
  {},
  [null],
  [[]],
  [{}],
  { a: null },
  { one: [[null]] },
  { one: { a: 1 } },
  { fish: "cats" },
  { fish: null },
  [["a"]],
  { __proto__: 1 },
  { first: 3 },
];

test("whatever a copy holds, reading it and showing it never fails", () => {
  const traits = [
    "attempts",
    "revealed",
    "placements",
    "reason_first",
    "before",
    "after",
    "endings",
    "opened",
    "looked_at",
    "answers",
    "notes",
    "choices",
    "own_words",
    "texts",
    "plan",
    "own_acts",
  ];
  for (const [part, { kind }] of Object.entries(golden.parts)) {
    for (const value of ANY) {
      const values = Object.fromEntries(traits.map((trait) => [trait, value]));
      for (const given of [value, values]) {
        const found = read({ ...HERE, answers: { [part]: given, "my-course": given } });
        const { answers } = found.document;
        const step = { key: part, again: true };
        const whole = courseOf(part, step);
        const [{ steps }] = summaryOfCourse(whole, givenAnswers(found.document));
        const words = resultInWords(whole, step, steps[0], answers);
        assert.ok(
          ["no", "begun", "yes"].includes(steps[0].done),
          `${kind} ${JSON.stringify(given)}`,
        );
        assert.ok(Array.isArray(words));
      }
    }
  }
});

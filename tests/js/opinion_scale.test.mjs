import assert from "node:assert/strict";
import { test } from "node:test";
import WORDS from "../../lessonkit/words/en.json" with { type: "json" };
import { load } from "./load.mjs";

const { moveInWords, movesInWords, movesOf, opinionStage, pointOf, takeStand } = load(
  ["common", "opinion_rounds"],
  { words: WORDS.opinion_scale },
);

const ACTIVITY = {
  points: ["No", "In between", "Yes"],
  statements: [
    { id: "warm", text: "It is warm." },
    { id: "dear", text: "It costs." },
    { id: "old", text: "It is old." },
  ],
};

/** @param {object} [changes] @returns {any} */
function stateWith(changes = {}) {
  return { activity: ACTIVITY, before: {}, after: {}, again: false, answering: false, ...changes };
}

test("a scale without answers asks for the first ones", () => {
  assert.equal(opinionStage(stateWith()), "first");
});

test("the statements stay open while the learner answers, and until the round is closed", () => {
  const answering = { ...stateWith(), ...takeStand(stateWith(), "warm", 2) };
  assert.deepEqual(answering.before, { warm: 2 });
  assert.equal(opinionStage(answering), "first");
  assert.equal(opinionStage({ ...answering, answering: false }), "kept");
});

test("a page that opens with first answers does not show them", () => {
  assert.equal(opinionStage(stateWith({ before: { warm: 1 } })), "kept");
});

test("answers to statements that are gone, or at points that are gone, do not count", () => {
  const before = { gone: 1, warm: 9, dear: "2", old: 1.5 };
  assert.equal(opinionStage(stateWith({ before })), "first");
  assert.equal(pointOf(ACTIVITY, before, "warm"), null);
  assert.deepEqual(movesOf(stateWith({ before })), []);
});

test("a new answer keeps all the others, also to statements that are gone", () => {
  const state = stateWith({ before: { gone: 1, warm: 3 } });
  assert.deepEqual(takeStand(state, "dear", 1).before, { gone: 1, warm: 3, dear: 1 });
});

test("an answer can be taken back", () => {
  const state = stateWith({ before: { warm: 3, dear: 1 } });
  assert.deepEqual(takeStand(state, "warm", null).before, { dear: 1 });
});

test("the second round fills the later answers and leaves the first alone", () => {
  const state = stateWith({ before: { warm: 3 }, again: true });
  assert.equal(opinionStage(state), "second");
  assert.deepEqual(takeStand(state, "warm", 1), { after: { warm: 1 }, answering: true });
  assert.equal(opinionStage({ ...state, after: { warm: 1 } }), "compared");
});

test("each change is said in words that praise no direction", () => {
  const before = { warm: 1, dear: 2, old: 3 };
  const said = (after) =>
    movesOf(stateWith({ before, after })).map((move) => moveInWords(move, ACTIVITY.points));
  assert.deepEqual(said({ warm: 3, dear: 2 }), [
    "You moved from No to Yes.",
    "You stayed at In between.",
    "You answered this one the first time only: Yes.",
  ]);
});

test("a statement that was answered only later says so", () => {
  const [move] = movesOf(stateWith({ after: { warm: 1 } }));
  assert.equal(moveInWords(move, ACTIVITY.points), "You answered this one later only: No.");
});

test("all changes are summed up", () => {
  const before = { warm: 1, dear: 2, old: 3 };
  const sum = (after) => movesInWords(movesOf(stateWith({ before, after })));
  assert.equal(sum({ warm: 2, dear: 2, old: 3 }), "You moved on 1 statement. You stayed on 2.");
  assert.equal(sum({ warm: 2, dear: 3 }), "You moved on 2 statements.");
  assert.equal(sum(before), WORDS.opinion_scale.all_stayed);
  assert.equal(sum({}), WORDS.opinion_scale.none_twice);
});

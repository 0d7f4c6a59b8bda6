import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";
import { stateWith } from "./states.mjs";

const { closingQuestion, inHalves } = load(["common", "sorting_moves", "sorting_result"]);

const MISSED = { placements: { fish: "dogs", naps: "dogs", sticks: "dogs" } };

/** @param {{[card: string]: string}} questions @param {string | null} closing @returns {any} */
function activityAsking(questions, closing = null) {
  const { activity } = stateWith();
  const cards = activity.cards.map((card) => ({ ...card, question: questions[card.id] ?? null }));
  return { ...activity, cards, closing_question: closing };
}

test("points are written in halves", () => {
  assert.deepEqual([0, 0.5, 1, 1.5, 12, 11.5].map(inHalves), ["0", "½", "1", "1½", "12", "11½"]);
});

test("the closing question is that of the first card that missed", () => {
  const activity = activityAsking(
    { fish: "Why fish?", naps: "Why naps?", sticks: "Why sticks?" },
    "And you?",
  );
  assert.equal(closingQuestion(stateWith({ activity, ...MISSED })), "Why fish?");
});

test("the closing question is the deck's own when nothing missed", () => {
  const activity = activityAsking({ fish: "Why fish?" }, "And you?");
  assert.equal(closingQuestion(stateWith({ activity, placements: { fish: "cats" } })), "And you?");
});

test("the closing question is the deck's own when the missed card asks nothing", () => {
  const activity = activityAsking({ sticks: "Why sticks?" }, "And you?");
  assert.equal(closingQuestion(stateWith({ activity, ...MISSED })), "And you?");
});

test("a deck that asks nothing still closes with a question", () => {
  assert.equal(
    closingQuestion(stateWith()),
    "Which card would you like to talk over with someone, and why that one?",
  );
});

test("in opinion mode no card counts as missed, so the deck asks", () => {
  const activity = activityAsking({ fish: "Why fish?" }, "And you?");
  assert.equal(closingQuestion(stateWith({ activity, mode: "opinion", ...MISSED })), "And you?");
});

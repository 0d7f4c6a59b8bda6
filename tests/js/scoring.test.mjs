import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";
import { after, card, stateWith } from "./states.mjs";

const { pointsAtFirst, scoreOf, verdictOn, placeCard, takeBack, undoStep } = load([
  "sorting_moves",
]);
const golden = readTable("golden_scores.json");

for (const { name, table = golden.table, placements, score, without_answers } of golden.cases) {
  test(`the front end scores as Python does: ${name}`, () => {
    const cards = golden.front_end.cards.map((each) =>
      without_answers ? { ...each, answers: {} } : each,
    );
    const activity = { ...golden.front_end, cards };
    assert.deepEqual(scoreOf(stateWith({ activity, rounds: [table], placements })), score);
  });
}

test("other placements than the present ones can be scored", () => {
  const state = stateWith({ placements: { fish: "dogs" } });
  assert.equal(scoreOf(state, { fish: "cats", naps: "cats" }).points, 1.5);
});

test("the first try keeps its points when a card is moved", () => {
  const state = after(
    stateWith(),
    (now) => placeCard(now, "fish", "dogs"),
    (now) => placeCard(now, "naps", "cats"),
    (now) => placeCard(now, "fish", "cats"),
  );
  assert.equal(scoreOf(state).points, 1.5);
  assert.equal(pointsAtFirst(state), 0.5);
});

test("the first try keeps its points when a card is undone or taken back", () => {
  const wrong = after(stateWith(), (now) => placeCard(now, "fish", "dogs"));
  const undone = after(wrong, undoStep, (now) => placeCard(now, "fish", "cats"));
  const retried = after(
    wrong,
    (now) => takeBack(now, ["fish"]),
    (now) => placeCard(now, "fish", "cats"),
  );
  assert.equal(pointsAtFirst(undone), 0);
  assert.equal(pointsAtFirst(retried), 0);
});

test("cards that Python placed count at the first try as they stand", () => {
  assert.equal(pointsAtFirst(stateWith({ placements: { fish: "cats", naps: "cats" } })), 1.5);
});

test("a verdict says how a place compares with the author's view", () => {
  const naps = card("naps", { both: { points: 1, reason: "" }, cats: { points: 0.5, reason: "" } });
  const verdicts = ["both", "cats", "dogs", "pass", undefined].map((place) =>
    verdictOn(naps, place),
  );
  assert.deepEqual(verdicts, ["agrees", "depends", "differs", "passed", "unplaced"]);
});

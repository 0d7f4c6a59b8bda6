import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";
import { after, stateWith } from "./states.mjs";

const { placeCard, revealCards, startAgain, takeBack, undoStep } = load(["sorting_moves"]);

/** @param {string} card @param {string} place @returns {(state: any) => object} */
const placing = (card, place) => (state) => placeCard(state, card, place);

/** @param {any} state @returns {object} what undo brings back */
const whatCounts = ({ placements, revealed }) => ({ placements, revealed });

test("with nothing done there is nothing to undo", () => {
  assert.deepEqual(undoStep(stateWith()), {});
});

test("undo takes steps back one by one, the latest first", () => {
  const start = stateWith();
  const first = after(start, placing("fish", "cats"));
  const second = after(first, placing("naps", "both"));
  const third = after(second, placing("fish", "dogs"));
  assert.deepEqual(whatCounts(after(third, undoStep)), whatCounts(second));
  assert.deepEqual(whatCounts(after(third, undoStep, undoStep)), whatCounts(first));
  assert.deepEqual(whatCounts(after(third, undoStep, undoStep, undoStep)), whatCounts(start));
});

test("undo closes what a check or the answers have opened", () => {
  const placed = after(
    stateWith({ mode: "check" }),
    placing("fish", "cats"),
    placing("naps", "both"),
  );
  const shown = after(placed, (now) => revealCards(now, ["fish", "naps", "sticks"]));
  assert.deepEqual(whatCounts(after(shown, undoStep)), whatCounts(placed));
});

test("undo keeps open what was open before the check", () => {
  const checked = after(stateWith({ mode: "check" }), placing("fish", "cats"), (now) =>
    revealCards(now, ["fish"]),
  );
  const twice = after(checked, placing("naps", "both"), (now) =>
    revealCards(now, ["fish", "naps"]),
  );
  assert.deepEqual(after(twice, undoStep).revealed, ["fish"]);
});

test("undo brings back a card that was taken back, answered as before", () => {
  const placed = after(stateWith(), placing("fish", "cats"));
  const undone = after(placed, (now) => takeBack(now, ["fish"]), undoStep);
  assert.deepEqual(whatCounts(undone), whatCounts(placed));
});

test("undo brings back the whole table after starting again", () => {
  const placed = after(stateWith(), placing("fish", "cats"), placing("naps", "pass"));
  assert.deepEqual(whatCounts(after(placed, startAgain, undoStep)), whatCounts(placed));
});

test("undo keeps the first try, which the learner has seen answered", () => {
  const state = after(stateWith(), placing("fish", "dogs"), undoStep, placing("fish", "cats"));
  assert.deepEqual(state.first_placements, { fish: "dogs" });
});

test("undo after starting again brings the first tries back too", () => {
  const retried = after(stateWith(), placing("fish", "dogs"), placing("fish", "cats"));
  assert.deepEqual(after(retried, startAgain, undoStep).first_placements, { fish: "dogs" });
});

test("undo leaves alone what another view or Python has changed meanwhile", () => {
  const state = after(stateWith(), placing("fish", "cats"), placing("naps", "both"));
  const changed = { ...state, placements: { ...state.placements, sticks: "dogs" } };
  assert.deepEqual(after(changed, undoStep).placements, { fish: "cats", sticks: "dogs" });
  assert.deepEqual(after(changed, undoStep, undoStep).placements, { sticks: "dogs" });
});

test("undo of a card that another view or Python has moved goes back to before the step", () => {
  const state = after(stateWith(), placing("fish", "cats"), placing("fish", "both"));
  assert.deepEqual(after({ ...state, placements: { fish: "dogs" } }, undoStep).placements, {
    fish: "cats",
  });
});

test("undo works after Python has cleared the table", () => {
  const cleared = { ...after(stateWith(), placing("fish", "cats")), placements: {}, revealed: [] };
  assert.deepEqual(whatCounts(after(cleared, undoStep)), { placements: {}, revealed: [] });
});

test("the latest hundred steps can be undone", () => {
  const places = ["cats", "dogs"];
  const moves = Array.from({ length: 130 }, (_, index) => placing("fish", places[index % 2]));
  assert.equal(after(stateWith(), ...moves).history.length, 100);
});

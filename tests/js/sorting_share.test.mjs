import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";
import { card, stateWith } from "./states.mjs";

const { codeOf, decodePlacements, shareOf } = load([
  "common",
  "share_code",
  "sorting_moves",
  "sorting_share",
  "sorting_share_panel",
]);

test("a code is of the cards on the table, and of no others", () => {
  const cards = [card("fish", "cats"), card("naps", "cats"), card("walks", "dogs")];
  const state = stateWith();
  const activity = { ...state.activity, cards };
  const placements = { fish: "dogs", walks: "cats" };
  const table = ["naps", "fish"];
  const code = codeOf({ ...state, activity, placements }, table);
  const deal = { ...activity, cards: [{ id: "fish" }, { id: "naps" }] };
  assert.deepEqual(decodePlacements(code, deal), { fish: "dogs" });
  assert.equal(decodePlacements(code, activity), "other");
});

test("where nothing lies there is nothing to share", () => {
  assert.deepEqual(shareOf(stateWith({ placements: {} })), []);
});

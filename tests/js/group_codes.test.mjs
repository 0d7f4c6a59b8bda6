import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";

const { findCodes, tallyCodes, disputedFirst, movedBetween } = load(["share_code", "group_codes"]);
const { deck, text, found, tally, disputed, again, moved } = readTable("golden_tallies.json");
const counted = () =>
  tallyCodes(
    deck,
    findCodes(text, [deck]).codes.map(({ placements }) => placements),
  );

test("the front end finds in a chat what Python finds", () => {
  assert.deepEqual(findCodes(text, [deck]), found);
});

test("the front end counts as Python does", () => {
  assert.deepEqual(counted(), tally);
  assert.deepEqual(
    disputedFirst(counted().cards).map(({ card }) => card),
    disputed,
  );
  assert.deepEqual(movedBetween(counted(), tallyCodes(deck, again)), moved);
});

test("nothing is found in nothing, and without deals", () => {
  const nothing = { codes: [], damaged: [], others: [] };
  assert.deepEqual(findCodes("", [deck]), nothing);
  assert.deepEqual(findCodes("hello", []), nothing);
});

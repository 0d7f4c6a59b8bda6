import assert from "node:assert/strict";
import test from "node:test";

import { load, readTable } from "./load.mjs";

const { encodePlacements, decodePlacements } = load(["share_code"]);
const golden = readTable("golden_codes.json");

for (const { name, deck, placements, code } of golden.cases) {
  test(`the front end's codes are Python's: ${name}`, () => {
    assert.equal(encodePlacements(deck, placements), code);
    assert.deepEqual(decodePlacements(code, deck), placements);
  });
}

for (const { name, deck, placements, code } of golden.written) {
  test(`a code is read however it is written: ${name}`, () => {
    assert.deepEqual(decodePlacements(code, deck), placements);
  });
}

for (const { name, deck, code, why } of golden.refused) {
  test(`what is no code of the deck is refused: ${name}`, () => {
    assert.equal(decodePlacements(code, deck), why);
  });
}

test("five hundred cards in six places survive the way there and back", () => {
  const categories = [1, 2, 3, 4, 5, 6].map((number) => ({ id: `place-${number}` }));
  const cards = Array.from({ length: 500 }, (_, number) => ({ id: `card-${number}` }));
  const deck = { id: "large", categories, cards };
  const placements = Object.fromEntries(
    cards.map(({ id }, number) => [id, categories[(number * 7) % 6].id]),
  );
  assert.deepEqual(decodePlacements(encodePlacements(deck, placements), deck), placements);
});

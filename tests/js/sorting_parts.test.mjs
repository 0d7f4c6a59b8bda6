import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";

const { boardOrder, hueOf, inAName } = load(["sorting_moves", "category_hues", "sorting_parts"]);

/** @param {string} id @param {string[] | null} [overlap_of] @returns {any} */
const category = (id, overlap_of = null) => ({ id, label: id, description: null, overlap_of });

test("without an overlap the board keeps the deck's order and has no circles", () => {
  const six = ["f", "e", "d", "c", "b", "a"];
  assert.deepEqual(boardOrder(six.map((id) => category(id))), { circles: null, order: six });
});

test("an overlap stands between the two that it joins, wherever the deck names it", () => {
  const expected = { circles: ["a", "ab", "b"], order: ["a", "ab", "b"] };
  const overlap = category("ab", ["a", "b"]);
  for (const at of [0, 1, 2]) {
    const categories = [category("a"), category("b")].toSpliced(at, 0, overlap);
    assert.deepEqual(boardOrder(categories), expected);
  }
});

test("the overlap says which circle is on the left", () => {
  const categories = [category("a"), category("b"), category("ab", ["b", "a"])];
  assert.deepEqual(boardOrder(categories).circles, ["b", "ab", "a"]);
});

test("places beside the circles follow in the deck's order", () => {
  const categories = [
    category("x"),
    category("a"),
    category("y"),
    category("ab", ["a", "b"]),
    category("b"),
  ];
  assert.deepEqual(boardOrder(categories).order, ["a", "ab", "b", "x", "y"]);
});

test("only the first overlap is drawn as circles, and no place is lost", () => {
  const categories = [
    category("a"),
    category("b"),
    category("c"),
    category("ab", ["a", "b"]),
    category("bc", ["b", "c"]),
  ];
  const { circles, order } = boardOrder(categories);
  assert.deepEqual(circles, ["a", "ab", "b"]);
  assert.deepEqual(order, ["a", "ab", "b", "c", "bc"]);
});

test("places take the colours in turn and an overlap the colour between", () => {
  const categories = [category("a"), category("ab", ["a", "b"]), category("b"), category("c")];
  assert.deepEqual(
    categories.map(({ id }) => hueOf(categories, id)),
    [1, "overlap", 2, 3],
  );
});

test("a long text is shortened where it is part of a name", () => {
  assert.equal(inAName("Short."), "Short.");
  assert.equal(inAName("x".repeat(140)), "x".repeat(140));
  const shortened = inAName("x".repeat(10_000));
  assert.equal(shortened.length, 140);
  assert.ok(shortened.endsWith("…"));
});

import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";

const { knownOpened, openedWith } = load(["card_explorer"]);
const CARDS = [{ id: "hug" }, { id: "kiss" }, { id: "dance" }];

test("cards that the file no longer has are passed over and the others keep their order", () => {
  assert.deepEqual(knownOpened(["dance", "gone", "hug"], CARDS), ["dance", "hug"]);
});

test("a card that was saved twice counts once, at its later place", () => {
  assert.deepEqual(knownOpened(["hug", "kiss", "hug"], CARDS), ["kiss", "hug"]);
});

test("what cannot be read opens no card", () => {
  for (const saved of [undefined, null, "hug", 3, { hug: true }, [null, 3, { id: "hug" }]])
    assert.deepEqual(knownOpened(saved, CARDS), []);
});

test("a card that is opened comes last, also when it was open before", () => {
  const opened = ["hug", "kiss"];
  assert.deepEqual(openedWith(opened, "dance"), ["hug", "kiss", "dance"]);
  assert.deepEqual(openedWith(opened, "hug"), ["kiss", "hug"]);
  assert.deepEqual(opened, ["hug", "kiss"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import WORDS from "../../lessonkit/words/en.json" with { type: "json" };
import { load } from "./load.mjs";

const { comfortLists, comfortText, countMarked, everythingShown, groupsOf, markOf, withValue } =
  load(["common", "comfort_lists"], { words: WORDS.comfort_map });

const ACTIVITY = {
  title: "Visits",
  closing: "For me.",
  choices: [
    { id: "yes", label: "Yes" },
    { id: "no", label: "No" },
  ],
  items: [
    { id: "cats", label: "Cats", group: "Animals" },
    { id: "aunts", label: "Aunts" },
    { id: "dogs", label: "Dogs", group: "Animals" },
    { id: "rain", label: "Rain" },
  ],
};
const ALL = everythingShown(ACTIVITY);

/** @param {object} [changes] @returns {any} */
function stateWith(changes = {}) {
  return { activity: ACTIVITY, answers: {}, notes: {}, ...changes };
}

test("items of one heading stand together, in the order in which the headings come", () => {
  const groups = groupsOf(ACTIVITY).map(({ name, items }) => [name, items.map(({ id }) => id)]);
  assert.deepEqual(groups, [
    ["Animals", ["cats", "dogs"]],
    [null, ["aunts", "rain"]],
  ]);
});

test("marks with a choice that is gone, or on an item that is gone, do not count", () => {
  const state = stateWith({ answers: { cats: "maybe", gone: "yes", dogs: "no" } });
  assert.equal(markOf(state, "cats"), null);
  assert.equal(countMarked(state), 1);
});

test("a value is set, changed and taken away, and all others are kept", () => {
  const values = { gone: "yes", cats: "no" };
  assert.deepEqual(withValue(values, "dogs", "yes"), { ...values, dogs: "yes" });
  assert.deepEqual(withValue(values, "cats", null), { gone: "yes" });
  assert.deepEqual(withValue(values, "cats", ""), { gone: "yes" });
  assert.deepEqual(values, { gone: "yes", cats: "no" });
});

test("the page is sorted by choice, with what is only noted at its end", () => {
  const answers = { dogs: "yes", aunts: "no", cats: "yes" };
  const notes = { cats: " Soft ones. ", rain: "Ask me.", dogs: "  " };
  assert.deepEqual(comfortLists(stateWith({ answers, notes }), ALL), [
    {
      id: "yes",
      label: "Yes",
      lines: [
        { label: "Cats", note: "Soft ones." },
        { label: "Dogs", note: "" },
      ],
    },
    { id: "no", label: "No", lines: [{ label: "Aunts", note: "" }] },
    { id: "", label: "Not marked, with a note", lines: [{ label: "Rain", note: "Ask me." }] },
  ]);
});

test("a choice can be kept back", () => {
  const state = stateWith({ answers: { cats: "yes", aunts: "no" } });
  assert.deepEqual(
    comfortLists(state, ["no"]).map(({ id }) => id),
    ["no"],
  );
});

test("without notes no note is told, and no item that has nothing but one", () => {
  const state = stateWith({ answers: { cats: "yes" }, notes: { cats: "Soft.", rain: "Ask me." } });
  assert.doesNotMatch(JSON.stringify(comfortLists(state, ["yes", "no"])), /Soft|Ask|Rain/);
});

test("the text holds what the page holds and nothing else", () => {
  const state = stateWith({ answers: { cats: "yes", aunts: "no" }, notes: { cats: "Soft." } });
  assert.equal(
    comfortText(ACTIVITY, comfortLists(state, ALL)),
    "Visits\n\nFor me.\n\nYes\n- Cats: Soft.\n\nNo\n- Aunts\n",
  );
  assert.equal(comfortText({ ...ACTIVITY, closing: undefined }, []), "Visits\n");
});

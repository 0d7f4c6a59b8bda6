import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./load.mjs";

const { alsoOpen, choose, endingsFound, followPath, pathOf, withEnding } = load(["dialogue_path"]);

/** @param {string} id @param {string} to */
const choice = (id, to) => ({ id, to, text: `${id}.`, debrief: `To ${id}.` });

/** One can ask, wait as often as one likes, or go. */
const talk = {
  id: "talk",
  title: "Talk",
  prompt: "You and Kim.",
  lines: [
    { id: "start", text: "It rains.", choices: [choice("ask", "answer"), choice("wait", "start")] },
    {
      id: "answer",
      speaker: "Kim",
      text: "Yes?",
      choices: [choice("stay", "warm"), choice("go", "home")],
    },
    { id: "warm", text: "You stay.", choices: [], ending: "Together" },
    { id: "home", text: "You go.", choices: [], ending: "Apart" },
  ],
};

/** @param {...[string, string]} pairs */
const steps = (...pairs) => pairs.map(([line, chosen]) => ({ line, choice: chosen }));

/** @param {any} path @returns {[string[], string]} what was chosen, and the line to which it led */
function followed(path) {
  const { turns, line } = followPath(talk, path);
  return [turns.map((/** @type {any} */ { chosen }) => chosen.id), line.id];
}

test("a conversation that nobody has begun stands at its first line", () => {
  assert.deepEqual(followed([]), [[], "start"]);
});

test("a path leads from line to line, and may come by a line twice", () => {
  const path = steps(["start", "wait"], ["start", "ask"], ["answer", "stay"]);
  assert.deepEqual(followed(path), [["wait", "ask", "stay"], "warm"]);
  assert.deepEqual(pathOf(followPath(talk, path).turns), path);
});

test("a path is followed as far as it fits the lines that there are", () => {
  for (const [path, chosen, line] of /** @type {[any, string[], string][]} */ ([
    [steps(["start", "ask"], ["gone", "stay"]), ["ask"], "answer"],
    [steps(["start", "ask"], ["answer", "gone"], ["answer", "go"]), ["ask"], "answer"],
    [steps(["start", "ask"], ["start", "wait"]), ["ask"], "answer"],
    [steps(["start", "ask"], ["answer", "go"], ["home", "stay"]), ["ask", "go"], "home"],
    [[null, ...steps(["start", "ask"])], [], "start"],
    [[{}, 3, "start"], [], "start"],
  ]))
    assert.deepEqual(followed(path), [chosen, line]);
});

test("a choice that leads to no line is not taken", () => {
  const lines = [{ ...talk.lines[0], choices: [choice("ask", "gone")] }, ...talk.lines.slice(1)];
  assert.equal(followPath({ ...talk, lines }, steps(["start", "ask"])).line.id, "start");
});

test("choosing makes the path longer and leaves what was there alone", () => {
  const before = Object.freeze({ path: Object.freeze([]), endings: Object.freeze([]) });
  assert.deepEqual(choose(talk, before, "ask"), { path: steps(["start", "ask"]), endings: [] });
});

test("choosing goes on from where the path still fits", () => {
  const path = steps(["start", "ask"], ["gone", "stay"]);
  assert.deepEqual(choose(talk, { path, endings: [] }, "go").path, [
    { line: "start", choice: "ask" },
    { line: "answer", choice: "go" },
  ]);
});

test("an ending counts once, however often one comes there", () => {
  const path = steps(["start", "ask"]);
  const first = choose(talk, { path, endings: [] }, "stay");
  assert.deepEqual(first.endings, ["warm"]);
  assert.deepEqual(choose(talk, { path, endings: first.endings }, "stay").endings, ["warm"]);
  assert.deepEqual(choose(talk, { path, endings: first.endings }, "go").endings, ["warm", "home"]);
});

test("a path that ends counts even where its ending was not kept", () => {
  const path = steps(["start", "ask"], ["answer", "go"]);
  assert.deepEqual(withEnding(talk, path, []), ["home"]);
  assert.deepEqual(withEnding(talk, path.slice(0, 1), []), []);
});

test("endings that there are no longer, or that are kept twice, are not counted", () => {
  const kept = ["home", "gone", "start", "warm", "home"];
  assert.deepEqual(endingsFound(talk, kept), { found: ["Apart", "Together"], total: 2 });
  assert.deepEqual(endingsFound(talk, ["gone"]), { found: [], total: 2 });
});

test("what else stood open are the other choices of the line", () => {
  const [turn] = followPath(talk, steps(["start", "wait"])).turns;
  assert.deepEqual(
    alsoOpen(turn).map((/** @type {any} */ { id }) => id),
    ["ask"],
  );
});

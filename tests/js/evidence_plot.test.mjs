import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { load } from "./load.mjs";

const CATALOGUE = new URL("../../lessonkit/words/en.json", import.meta.url);
const words = JSON.parse(readFileSync(CATALOGUE, "utf8")).evidence_plot;
const plot = load(["common", "evidence_plot_scale"], { words });
const { axisFor, decimalsOf, knownLooks, linearTicks, logTicks, markOf, numberWords, wordsOf } =
  plot;

/** @param {any[]} effects @param {object} [changes] @returns {any} */
const activity = (effects, changes = {}) => ({
  none: 0,
  scale: "linear",
  lower: "Worse",
  higher: "Better",
  effects: effects.map((effect, n) => ({ id: `e${n}`, interval: "95%", ...effect })),
  ...changes,
});

test("ticks of a linear scale are round and reach around all numbers", () => {
  assert.deepEqual(linearTicks(0, 1), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(linearTicks(-0.13, 1.31), [-0.5, 0, 0.5, 1, 1.5]);
  assert.deepEqual(linearTicks(-3, -1), [-3, -2.5, -2, -1.5, -1]);
  assert.deepEqual(linearTicks(0.1, 0.3), [0.1, 0.15, 0.2, 0.25, 0.3]);
  assert.deepEqual(linearTicks(12, 46), [10, 20, 30, 40, 50]);
});

test("zero among the ticks has no sign", () => {
  assert.ok(linearTicks(-1, 1).every((tick) => !Object.is(tick, -0)));
});

test("ticks of a log scale are round, and further apart the longer the scale", () => {
  assert.deepEqual(logTicks(0.95, 2.23), [0.7, 1, 1.5, 2, 3]);
  assert.deepEqual(logTicks(0.2, 5), [0.2, 0.5, 1, 2, 5]);
  assert.deepEqual(logTicks(0.01, 100), [0.01, 0.1, 1, 10, 100]);
  assert.deepEqual(logTicks(0.99, 1.08), [0.98, 1, 1.02, 1.04, 1.06, 1.08]);
});

test("two to seven ticks take in whatever numbers there are", () => {
  for (let n = 1; n <= 400; n += 1) {
    const low = Math.exp(Math.sin(n) * 9);
    const high = low * (1 + Math.exp(Math.cos(n * 7) * 9));
    for (const [ticks, from, to] of [
      [linearTicks(low, high), low, high],
      [linearTicks(-high, low), -high, low],
      [logTicks(low, high), low, high],
    ]) {
      const hair = (to - from) * 1e-6;
      assert.ok(ticks.length >= 2 && ticks.length <= 7, `${from} ${to}: ${ticks}`);
      assert.ok(ticks.every((tick, at) => at === 0 || tick > ticks[at - 1]));
      assert.ok(ticks[0] <= from + hair, `${from} ${to}: ${ticks}`);
      assert.ok(ticks[ticks.length - 1] >= to - hair, `${from} ${to}: ${ticks}`);
    }
  }
});

test("an axis shows both sides of no difference, wherever the numbers are", () => {
  const right = axisFor(activity([{ value: 0.69, low: 0.48, high: 0.89 }]));
  const left = axisFor(activity([{ value: -3 }]));
  const ratio = axisFor(activity([{ value: 2, low: 1.5, high: 3 }], { none: 1, scale: "log" }));
  for (const [axis, none] of [
    [right, 0],
    [left, 0],
    [ratio, 1],
  ]) {
    assert.ok(axis.percent(none) > 0 && axis.percent(none) < 100);
    assert.ok(Math.abs(axis.percent(axis.ticks[0])) < 1e-9);
    assert.ok(Math.abs(axis.percent(axis.ticks.at(-1)) - 100) < 1e-9);
  }
});

test("on a log scale half as much is as far as twice as much", () => {
  const { percent } = axisFor(
    activity([{ value: 1, low: 0.5, high: 2 }], { none: 1, scale: "log" }),
  );
  assert.ok(Math.abs(percent(1) - percent(0.5) - (percent(2) - percent(1))) < 1e-9);
});

test("a single effect that is no difference still has an axis", () => {
  const linear = axisFor(activity([{ value: 0 }]));
  const log = axisFor(activity([{ value: 1 }], { none: 1, scale: "log" }));
  assert.ok(Math.abs(linear.percent(0) - 50) < 1e-9);
  assert.ok(Math.abs(log.percent(1) - 50) < 1e-9);
});

test("numbers have as many decimals as the longest of them, and a real minus sign", () => {
  assert.equal(decimalsOf([1, 0.5, 0.69]), 2);
  assert.equal(decimalsOf([0.1 + 0.2, 3]), 1);
  assert.equal(decimalsOf([]), 0);
  assert.equal(numberWords(-0.5, 2), "−0.50");
  assert.equal(numberWords(308849, 0), "308,849");
});

test("the shape of a mark tells whether the interval takes in no difference", () => {
  assert.equal(markOf({ value: 1, low: 0.5, high: 2 }, 0), "clear");
  assert.equal(markOf({ value: 1, low: -0.5, high: 2 }, 0), "open");
  assert.equal(markOf({ value: 1, low: 0, high: 2 }, 0), "open");
  assert.equal(markOf({ low: 0.5, high: 2 }, 0), "range");
  assert.equal(markOf({ value: 1 }, 0), "alone");
});

test("an effect is put into words", () => {
  const shown = activity([
    { value: 0.7, low: 0.48, high: 0.9 },
    { value: -0.2, low: -0.5, high: 0.1 },
    { value: -0.4, low: -0.5, high: -0.3 },
    { low: 0.05, high: 0.3 },
    { value: 0.3 },
  ]);
  assert.deepEqual(
    shown.effects.map((/** @type {any} */ effect) => Object.values(wordsOf(effect, shown))),
    [
      ["0.70", "0.48 to 0.90", "0.48 to 0.90 (95%)", "Points to: Better."],
      ["−0.20", "−0.50 to 0.10", "−0.50 to 0.10 (95%)", "This could also be no difference."],
      ["−0.40", "−0.50 to −0.30", "−0.50 to −0.30 (95%)", "Points to: Worse."],
      ["No single number", "0.05 to 0.30", "0.05 to 0.30 (95%)", ""],
      ["0.30", "", "no interval was given", ""],
    ],
  );
});

test("of what was looked at, what still exists is kept, each once and the latest last", () => {
  const { effects } = activity([{}, {}, {}]);
  assert.deepEqual(knownLooks(["e0", "gone", "e1", "e0"], effects), ["e1", "e0"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./load.mjs";

const { makeSlidesClock, clockTime } = load(["slides_clock"]);
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A clock of two steps, and a way to let time pass. */
function twoSteps() {
  let time = 5_000_000;
  const steps = new Map([
    ["welcome", 5],
    ["sort", 10],
  ]);
  const clock = makeSlidesClock(steps, () => time);
  const pass = (milliseconds) => {
    time += milliseconds;
  };
  return { clock, pass };
}

test("a clock waits until it is started, and stands still when it is paused", () => {
  const { clock, pass } = twoSteps();
  clock.turnTo("welcome");
  pass(MINUTE);
  assert.equal(clock.left(), 5 * MINUTE);
  clock.toggle();
  pass(MINUTE);
  assert.equal(clock.left(), 4 * MINUTE);
  clock.toggle();
  pass(MINUTE);
  assert.equal(clock.left(), 4 * MINUTE);
  assert.equal(clock.isRunning(), false);
});

test("a clock that runs goes on with the next step, and each step keeps its own time", () => {
  const { clock, pass } = twoSteps();
  clock.turnTo("welcome");
  clock.toggle();
  pass(MINUTE);
  clock.turnTo("sort");
  pass(2 * MINUTE);
  assert.equal(clock.left(), 8 * MINUTE);
  clock.turnTo("welcome");
  pass(MINUTE);
  assert.equal(clock.left(), 3 * MINUTE);
  assert.equal(clock.spent(), 4 * MINUTE);
  assert.equal(clock.planned(), 15 * MINUTE);
});

test("a slide that is no step has no time, and takes none", () => {
  const { clock, pass } = twoSteps();
  clock.turnTo("welcome");
  clock.toggle();
  clock.turnTo("start");
  pass(MINUTE);
  assert.equal(clock.left(), null);
  assert.equal(clock.spent(), 0);
});

test("time that is over is counted on", () => {
  const { clock, pass } = twoSteps();
  clock.turnTo("welcome");
  clock.toggle();
  pass(6 * MINUTE);
  assert.equal(clock.left(), -MINUTE);
});

test("a reset takes the time of the step back, and of no other", () => {
  const { clock, pass } = twoSteps();
  clock.turnTo("welcome");
  clock.toggle();
  pass(MINUTE);
  clock.turnTo("sort");
  pass(MINUTE);
  clock.reset();
  assert.equal(clock.isRunning(), false);
  assert.equal(clock.left(), 10 * MINUTE);
  assert.equal(clock.spentOn("welcome"), MINUTE);
});

test("a system's clock that is put back takes nothing away", () => {
  const { clock, pass } = twoSteps();
  clock.turnTo("welcome");
  clock.toggle();
  pass(MINUTE);
  clock.turnTo("welcome");
  pass(-10 * MINUTE);
  assert.equal(clock.left(), 4 * MINUTE);
});

for (const [time, shown] of [
  [5 * MINUTE, "5:00"],
  [4 * MINUTE + 59 * SECOND + 1, "5:00"],
  [65 * MINUTE + 7 * SECOND, "65:07"],
  [1, "0:01"],
  [0, "0:00"],
  [-999, "0:00"],
  [-SECOND, "+0:01"],
  [-80 * SECOND, "+1:20"],
]) {
  test(`${time} ms are shown as ${shown}`, () => assert.equal(clockTime(time), shown));
}

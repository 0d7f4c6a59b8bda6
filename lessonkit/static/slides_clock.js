/** Counts the time of each step while its slide is shown. */

/** @typedef {ReturnType<typeof makeSlidesClock>} SlidesClock */

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * Make a clock that stands still until it is started.
 *
 * @param {Map<string, number>} minutes of each step that has some, in order
 * @param {() => number} [now] in milliseconds
 */
function makeSlidesClock(minutes, now = Date.now) {
  /** @type {Map<string, number>} what has gone by of each step, without what has since then */
  const counted = new Map();
  let step = "";
  let since = 0;
  let isRunning = false;

  /** Take in what has gone by since the last time. */
  function count() {
    const time = now();
    // A clock of the system that was put back takes nothing away.
    if (isRunning && step) counted.set(step, spentOn(step));
    since = time;
  }

  /** @param {string} id @returns {number} in milliseconds */
  function spentOn(id) {
    const running = isRunning && id === step ? Math.max(0, now() - since) : 0;
    return (counted.get(id) ?? 0) + running;
  }

  return {
    spentOn,
    isRunning: () => isRunning,

    /** Go on with a step, or with none. @param {string} id */
    turnTo(id) {
      count();
      step = minutes.has(id) ? id : "";
    },

    /** Start, or stand still. */
    toggle() {
      count();
      isRunning = !isRunning;
    },

    /** Let the step that is shown begin anew, and stand still. */
    reset() {
      count();
      isRunning = false;
      counted.delete(step);
    },

    /** @returns {number | null} of the step that is shown, in milliseconds; negative once the time is over */
    left() {
      const given = minutes.get(step);
      return given === undefined ? null : given * MINUTE - spentOn(step);
    },

    /** @returns {number} of all steps, in milliseconds */
    spent: () => [...minutes.keys()].reduce((sum, id) => sum + spentOn(id), 0),

    /** @returns {number} of all steps, in milliseconds */
    planned: () => [...minutes.values()].reduce((sum, each) => sum + each, 0) * MINUTE,
  };
}

/**
 * Write a time as people read it off a clock. What is left is rounded up, so that it begins with
 * the whole and ends with nothing; what is over is rounded down.
 *
 * @param {number} time in milliseconds; negative is over
 * @returns {string} such as `4:05`, or `+1:20`
 */
function clockTime(time) {
  const seconds = Math.ceil(time / SECOND);
  const [whole, rest] = [Math.floor(Math.abs(seconds) / 60), Math.abs(seconds) % 60];
  return `${seconds < 0 ? "+" : ""}${whole}:${String(rest).padStart(2, "0")}`;
}

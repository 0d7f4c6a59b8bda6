/** Where things stand on the axis of an evidence plot, and how its numbers are said. Pure functions. */

/**
 * @typedef {object} PlotEffect
 * @property {string} id
 * @property {string} label
 * @property {number} [value]
 * @property {number} [low]
 * @property {number} [high]
 * @property {string} interval what `low` and `high` are
 * @property {string} whom
 * @property {string} limits
 * @property {Evidence} evidence
 */
/**
 * @typedef {object} PlotActivity
 * @property {string} title
 * @property {string} prompt
 * @property {string} measure
 * @property {string} reading
 * @property {number} none the value that means no difference
 * @property {"linear" | "log"} scale
 * @property {string} lower what lies below `none`
 * @property {string} higher what lies above it
 * @property {PlotEffect[]} effects
 */
/** @typedef {{ticks: number[], percent: (value: number) => number}} PlotAxis */

const MOST_TICKS = 7;
const FINEST_DECIMALS = 6;
/** Ticks of one power of ten on a log scale, the closest first. */
const LOG_TICKS = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

/** @param {PlotEffect} effect @returns {number[]} the numbers of an effect that there are */
function numbersOf({ value, low, high }) {
  return [value, low, high].filter((number) => number !== undefined);
}

/**
 * Round numbers, evenly spaced, from at or below `low` to at or above `high`; at most seven.
 *
 * @param {number} low
 * @param {number} high above `low`
 * @returns {number[]}
 */
function linearTicks(low, high) {
  // A hair's breadth, as 0.3 / 0.1 is not 3 in binary numbers.
  const hair = 1e-9;
  for (let power = 10 ** (Math.floor(Math.log10(high - low)) - 1); ; power *= 10)
    for (const factor of [1, 2, 5]) {
      const step = factor * power;
      const first = Math.floor(low / step + hair);
      const count = Math.ceil(high / step - hair) - first + 1;
      if (count <= MOST_TICKS)
        return Array.from({ length: count }, (_, n) => inTens((first + n) * step));
    }
}

/**
 * Round numbers for a log scale, from at or below `low` to at or above `high`; at most seven.
 *
 * @param {number} low above 0
 * @param {number} high above `low`
 * @returns {number[]}
 */
function logTicks(low, high) {
  // Within a factor of two a log scale is nearly even, and round numbers lie too far apart.
  if (high / low < 2) return linearTicks(low, high);
  for (const factors of LOG_TICKS) {
    const ticks = ticksAround(low, high, factors);
    if (ticks.length <= MOST_TICKS) return ticks;
  }
  const powers = ticksAround(low, high, [1]);
  const every = Math.ceil((powers.length - 1) / (MOST_TICKS - 1));
  const last = powers[powers.length - 1];
  const ticks = powers.filter((_, n) => n % every === 0);
  return ticks[ticks.length - 1] === last ? ticks : [...ticks, last];
}

/** @param {number} low @param {number} high @param {number[]} factors @returns {number[]} */
function ticksAround(low, high, factors) {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const all = [];
  for (let power = first; power <= last; power += 1)
    all.push(...factors.map((factor) => inTens(factor * 10 ** power)));
  const from = all.findLastIndex((tick) => tick <= low);
  const to = all.findIndex((tick) => tick >= high);
  return all.slice(from, to + 1);
}

/** @param {number} number @returns {number} without the crumbs that binary numbers leave */
function inTens(number) {
  return Number(number.toPrecision(12));
}

/** @param {number} span @returns {number} what stays free on each side of "no difference", so that both sides are seen */
function roomOn(span) {
  return span === 0 ? 1 : span / 10;
}

/** @param {number} ratio @returns {number} the same on a log scale, as a factor */
function roomIn(ratio) {
  return ratio === 1 ? 2 : ratio ** 0.1;
}

/** @param {PlotActivity} activity @returns {PlotAxis} an axis on which every number of the activity lies, with both sides */
function axisFor({ effects, none, scale }) {
  const numbers = [none, ...effects.flatMap(numbersOf)];
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const place = scale === "log" ? Math.log : (/** @type {number} */ number) => number;
  const ticks =
    scale === "log"
      ? logTicks(
          Math.min(low, none / roomIn(high / low)),
          Math.max(high, none * roomIn(high / low)),
        )
      : linearTicks(
          Math.min(low, none - roomOn(high - low)),
          Math.max(high, none + roomOn(high - low)),
        );
  const start = place(ticks[0]);
  const length = place(ticks[ticks.length - 1]) - start;
  return { ticks, percent: (value) => ((place(value) - start) / length) * 100 };
}

/** @param {number[]} numbers @returns {number} how many decimals show all of them in full */
function decimalsOf(numbers) {
  const counts = numbers.map((number) => {
    const [, decimals = ""] = String(Number(number.toFixed(FINEST_DECIMALS))).split(".");
    return decimals.length;
  });
  return Math.max(0, ...counts);
}

/** @param {number} number @param {number} decimals @returns {string} a number as the page's language writes it */
function numberWords(number, decimals) {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(spokenLanguage(), digits).format(number).replace("-", "−");
}

/** @param {PlotEffect} effect @param {number} none @returns {boolean} whether the interval takes in "no difference" */
function couldBeNone({ low, high }, none) {
  return low !== undefined && high !== undefined && low <= none && none <= high;
}

/**
 * What stands for an effect: a full dot, a hollow one where its interval takes in "no difference",
 * a bar where there is no number, or a dot without a line.
 *
 * @typedef {"clear" | "open" | "range" | "alone"} PlotMark
 */
/** @param {PlotEffect} effect @param {number} none @returns {PlotMark} */
function markOf(effect, none) {
  if (effect.value === undefined) return "range";
  if (effect.low === undefined) return "alone";
  return couldBeNone(effect, none) ? "open" : "clear";
}

/**
 * What is said of an effect. `ends` are those of its interval; `range` says what they are, too;
 * `verdict` says where it lies from "no difference", if one can tell.
 *
 * @param {PlotEffect} effect
 * @param {PlotActivity} activity
 * @returns {{number: string, ends: string, range: string, verdict: string}}
 */
function wordsOf(effect, { effects, none, lower, higher }) {
  const { value, low, high, interval } = effect;
  const decimals = decimalsOf(effects.flatMap(numbersOf));
  const number = value === undefined ? say("no_number") : numberWords(value, decimals);
  let [ends, range, verdict] = ["", say("no_interval"), ""];
  if (low !== undefined && high !== undefined) {
    ends = say("low_to_high", {
      low: numberWords(low, decimals),
      high: numberWords(high, decimals),
    });
    range = `${ends} (${interval})`;
  }
  if (couldBeNone(effect, none)) verdict = say("could_be_none");
  else if (markOf(effect, none) === "clear")
    verdict = say("points_to", { side: Number(value) > none ? higher : lower });
  return { number, ends, range, verdict };
}

/**
 * @param {string[]} saved the ids that a model holds
 * @param {PlotEffect[]} effects
 * @returns {string[]} those that there are, each once, where it was looked at last
 */
function knownLooks(saved, effects) {
  const known = saved.filter((id) => effects.some((effect) => effect.id === id));
  return known.filter((id, n) => known.lastIndexOf(id) === n);
}

/** Counts the codes in a box, and sets two sortings side by side. Pure functions. Parts to go in front: `group_codes`. */

/** The lowest threshold: of two people, each would know what the other has answered. */
const FEWEST_CODES = 3;
const GROUP_TRAITS = [
  "activity",
  "rounds",
  "first_text",
  "second_text",
  "threshold",
  "order",
  "drop_repeats",
];
/** A spreadsheet takes a text that begins so for something to work out. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * @typedef {{id: string, label: string, overlap_of: string[] | null}} GroupCategory
 * @typedef {{id: string, text: string, question: string | null}} GroupCard
 * @typedef {{id: string, title: string, categories: GroupCategory[], cards: GroupCard[], debrief: string[]}} GroupActivity
 */
/**
 * @typedef {{activity: GroupActivity, rounds: string[][], first_text: string, second_text: string,
 *   threshold: number, order: "disputed" | "deck", drop_repeats: boolean}} GroupState
 */
/**
 * @typedef {object} RoundCount
 * @property {number} number from 1
 * @property {number} missing how many codes are still needed before anything is shown
 * @property {GroupCounts} counts
 */
/**
 * @typedef {object} BoxCount
 * @property {FoundCodes} found
 * @property {number} codes how many are counted
 * @property {number} repeated how many stand on a line that stood before
 * @property {RoundCount[]} rounds those of which there are codes
 */
/**
 * @typedef {object} Sorting how a group has sorted one card
 * @property {number} people
 * @property {CardTally} tally
 */
/**
 * @typedef {object} CardLine
 * @property {GroupCard} card
 * @property {number} number its place on the table
 * @property {number | null} round from 1, where there is more than one to be told apart
 * @property {Sorting} first
 * @property {Sorting | null} later the second sorting, once enough codes of it are in
 * @property {{[category: string]: number} | null} change of each category's share, in points
 */

/** @param {WidgetModel} model @returns {GroupState} */
function groupState(model) {
  const values = Object.fromEntries(GROUP_TRAITS.map((trait) => [trait, model.get(trait)]));
  const { threshold, order } = values;
  // What a browser has kept may be anything.
  const asked = Number.isInteger(threshold) ? threshold : 0;
  return /** @type {any} */ ({
    ...values,
    first_text: String(values.first_text ?? ""),
    second_text: String(values.second_text ?? ""),
    threshold: Math.max(FEWEST_CODES, asked),
    order: order === "deck" ? "deck" : "disputed",
  });
}

/** @param {{activity: GroupActivity, rounds: string[][]}} state @returns {Deal[]} */
function dealsOf({ activity, rounds }) {
  const { id, categories } = activity;
  return rounds.map((cards) => ({ id, categories, cards: cards.map((card) => ({ id: card })) }));
}

/**
 * Make a function that finds codes, and looks only once at the same text.
 *
 * @param {Deal[]} deals
 * @returns {(text: string) => FoundCodes}
 */
function makeFinder(deals) {
  let seen = "";
  let found = findCodes(seen, deals);
  return (text) => {
    if (text !== seen) [seen, found] = [text, findCodes(text, deals)];
    return found;
  };
}

/**
 * @param {FoundCodes} found
 * @param {Deal[]} deals
 * @param {{threshold: number, drop_repeats: boolean}} state
 * @returns {BoxCount}
 */
function countBox(found, deals, { threshold, drop_repeats }) {
  const counted = found.codes.filter(({ repeated }) => !(drop_repeats && repeated));
  const rounds = deals.flatMap((deal, index) => {
    const everyone = counted.flatMap((code) => (code.deal === index ? [code.placements] : []));
    if (!everyone.length) return [];
    const missing = Math.max(0, threshold - everyone.length);
    return [{ number: index + 1, missing, counts: tallyCodes(deal, everyone) }];
  });
  const repeated = found.codes.filter((code) => code.repeated).length;
  return { found, codes: counted.length, repeated, rounds };
}

/** @param {BoxCount} box @returns {RoundCount[]} the rounds of which enough codes are in */
function shownRounds({ rounds }) {
  return rounds.filter(({ missing }) => missing === 0);
}

/**
 * What can be shown, card by card: nothing of a round of which too few codes are in.
 *
 * @param {GroupActivity} activity
 * @param {BoxCount} first
 * @param {BoxCount} second
 * @param {"disputed" | "deck"} order
 * @returns {CardLine[]}
 */
function cardLines(activity, first, second, order) {
  const cards = new Map(activity.cards.map((card) => [card.id, card]));
  const shown = shownRounds(first);
  const lines = new Map();
  for (const { number: round, counts } of shown) {
    const after = shownRounds(second).find(({ number }) => number === round)?.counts;
    const changes = after ? movedBetween(counts, after) : {};
    for (const [index, tally] of counts.cards.entries()) {
      const then = after?.cards[index];
      lines.set(tally.card, {
        card: cards.get(tally.card),
        number: index + 1,
        round: shown.length > 1 ? round : null,
        first: { people: counts.people, tally },
        later: after && then ? { people: after.people, tally: then } : null,
        change: changes[tally.card] ?? null,
      });
    }
  }
  const all = [...lines.values()];
  if (order === "deck") return all;
  return disputedFirst(all.map((line) => line.first.tally)).map(({ card }) => lines.get(card));
}

/** @param {CardTally} tally @param {string} category @returns {number} of those who placed the card, in percent */
function shareOf({ counts, placed }, category) {
  return placed ? (100 * counts[category]) / placed : 0;
}

/** @param {Sorting} sorting @returns {number} how many have neither placed the card nor passed it */
function leftOut({ people, tally }) {
  return people - tally.placed - tally.counts[PASSED];
}

/**
 * A box with the codes and nothing else. Each line keeps a number of its own, so that a line that
 * was pasted twice can still be told from two people who have sorted alike.
 *
 * @param {string} text
 * @param {FoundCodes} found in the text
 * @returns {string}
 */
function codesAlone(text, { codes, damaged, others }) {
  const whole = codes.map(({ code, line }) => ({ text: code, line }));
  const numbers = new Map();
  /** @type {Map<number, string[]>} */
  const kept = new Map();
  for (const each of [...whole, ...damaged, ...others])
    kept.set(each.line, [...(kept.get(each.line) ?? []), each.text.replace(/[ \t]+/g, "-")]);
  const lines = text.split(LINE_END);
  return [...kept.keys()]
    .sort((one, other) => one - other)
    .map((line) => {
      const words = lines[line - 1].replace(/[ \t]+/g, " ").trim();
      if (!numbers.has(words)) numbers.set(words, numbers.size + 1);
      return `(${numbers.get(words)}) ${kept.get(line)?.join(", ")}`;
    })
    .join("\n");
}

/**
 * The counts as a table: what `lessonkit/group/csv_file.py` reads.
 *
 * @param {GroupActivity} activity
 * @param {BoxCount} box
 * @returns {string} as comma-separated values
 */
function countsTable(activity, box) {
  const texts = new Map(activity.cards.map(({ id, text }) => [id, text]));
  const places = placesOf(activity);
  const rows = [["round", "card", "text", ...places, "not_placed"]];
  for (const { number, counts } of shownRounds(box))
    for (const tally of counts.cards) {
      const text = texts.get(tally.card) ?? "";
      rows.push([
        String(number),
        tally.card,
        FORMULA.test(text) ? `'${text}` : text,
        ...places.map((place) => String(tally.counts[place])),
        String(leftOut({ people: counts.people, tally })),
      ]);
    }
  return rows.map((row) => `${row.map(inTable).join(",")}\n`).join("");
}

/** @param {string} value @returns {string} as RFC 4180 has it */
function inTable(value) {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

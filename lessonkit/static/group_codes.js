/**
 * Finds share codes in what a group has sent, and counts how the group sorted. Pure functions.
 *
 * `lessonkit/group/tally.py` does the same and says more; `tests/golden_tallies.json` holds both to
 * it. Parts to go in front: `share_code`.
 */

/**
 * @typedef {{code: string, deal: number, placements: {[card: string]: string}, line: number, repeated: boolean}} FoundCode
 * @typedef {{text: string, line: number}} FoundText
 * @typedef {{codes: FoundCode[], damaged: FoundText[], others: FoundText[]}} FoundCodes
 * @typedef {{deal: Deal, length: number, beginning: string}} KnownDeal
 * @typedef {{deals: KnownDeal[], lengths: Set<number>, longest: number, initials: Set<string>}} KnownDeals
 * @typedef {{text: string, start: number, end: number}} Word
 */

const LINE_END = /\r\n|\r|\n/;
const LINK = /(?:https?:\/\/|www\.)[^\s]*/gi;
/** What may stand between two words of one code. */
const JOINT = /^[ \t]?[-\u2010-\u2014]?[ \t]?$/;
const HYPHEN = /^[-\u2010-\u2014]$/;

/**
 * Find the codes in a chat, or in codes that were typed from paper.
 *
 * @param {string} text
 * @param {Deal[]} deals
 * @returns {FoundCodes}
 */
function findCodes(text, deals) {
  const known = knownDeals(deals);
  /** @type {FoundCodes} */
  const found = { codes: [], damaged: [], others: [] };
  const seen = new Set();
  for (const [index, line] of text.split(LINE_END).entries()) {
    const folded = line.replace(/[ \t]+/g, " ").trim();
    findInLine(folded.replace(LINK, " "), index + 1, seen.has(folded), known, found);
    seen.add(folded);
  }
  return found;
}

/** @param {Deal[]} all @returns {KnownDeals} with what every word of a long chat is held against */
function knownDeals(all) {
  const deals = all.map(knownDeal);
  const lengths = new Set(deals.map(({ length }) => length));
  const firsts = new Set(deals.map(({ beginning }) => beginning[0]));
  const typed = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];
  const initials = new Set(typed.filter((character) => firsts.has(plainCode(character))));
  return { deals, lengths, longest: Math.max(0, ...lengths), initials };
}

/** @param {Deal} deal @returns {KnownDeal} */
function knownDeal(deal) {
  const length = FINGERPRINT_LENGTH + payloadLength(deal) + CHECK_LENGTH;
  const symbols = symbolsFor(BigInt(fingerprintOf(deal)), FINGERPRINT_LENGTH);
  return { deal, length, beginning: symbols.map((value) => CODE_ALPHABET[value]).join("") };
}

/** @param {string} line @param {number} number @param {boolean} repeated @param {KnownDeals} known @param {FoundCodes} found */
function findInLine(line, number, repeated, known, found) {
  const words = [...line.matchAll(/[0-9A-Za-z]+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  for (let first = 0; first < words.length; ) {
    const code = codeFrom(line, words, first, known);
    if (code) {
      const { last, deal, placements, characters } = code;
      const shown = inGroups(characters);
      found.codes.push({ code: shown, deal, placements, line: number, repeated });
      first = last + 1;
    } else first = otherFrom(line, words, first, number, known, found) + 1;
  }
}

/** Look for a code that begins with a word. @param {string} line @param {Word[]} words @param {number} first @param {KnownDeals} known */
function codeFrom(line, words, first, { deals, lengths, longest, initials }) {
  // Most words of a chat begin as no code of these deals does.
  if (!initials.has(words[first].text[0])) return null;
  let joined = "";
  for (let last = first; last < words.length; last += 1) {
    if (last > first && !JOINT.test(line.slice(words[last - 1].end, words[last].start)))
      return null;
    joined += words[last].text;
    if (joined.length > longest) return null;
    if (!lengths.has(joined.length)) continue;
    for (const [index, { deal, length }] of deals.entries()) {
      if (joined.length !== length) continue;
      const placements = decodePlacements(joined, deal);
      if (typeof placements === "string") continue;
      return { last, deal: index, placements, characters: plainCode(joined) };
    }
  }
  return null;
}

/**
 * Judge the words from one on that hang together.
 *
 * @param {string} line
 * @param {Word[]} words
 * @param {number} first
 * @param {number} number of the line
 * @param {KnownDeals} known
 * @param {FoundCodes} found
 * @returns {number} the place of the last of them
 */
function otherFrom(line, words, first, number, known, found) {
  let last = first;
  while (last + 1 < words.length && isHyphenated(line, words[last], words[last + 1])) last += 1;
  if (first === 0 && last === 0 && isPrinted(words))
    if (words.map(({ text }) => text).join(" ") === line) last = words.length - 1;
  const group = words.slice(first, last + 1);
  const printed = isPrinted(group);
  const size = group.reduce((sum, word) => sum + word.text.length, 0);
  // Most of a chat ends here.
  if (!printed && known.deals.every(({ length }) => Math.abs(size - length) > 2)) return last;
  const text = line.slice(words[first].start, words[last].end);
  const characters = plainCode(group.map((word) => word.text).join(""));
  const mixed = /[0-9]/.test(text) && /[A-Za-z]/.test(text);
  const isUpper = /[A-Z]/.test(text) && !/[a-z]/.test(text);
  const writtenAsCode = printed && (mixed || isUpper);
  if (writtenAsCode && wholeSymbols(characters)) found.others.push({ text, line: number });
  else if (
    known.deals.some((deal) => resembles(characters, deal, writtenAsCode, mixed, group.length))
  )
    found.damaged.push({ text, line: number });
  return last;
}

/** @param {string} line @param {Word} one @param {Word} next @returns {boolean} whether a hyphen and nothing else stands between two words */
function isHyphenated(line, one, next) {
  return next.start - one.end === 1 && HYPHEN.test(line[one.end]);
}

/** @param {Word[]} words @returns {boolean} whether they have the lengths of a code's groups */
function isPrinted(words) {
  const end = words.length - 1;
  return (
    end > 0 &&
    words.every(({ text }, place) =>
      place < end ? text.length === CODE_GROUP : text.length <= CODE_GROUP,
    )
  );
}

/**
 * Tell whether characters look like a code of a deal in which something went wrong.
 *
 * @param {string} characters
 * @param {KnownDeal} known
 * @param {boolean} writtenAsCode
 * @param {boolean} mixed whether there are both letters and digits
 * @param {number} groups
 */
function resembles(characters, { length, beginning }, writtenAsCode, mixed, groups) {
  const off = Math.abs(characters.length - length);
  if (characters.startsWith(beginning) && off <= 2) return mixed || writtenAsCode || groups > 1;
  return off <= 1 && (writtenAsCode || (groups === 1 && off === 0 && mixed));
}

/** @param {string} characters @returns {string} as they are shown */
function plainCode(characters) {
  return characters.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
}

/**
 * @typedef {object} CardTally
 * @property {string} card its id
 * @property {{[place: string]: number}} counts how many put it into each category, or passed it
 * @property {number} placed how many put it into a category
 * @property {number | null} agreement of all pairs of these, the share who agree (Fleiss 1971)
 * @typedef {{people: number, cards: CardTally[]}} GroupCounts
 */

/**
 * Count how a group has sorted.
 *
 * @param {Deal} deal
 * @param {{[card: string]: string}[]} everyone the placements of each person
 * @returns {GroupCounts}
 */
function tallyCodes(deal, everyone) {
  const places = placesOf(deal);
  const cards = deal.cards.map(({ id }) => {
    const counts = Object.fromEntries(places.map((place) => [place, 0]));
    for (const person of everyone) if (person[id] in counts) counts[person[id]] += 1;
    const inCategories = places.slice(0, -1).map((place) => counts[place]);
    const placed = inCategories.reduce((sum, count) => sum + count, 0);
    return { card: id, counts, placed, agreement: agreementOf(inCategories, placed) };
  });
  return { people: everyone.length, cards };
}

/** @param {number[]} counts @param {number} people */
function agreementOf(counts, people) {
  if (people < 2) return null;
  return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (people * (people - 1));
}

/** @param {CardTally[]} cards @returns {CardTally[]} the most disputed first; last those of which nothing is known */
function disputedFirst(cards) {
  return [...cards].sort((one, other) => (one.agreement ?? 2) - (other.agreement ?? 2));
}

/**
 * Tell what has moved between two sortings of the same cards.
 *
 * @param {GroupCounts} first
 * @param {GroupCounts} second
 * @returns {{[card: string]: {[category: string]: number} | null}} by how many percentage points each
 *   category's share of those who placed the card has grown; null where nobody placed it in one of the two
 */
function movedBetween(first, second) {
  const later = new Map(second.cards.map((card) => [card.card, card]));
  return Object.fromEntries(
    first.cards.map(({ card, counts, placed }) => {
      const then = later.get(card);
      if (!then || !placed || !then.placed) return [card, null];
      const changes = Object.entries(counts)
        .filter(([place]) => place !== PASSED)
        .map(([place, count]) => [
          place,
          100 * (then.counts[place] / then.placed - count / placed),
        ]);
      return [card, Object.fromEntries(changes)];
    }),
  );
}

/**
 * A short code that says how somebody has sorted a deck, and nothing about who.
 *
 * `lessonkit/share_code.py` says what a code is made of; `tests/golden_codes.json` holds both to it.
 * Nothing here touches the page or the model.
 */

const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const FINGERPRINT_LENGTH = 3;
const CHECK_LENGTH = 2;
/** So many characters stand together, so that a code can be read out. */
const CODE_GROUP = 4;
const CODE_GROUPS = new RegExp(`.{1,${CODE_GROUP}}`, "g");
/** What may stand between the characters of a code. */
const BETWEEN_CHARACTERS = /[\s\-\u2010-\u2014]+/g;
/** Where a card lies that somebody has passed. */
const PASSED = "pass";

/** @typedef {{id: string, categories: {id: string}[], cards: {id: string}[]}} Deal a deck with the cards that were dealt and no others */

/** @type {Map<string, number>} */
const CODE_VALUES = new Map([
  ...[...CODE_ALPHABET].map((character, value) => /** @type {const} */ ([character, value])),
  ["O", 0],
  ["I", 1],
  ["L", 1],
]);

/**
 * @param {Deal} deal
 * @param {{[card: string]: string}} placements those of other cards are left out
 * @returns {string} the code, in groups joined by hyphens
 */
function encodePlacements(deal, placements) {
  const places = placesOf(deal);
  const base = BigInt(places.length + 1);
  let number = 0n;
  for (const card of cardsInOrder(deal))
    number = number * base + BigInt(places.indexOf(placements[card] ?? "") + 1);
  const symbols = [
    ...symbolsFor(BigInt(fingerprintOf(deal)), FINGERPRINT_LENGTH),
    ...symbolsFor(number, payloadLength(deal)),
  ];
  symbols.push(...checkSymbols(symbols));
  return inGroups(symbols.map((value) => CODE_ALPHABET[value]).join(""));
}

/**
 * @param {string} code as it was shown, typed or read out
 * @param {Deal} deal
 * @returns {{[card: string]: string} | "damaged" | "other"} the placements, or why there are none:
 *   a mistake in the code, or a whole code of another deal
 */
function decodePlacements(code, deal) {
  const symbols = wholeSymbols(code);
  if (!symbols) return "damaged";
  const { fingerprint, cards, places, length, kind, base, end } = factsOf(deal);
  if (numberFrom(symbols.slice(0, FINGERPRINT_LENGTH), Number) !== fingerprint) return "other";
  const payload = symbols.slice(FINGERPRINT_LENGTH, -CHECK_LENGTH);
  let number = numberFrom(payload, kind);
  if (payload.length !== length || number >= end) return "damaged";
  /** @type {[string, string][]} */
  const placements = [];
  for (const card of [...cards].reverse()) {
    const rest = number % base;
    number = (number - rest) / base;
    if (rest) placements.push([card, places[Number(rest) - 1]]);
  }
  return Object.fromEntries(placements.reverse());
}

/** @type {WeakMap<Deal, ReturnType<typeof workOut>>} of deals, which never change */
const dealFacts = new WeakMap();

/** @param {Deal} deal @returns {ReturnType<typeof workOut>} what reading its codes takes; a chat asks for it a thousand times */
function factsOf(deal) {
  const facts = dealFacts.get(deal) ?? workOut(deal);
  dealFacts.set(deal, facts);
  return facts;
}

/** @param {Deal} deal */
function workOut(deal) {
  const [cards, places] = [cardsInOrder(deal), placesOf(deal)];
  const length = payloadLength(deal);
  // Plain numbers are far quicker, and hold 53 bits.
  /** @type {any} */
  const kind = length * 5 <= 53 ? Number : BigInt;
  const base = kind(places.length + 1);
  return {
    fingerprint: fingerprintOf(deal),
    cards,
    places,
    length,
    kind,
    base,
    /** One more than the largest number that placements make. */
    end: base ** kind(cards.length),
  };
}

/** @param {string} code @returns {number[] | null} the values of its characters; nothing where their check fails */
function wholeSymbols(code) {
  const characters = code.replace(BETWEEN_CHARACTERS, "").toUpperCase();
  const symbols = [...characters].map((character) => CODE_VALUES.get(character) ?? -1);
  const shortest = FINGERPRINT_LENGTH + 1 + CHECK_LENGTH;
  if (symbols.length < shortest || symbols.includes(-1)) return null;
  return checkSymbols(symbols).some(Boolean) ? null : symbols;
}

/** @param {Deal} deal @returns {string[]} the ids of its cards in the order of codes, which no shuffle changes */
function cardsInOrder({ cards }) {
  return cards.map(({ id }) => id).sort();
}

/** @param {Deal} deal @returns {string[]} where a card can lie */
function placesOf({ categories }) {
  return [...categories.map(({ id }) => id), PASSED];
}

/** @param {Deal} deal @returns {number} how many characters its placements take */
function payloadLength({ categories, cards }) {
  const largest = BigInt(categories.length + 2) ** BigInt(cards.length) - 1n;
  return Math.ceil(largest.toString(2).length / 5);
}

/** @param {Deal} deal @returns {number} 15 bits that tell decks, and the cards that were dealt, apart: FNV-1a, folded */
function fingerprintOf(deal) {
  const ids = deal.categories.map(({ id }) => id);
  const text = [deal.id, ids.join(" "), cardsInOrder(deal).join(" ")].join("\n");
  let value = 2166136261;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 16777619);
  return ((value >>> 15) ^ value) & 0x7fff;
}

/** @param {string} characters @returns {string} in groups that can be read out */
function inGroups(characters) {
  return (characters.match(CODE_GROUPS) ?? []).join("-");
}

/**
 * Divide by the code's polynomial, (x - 1)(x - a), over the field of 32 elements.
 *
 * @param {number[]} symbols
 * @returns {[number, number]} the check that belongs behind them; two zeros where it stands there
 */
function checkSymbols(symbols) {
  let [first, second] = [0, 0];
  for (const symbol of symbols) {
    const carried = symbol ^ first;
    const shifted = carried << 1;
    const doubled = shifted > 31 ? shifted ^ 0b100101 : shifted;
    [first, second] = [second ^ doubled ^ carried, doubled];
  }
  return [first, second];
}

/** @param {bigint} number @param {number} length @returns {number[]} */
function symbolsFor(number, length) {
  return Array.from({ length }, (_, place) =>
    Number((number >> BigInt(5 * (length - 1 - place))) & 31n),
  );
}

/** @param {number[]} symbols @param {any} kind of number, `Number` or `BigInt` @returns {any} */
function numberFrom(symbols, kind) {
  const step = kind(32);
  return symbols.reduce((number, symbol) => number * step + kind(symbol), kind(0));
}

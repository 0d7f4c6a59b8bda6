/** How a sentence comes out of its parts. Python's rule is the same; tests/golden_sentences.json holds both to it. */

const OWN_WORDS = "own";
const NO_WORDS = "";

/**
 * @typedef {{id: string, text: string, note: string}} Wording
 * @typedef {{id: string, label: string, optional: boolean, options: Wording[]}} SentencePart
 * @typedef {{[part: string]: string}} ByPart
 */

/** @param {string} text @returns {string} */
function withSingleSpaces(text) {
  return text.replace(/[ \t\n\r\f\v]+/g, " ").replace(/^ | $/g, "");
}

/** Make the first letter capital, unless a digit comes first. @param {string} text @returns {string} */
function beginWithCapital(text) {
  return text.replace(/[\p{L}\p{N}]/u, (first) => first.toUpperCase());
}

/**
 * @param {unknown} saved
 * @returns {ByPart} the texts of it, so that nothing else can come into the sentence
 */
function textsByPart(saved) {
  const entries = Object.entries(saved instanceof Object ? saved : {});
  return Object.fromEntries(entries.filter(([, value]) => typeof value === "string"));
}

/**
 * @param {SentencePart} part
 * @param {ByPart} choices
 * @returns {string | null} the id of the words, "own" or ""; null where a choice is still to be made
 */
function choiceFor({ id, optional, options }, choices) {
  const choice = Object.hasOwn(choices, id) ? choices[id] : NO_WORDS;
  if (choice === OWN_WORDS || options.some((option) => option.id === choice)) return choice;
  return optional ? NO_WORDS : null;
}

/**
 * @param {SentencePart} part
 * @param {ByPart} choices
 * @param {ByPart} ownWords
 * @returns {string} what the part adds to the sentence
 */
function wordsOf(part, choices, ownWords) {
  const choice = choiceFor(part, choices);
  if (choice === OWN_WORDS)
    return withSingleSpaces(Object.hasOwn(ownWords, part.id) ? ownWords[part.id] : "");
  return withSingleSpaces(part.options.find((option) => option.id === choice)?.text ?? "");
}

/**
 * @param {SentencePart[]} parts
 * @param {ByPart} choices
 * @param {ByPart} ownWords
 * @returns {string[]} what each part adds, the first letter of the sentence capital
 */
function piecesOf(parts, choices, ownWords) {
  const pieces = parts.map((part) => wordsOf(part, choices, ownWords));
  const first = pieces.findIndex((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.map((piece, index) => (index === first ? beginWithCapital(piece) : piece));
}

/**
 * @param {SentencePart[]} parts
 * @param {ByPart} choices
 * @param {ByPart} ownWords
 * @returns {string}
 */
function sentenceOf(parts, choices, ownWords) {
  return piecesOf(parts, choices, ownWords).filter(Boolean).join(" ");
}

/**
 * @param {SentencePart[]} parts
 * @param {ByPart} choices
 * @param {ByPart} ownWords
 * @returns {SentencePart[]} the parts without which the sentence is not complete
 */
function stillNeeded(parts, choices, ownWords) {
  return parts.filter((part) => !part.optional && !wordsOf(part, choices, ownWords));
}

/**
 * @param {SentencePart} part
 * @param {ByPart} choices
 * @param {ByPart} ownWords
 * @returns {"chosen" | "out" | "open"}
 */
function stateOf(part, choices, ownWords) {
  if (wordsOf(part, choices, ownWords)) return "chosen";
  return part.optional && choiceFor(part, choices) === NO_WORDS ? "out" : "open";
}

import assert from "node:assert/strict";
import { test } from "node:test";
import WORDS from "../../lessonkit/words/en.json" with { type: "json" };
import { load, readTable } from "./load.mjs";

const {
  brokenLines,
  cardLines,
  changeInWords,
  codesAlone,
  countBox,
  countsTable,
  dealsOf,
  encodePlacements,
  findCodes,
  foundInWords,
  groupState,
  headingOf,
  leftOut,
  makeFinder,
  notesInWords,
  problemsInWords,
  tallyCodes,
  waitingInWords,
} = load(
  [
    "common",
    "share_code",
    "group_codes",
    "category_hues",
    "group_tally_count",
    "group_tally_words",
    "group_tally_picture",
  ],
  { words: WORDS.group_tally },
);

const ACTIVITY = {
  id: "tea",
  title: "Tea",
  categories: [
    { id: "hot", label: "Hot", overlap_of: null },
    { id: "cold", label: "Cold", overlap_of: null },
  ],
  cards: [
    { id: "winter", text: "In winter", question: "Why?" },
    { id: "summer", text: '=1, in "summer"', question: null },
    { id: "spring", text: "In spring", question: null },
  ],
  debrief: [],
};
const ROUNDS = [["winter", "summer"], ["spring"]];
const STATE = {
  activity: ACTIVITY,
  rounds: ROUNDS,
  first_text: "",
  second_text: "",
  threshold: 5,
  order: "disputed",
  drop_repeats: false,
};
const DEALS = dealsOf(STATE);

/** Write a chat: a line for each word, a letter of it for each card. @param {string[]} people @param {number} [round] */
function chatOf(people, round = 0) {
  const places = { h: "hot", c: "cold", p: "pass" };
  return people
    .map((letters, person) => {
      const placed = ROUNDS[round]
        .map((card, index) => [card, places[letters[index]]])
        .filter(([, place]) => place);
      return `Person ${person}: ${encodePlacements(DEALS[round], Object.fromEntries(placed))}`;
    })
    .join("\n");
}

/** @param {string} text @param {object} [changes] @returns {any} */
function counted(text, changes = {}) {
  return countBox(findCodes(text, DEALS), DEALS, { ...STATE, ...changes });
}

const NONE = counted("");
const FIVE = chatOf(["hh", "hc", "cc", "cc", "ch"]);

test("what a browser has kept may be anything, and few people are never shown", () => {
  const stateOf = (values) => groupState({ get: (name) => ({ ...STATE, ...values })[name] });
  for (const threshold of [2, 0, -1, "9", null, 3.5])
    assert.equal(stateOf({ threshold }).threshold, 3);
  assert.equal(stateOf({ threshold: 8 }).threshold, 8);
  assert.equal(stateOf({ order: "worst" }).order, "disputed");
  assert.equal(stateOf({ first_text: null }).first_text, "");
});

test("the same text is looked through once", () => {
  const find = makeFinder(DEALS);
  assert.equal(find(FIVE), find(FIVE));
  assert.equal(find(FIVE).codes.length, 5);
  assert.equal(find("").codes.length, 0);
});

test("nothing is shown of a round before enough codes are in", () => {
  const four = counted(chatOf(["hh", "hc", "cc", "cc"]));
  assert.deepEqual(cardLines(ACTIVITY, four, NONE, "deck"), []);
  assert.deepEqual(waitingInWords(four, NONE, 5), [
    "1 more code is needed before anything is shown.",
    "With fewer than 5, one could guess who chose what.",
  ]);
  assert.equal(waitingInWords(NONE, NONE, 5).length, 1);
  assert.deepEqual(waitingInWords(counted(FIVE), NONE, 5), []);
});

test("of two rounds, the one with enough codes is shown and the other says what is missing", () => {
  const box = counted(`${FIVE}\n${chatOf(["h", "c"], 1)}`);
  const lines = cardLines(ACTIVITY, box, NONE, "deck");
  assert.deepEqual(
    lines.map(({ card, number, round }) => [card.id, number, round]),
    [
      ["winter", 1, null],
      ["summer", 2, null],
    ],
  );
  assert.match(waitingInWords(box, NONE, 5)[0], /^Round 2: 3 more codes are needed/);
  assert.match(foundInWords(box, FIVE, false), /^7 codes counted\. Round 1: 5 codes\. Round 2: 2/);
  const all = cardLines(
    ACTIVITY,
    counted(`${FIVE}\n${chatOf(["h", "c", "h"], 1)}`, { threshold: 3 }),
    NONE,
    "deck",
  );
  assert.deepEqual(
    all.map(({ round }) => round),
    [1, 1, 2],
  );
});

test("the most disputed card comes first, or the cards stand as they were dealt", () => {
  const box = counted(chatOf(["hh", "hc", "hc", "hh", "hh"]));
  const ids = (order) => cardLines(ACTIVITY, box, NONE, order).map(({ card }) => card.id);
  assert.deepEqual(ids("disputed"), ["summer", "winter"]);
  assert.deepEqual(ids("deck"), ["winter", "summer"]);
});

test("a line that is there twice is left out only when asked", () => {
  const text = `${FIVE}\n${FIVE.split("\n")[2]}`;
  assert.equal(counted(text).codes, 6);
  assert.equal(counted(text, { drop_repeats: true }).codes, 5);
  assert.equal(
    foundInWords(counted(text), text, false),
    "6 codes counted. 1 of them is on a line that is there twice.",
  );
  assert.equal(
    foundInWords(counted(text, { drop_repeats: true }), text, true),
    "5 codes counted. 1 more is on a line that is there twice, and is left out.",
  );
});

test("a second sorting shows by how much each share has changed, once enough of it is in", () => {
  const first = counted(FIVE);
  const few = counted(chatOf(["hh", "hh", "hh", "h"]));
  assert.equal(cardLines(ACTIVITY, first, few, "deck")[0].later, null);
  assert.match(waitingInWords(first, few, 5)[0], /^After talking: 1 more code/);
  const [winter] = cardLines(
    ACTIVITY,
    first,
    counted(chatOf(["hh", "hh", "hh", "hp", "ch"])),
    "deck",
  );
  assert.deepEqual(
    Object.entries(winter.change).map(([id, points]) => [id, changeInWords(points)]),
    [
      ["hot", "+40 points"],
      ["cold", "−40 points"],
    ],
  );
  assert.equal(changeInWords(-0.4), "no change");
  assert.equal(notesInWords(winter), "Agreement 40%, then 60%.");
  assert.equal(headingOf(first, counted(chatOf(["hh"]))), "How 5 people sorted");
});

test("who passed and who left a card out is told apart", () => {
  const [, summer] = cardLines(
    ACTIVITY,
    counted(chatOf(["hp", "hp", "h-", "hc", "hc"])),
    NONE,
    "deck",
  );
  assert.equal(leftOut(summer.first), 1);
  assert.equal(notesInWords(summer), "Agreement 100%. 2 passed. 1 left it out.");
});

test("damaged codes and those of other cards are named with their lines, a few of many", () => {
  const damaged = [12, 3].map((line) => ({ text: "X".repeat(60), line }));
  const others = [{ text: "AAAA-BBBB", line: 7 }];
  const said = problemsInWords({ codes: [], damaged, others });
  assert.deepEqual(
    said.map((words) => words.match(/\d+/)[0]),
    ["3", "7", "12"],
  );
  assert.equal(said[1], "Line 7: “AAAA-BBBB” is a code of other cards.");
  assert.match(said[0], /^Line 3: “X{39}…” is damaged/);
  const many = problemsInWords({ codes: [], damaged: Array(20).fill(others[0]), others: [] });
  assert.equal(many.length, 9);
  assert.equal(many[8], "And 12 more lines like these.");
});

test("without the talk around them, the codes count as before, again and again", () => {
  const { text, deck } = readTable("golden_tallies.json");
  const chat = `${text}\n${text.split("\n").slice(0, 3).join("\n")}`;
  const before = findCodes(chat, [deck]);
  const once = codesAlone(chat, before);
  const after = findCodes(once, [deck]);
  const facts = ({ codes, damaged, others }) => [
    codes.map(({ code, repeated }) => [code, repeated]),
    damaged.length,
    others.length,
  ];
  assert.ok(before.codes.some(({ repeated }) => repeated));
  assert.deepEqual(facts(after), facts(before));
  assert.equal(codesAlone(once, after), once);
  assert.doesNotMatch(once, /[a-z]{4}/);
});

test("two people who sorted alike stay two without their names", () => {
  const alike = chatOf(["hh", "hh", "hc"]);
  const alone = codesAlone(alike, findCodes(alike, DEALS));
  assert.equal(counted(alone, { drop_repeats: true }).codes, 3);
});

test("the counts are a table that spreadsheets read and run nothing of", () => {
  const box = counted(chatOf(["hp", "hp", "h-", "hc", "hc"]));
  assert.equal(
    countsTable(ACTIVITY, box),
    [
      "round,card,text,hot,cold,pass,not_placed",
      "1,winter,In winter,5,0,0,0",
      '1,summer,"\'=1, in ""summer""",0,2,2,1',
      "",
    ].join("\n"),
  );
  assert.equal(countsTable(ACTIVITY, NONE).split("\n").length, 2);
});

test("a thousand codes are counted as one by one", () => {
  const people = Array.from({ length: 1000 }, (_, n) => ["hh", "hc", "cp", "c-"][n % 4]);
  const [round] = counted(chatOf(people)).rounds;
  const each = findCodes(chatOf(people), DEALS).codes.map(({ placements }) => placements);
  assert.equal(round.counts.people, 1000);
  assert.deepEqual(round.counts, tallyCodes(DEALS[0], each));
});

test("a text is broken where a line is full", () => {
  const measure = (text) => text.length;
  assert.deepEqual(brokenLines("one two three four", 9, measure), ["one two", "three", "four"]);
  assert.deepEqual(brokenLines("  incomprehensible ", 4, measure), ["incomprehensible"]);
  assert.deepEqual(brokenLines("", 4, measure), []);
});

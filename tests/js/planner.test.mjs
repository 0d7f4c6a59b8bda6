import assert from "node:assert/strict";
import test from "node:test";

import CATALOGUE from "../../lessonkit/words/en.json" with { type: "json" };
import { load, readTable } from "./load.mjs";

const {
  PLANNER_DAYS,
  actGroups,
  calendarText,
  comingMonday,
  dateOf,
  inOrderOfTime,
  mondayOf,
  nextOwnId,
  placedOn,
  plannerText,
  randomUid,
  readPlanner,
  withoutAct,
  withPlaced,
} = load(["common", "planner_week", "planner_calendar", "planner_days", "planner_keeping"], {
  words: CATALOGUE.planner,
});
const { acts, cases, now } = readTable("golden_calendars.json");

const ACTIVITY = {
  id: "visits",
  title: "A week",
  prompt: "Tick.",
  calendar_name: "Time set aside",
  closing: "Small is enough.",
  acts: [
    { id: "tea", label: "Tea", group: "Warm" },
    { id: "walk", label: "A walk" },
    { id: "soup", label: "Soup", group: "Warm" },
  ],
};

/** @param {object} [traits] @returns {any} */
function stateWith(traits = {}) {
  const all = { activity: ACTIVITY, plan: [], own_acts: {}, week: "", named: false, ...traits };
  return readPlanner((name) => all[name]);
}

/** @param {string} act @param {string} day @param {string} [time] */
const entry = (act, day, time = "") => ({ act, day, time });

for (const { name, calendar_name, lines, ...traits } of cases) {
  test(`the calendar file is the golden one: ${name}`, () => {
    const activity = { ...ACTIVITY, acts, calendar_name };
    let count = 0;
    const makeUid = () => `00000000-0000-4000-8000-${String(++count).padStart(12, "0")}`;
    const made = calendarText(stateWith({ activity, ...traits }), traits.week, {
      now: new Date(now),
      makeUid,
    });
    assert.equal(made, lines.map((line) => `${line}\r\n`).join(""));
  });
}

test("each UID is a random one of its own", () => {
  const uids = new Set(Array.from({ length: 200 }, randomUid));
  assert.equal(uids.size, 200);
  for (const uid of uids)
    assert.match(uid, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test("acts of one heading stand together, those without one first", () => {
  const groups = actGroups(ACTIVITY).map(({ name, acts }) => [name, acts.map(({ id }) => id)]);
  assert.deepEqual(groups, [
    [null, ["walk"]],
    ["Warm", ["tea", "soup"]],
  ]);
});

test("what is saved and makes no sense is passed over, and the rest is read", () => {
  const { plan, ownActs, week, named } = stateWith({
    plan: [
      null,
      "tea",
      entry("gone", "monday"),
      entry("own-9", "monday"),
      entry("tea", "someday"),
      entry("tea", "monday", "7:30"),
      entry("tea", "monday", "08:00"),
      entry("own-2", "friday", "23:59"),
    ],
    own_acts: { "own-2": "Sing", constructor: "No", "own-1": 3, "own-0": "No", mine: "No" },
    week: "2026-12-02",
    named: "yes",
  });
  assert.deepEqual(plan, [entry("tea", "monday"), entry("own-2", "friday", "23:59")]);
  assert.deepEqual(ownActs, [{ id: "own-2", label: "Sing" }]);
  assert.deepEqual([week, named], ["", false]);
  for (const odd of [undefined, null, 3, "x", {}]) {
    assert.deepEqual(stateWith({ plan: odd, own_acts: odd, week: odd }).plan, []);
  }
});

test("an act is placed, timed and taken out, and all else stays as it is saved", () => {
  const saved = [entry("gone", "monday"), entry("tea", "monday"), entry("walk", "monday")];
  const timed = withPlaced(saved, "tea", "monday", "08:00");
  assert.deepEqual(timed, [saved[0], entry("tea", "monday", "08:00"), saved[2]]);
  assert.deepEqual(withPlaced(timed, "tea", "monday", null), [saved[0], saved[2]]);
  assert.deepEqual(withPlaced(null, "tea", "sunday", ""), [entry("tea", "sunday")]);
  assert.deepEqual(withoutAct([...saved, entry("tea", "friday")], "tea"), [saved[0], saved[2]]);
});

test("a new own act has a number that none had before", () => {
  assert.equal(nextOwnId(stateWith(), []), "own-1");
  const own_acts = { "own-2": "Sing", "own-10": "" };
  assert.equal(nextOwnId(stateWith({ own_acts }), []), "own-11");
  assert.equal(nextOwnId(stateWith({ own_acts }), ["own-11"]), "own-12");
});

test("a day is shown in the order of the acts and kept in the order of time", () => {
  const plan = [
    entry("own-1", "monday", "07:00"),
    entry("soup", "monday", "18:00"),
    entry("tea", "monday", "09:00"),
    entry("walk", "monday"),
  ];
  const state = stateWith({ plan, own_acts: { "own-1": "Sing" } });
  const labels = (found) => found.map(({ label }) => label);
  assert.deepEqual(labels(placedOn(state, "monday")), ["Tea", "A walk", "Soup", "Sing"]);
  assert.deepEqual(labels(inOrderOfTime(state, "monday")), ["A walk", "Sing", "Tea", "Soup"]);
});

test("any day of a week tells its Monday, and what is no date tells none", () => {
  assert.equal(mondayOf("2026-11-30"), "2026-11-30");
  assert.equal(mondayOf("2026-12-06"), "2026-11-30");
  assert.equal(mondayOf("2027-01-01"), "2026-12-28");
  for (const date of ["", "2026-02-31", "2026-13-01", "20261130", "Monday"])
    assert.equal(mondayOf(date), "");
});

test("the days of a week have their dates, in a week in which clocks change too", () => {
  const dates = PLANNER_DAYS.map((day) => dateOf("2026-10-19", day).slice(8));
  assert.deepEqual(dates, ["19", "20", "21", "22", "23", "24", "25"]);
  assert.equal(dateOf("2026-03-23", "sunday"), "2026-03-29");
});

test("the coming Monday is the next one, on a Monday that of the next week", () => {
  assert.equal(comingMonday(new Date(2026, 10, 22, 23, 59)), "2026-11-23");
  assert.equal(comingMonday(new Date(2026, 10, 23, 0, 1)), "2026-11-30");
  assert.equal(comingMonday(new Date(2026, 11, 29)), "2027-01-04");
});

test("the text holds the closing words, every day, and no date where no week is said", () => {
  const text = plannerText(stateWith({ plan: [entry("tea", "tuesday", "08:00")] }));
  assert.match(text, /^A week\n\nSmall is enough\.\n\nMonday\nfree\n\nTuesday\n- 08:00 Tea\n\n/);
  assert.match(text, /\nSunday\nfree\n$/);
  const dated = plannerText(stateWith({ week: "2026-11-30" }));
  assert.match(dated, /\nMonday, 30 November\nfree\n\nTuesday, 1 December\n/);
});

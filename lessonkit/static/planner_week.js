/** What a planner knows: which acts stand on which day, and which week it is. Whatever is saved and makes no sense is passed over. */

/**
 * @typedef {{id: string, label: string, about?: string, group?: string}} PlannerAct
 * @typedef {{id: string, title: string, prompt: string, acts: PlannerAct[], calendar_name: string, closing?: string}} PlannerActivity
 * @typedef {{act: string, day: string, time: string}} PlannerEntry
 * @typedef {object} PlannerState
 * @property {PlannerActivity} activity
 * @property {PlannerAct[]} ownActs those that the learner has added, in the order in which they were
 * @property {PlannerEntry[]} plan
 * @property {string} week the date of a Monday, or `""`
 * @property {boolean} named
 * @typedef {PlannerEntry & {label: string}} PlacedAct an act on a day, and what it is called
 */

const PLANNER_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MOST_OWN_ACTS = 8;
const DAY_LENGTH = 86_400_000;

/** @param {(trait: string) => any} get @returns {PlannerState} */
function readPlanner(get) {
  const activity = get("activity");
  const ownActs = ownActsIn(get("own_acts"));
  const known = new Set([...activity.acts, ...ownActs].map(({ id }) => id));
  const week = get("week");
  return {
    activity,
    ownActs,
    plan: planIn(get("plan"), known),
    week: typeof week === "string" && mondayOf(week) === week ? week : "",
    named: get("named") === true,
  };
}

/** @param {unknown} saved @returns {PlannerAct[]} */
function ownActsIn(saved) {
  return Object.entries(saved ?? {})
    .filter(([id, label]) => /^own-[1-9]\d*$/.test(id) && typeof label === "string")
    .map(([id, label]) => ({ id, label }))
    .sort((one, other) => ownNumber(one.id) - ownNumber(other.id));
}

/** @param {string} id @returns {number} */
function ownNumber(id) {
  return Number(id.slice("own-".length));
}

/** @param {unknown} saved @param {Set<string>} known the ids of the acts @returns {PlannerEntry[]} */
function planIn(saved, known) {
  /** @type {Map<string, PlannerEntry>} */
  const plan = new Map();
  for (const entry of Array.isArray(saved) ? saved : []) {
    const { act, day, time } = entry ?? {};
    const key = `${act} ${day}`;
    if (!known.has(act) || !PLANNER_DAYS.includes(day) || plan.has(key)) continue;
    plan.set(key, { act, day, time: isTime(time) ? time : "" });
  }
  return [...plan.values()];
}

/** @param {unknown} time @returns {boolean} */
function isTime(time) {
  return typeof time === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

/**
 * Put an act on a day, with a time or `""`, or take it out with `null`. All else stays as it is
 * saved, with what this page cannot make sense of.
 *
 * @param {unknown} saved
 * @param {string} act
 * @param {string} day
 * @param {string | null} time
 * @returns {any[]}
 */
function withPlaced(saved, act, day, time) {
  const plan = Array.isArray(saved) ? saved : [];
  const at = plan.findIndex((entry) => entry?.act === act && entry?.day === day);
  const others = plan.filter((entry) => !(entry?.act === act && entry?.day === day));
  if (time !== null) others.splice(at < 0 ? others.length : at, 0, { act, day, time });
  return others;
}

/** @param {unknown} saved @param {string} act @returns {any[]} the plan without an act */
function withoutAct(saved, act) {
  return Array.isArray(saved) ? saved.filter((entry) => entry?.act !== act) : [];
}

/** @param {PlannerState} state @param {string[]} gone ids that must not come again @returns {string} an id for one more own act */
function nextOwnId({ ownActs, plan }, gone) {
  const ids = [...ownActs.map(({ id }) => id), ...plan.map(({ act }) => act), ...gone];
  const numbers = ids.filter((id) => /^own-\d+$/.test(id)).map(ownNumber);
  return `own-${Math.max(0, ...numbers) + 1}`;
}

/** @param {PlannerAct} act @returns {string} what an act is called; one that is not yet written has a name too */
function actName({ label }) {
  return label.trim() || say("own_unnamed");
}

/** @param {PlannerActivity} activity @returns {{name: string | null, acts: PlannerAct[]}[]} the acts, those of one heading together, those without one first */
function actGroups({ acts }) {
  /** @type {Map<string | null, PlannerAct[]>} */
  const groups = new Map([[null, []]]);
  for (const act of acts) {
    const name = act.group ?? null;
    groups.set(name, [...(groups.get(name) ?? []), act]);
  }
  return [...groups].map(([name, acts]) => ({ name, acts })).filter(({ acts }) => acts.length > 0);
}

/** @param {PlannerState} state @param {string} day @returns {PlacedAct[]} what stands on a day, in the order of the acts */
function placedOn({ activity, ownActs, plan }, day) {
  return [...activity.acts, ...ownActs].flatMap((act) =>
    plan
      .filter((entry) => entry.act === act.id && entry.day === day)
      .map((entry) => ({ ...entry, label: actName(act) })),
  );
}

/** @param {PlannerState} state @param {string} day @returns {PlacedAct[]} what stands on a day, as the day goes; first what has no time */
function inOrderOfTime(state, day) {
  return placedOn(state, day).sort((one, other) =>
    one.time < other.time ? -1 : Number(one.time > other.time),
  );
}

/** @param {string} date @returns {string} the date of the Monday of its week, or `""` where it is no date */
function mondayOf(date) {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || isoDate(time) !== date) return "";
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return isoDate(time - sinceMonday * DAY_LENGTH);
}

/** @param {number} time @returns {string} */
function isoDate(time) {
  return new Date(time).toISOString().slice(0, 10);
}

/** @param {Date} now @returns {string} the date of the Monday that comes next where the learner is */
function comingMonday(now) {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return mondayOf(isoDate(today + 7 * DAY_LENGTH));
}

/** @param {string} week the date of its Monday @param {string} day @returns {string} the date of one of its days */
function dateOf(week, day) {
  return isoDate(Date.parse(`${week}T00:00Z`) + PLANNER_DAYS.indexOf(day) * DAY_LENGTH);
}

/** @param {string} date @param {string} [form] `full` has the year @returns {string} a date in words */
function dateInWords(date, form = "short") {
  const time = Date.parse(`${date}T00:00Z`);
  const month = new Intl.DateTimeFormat(spokenLanguage(), {
    month: "long",
    timeZone: "UTC",
  }).format(time);
  const day = String(Number(date.slice(8)));
  if (form === "full") return say("full_date", { day, month, year: date.slice(0, 4) });
  return say("short_date", { day, month });
}

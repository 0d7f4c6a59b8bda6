/** The week of a planner, day by day: what stands on each, its time, and which week it is. */

/**
 * @typedef {object} WeekDoing what a learner can do in the week
 * @property {(entry: PlannerEntry, time: string) => void} setTime
 * @property {(entry: PlacedAct) => void} takeOut
 * @property {(week: string) => void} setWeek
 *
 * @typedef {object} PlacedLine
 * @property {HTMLElement} element
 * @property {HTMLButtonElement} out
 * @property {(entry: PlacedAct) => void} paint
 */

/**
 * Make an act on a day.
 *
 * @param {PlacedAct} entry
 * @param {{setTime: (entry: PlacedAct, time: string) => void, takeOut: (entry: PlacedAct) => void}} doing
 * @returns {PlacedLine}
 */
function makePlacedLine(entry, doing) {
  const day = say(`day_${entry.day}`);
  const name = make("span", { class: "lk-placed-name", dir: "auto" });
  const time = make("input", {
    type: "time",
    class: "lk-time",
    // Half a time is none: then there is nothing to keep yet.
    input: () => doing.setTime(entry, time.value),
  });
  const out = makeButton(say("take_out"), () => doing.takeOut(entry), { class: "lk-quiet" });
  return {
    element: make(
      "li",
      { class: "lk-placed", "data-act": entry.act },
      name,
      make("div", { class: "lk-placed-tools" }, time, out),
    ),
    out,
    paint({ label, time: at }) {
      name.textContent = label;
      setAttribute(time, "aria-label", say("time_for", { day, act: label }));
      setAttribute(out, "aria-label", say("take_from", { day, act: label }));
      // A time that is being typed would be taken away.
      if (document.activeElement !== time && time.value !== at) time.value = at;
    },
  };
}

/**
 * Make one day of the week.
 *
 * @param {string} day
 * @param {WeekDoing} doing
 * @returns {{element: HTMLElement, paint: (state: PlannerState) => void}}
 */
function makeDay(day, { setTime, takeOut }) {
  /** @type {Map<string, PlacedLine>} */
  const lines = new Map();
  const date = make("span", { class: "lk-small" });
  const name = make(
    "p",
    { class: "lk-day-name", tabindex: -1 },
    make("strong", {}, say(`day_${day}`)),
    date,
  );
  const list = make("ul", { class: "lk-placed-list" });
  const free = make("p", { class: "lk-free lk-small" }, say("day_free"));

  /** @param {PlacedAct} entry */
  function takeOutAndGoOn(entry) {
    const all = [...lines.values()];
    const at = [...lines.keys()].indexOf(entry.act);
    // First the focus, as the button goes with its act.
    ((all[at + 1] ?? all[at - 1])?.out ?? name).focus();
    takeOut(entry);
  }

  return {
    element: make("li", { class: "lk-week-day", "data-day": day }, name, list, free),
    paint(state) {
      const placed = placedOn(state, day);
      const before = new Map(lines);
      lines.clear();
      for (const entry of placed) {
        const line =
          before.get(entry.act) ?? makePlacedLine(entry, { setTime, takeOut: takeOutAndGoOn });
        line.paint(entry);
        lines.set(entry.act, line);
      }
      holdExactly(
        list,
        [...lines.values()].map(({ element }) => element),
      );
      list.hidden = placed.length === 0;
      free.hidden = placed.length > 0;
      date.textContent = state.week ? dateInWords(dateOf(state.week, day)) : "";
    },
  };
}

/**
 * Make the choice of the week: any of its days tells which one it is.
 *
 * @param {(week: string) => void} setWeek
 * @returns {{element: HTMLElement, paint: (week: string) => void}}
 */
function makeWeekChoice(setWeek) {
  const box = make("input", { type: "date", class: "lk-date", input: take, blur: () => show() });
  const which = make("p", { class: "lk-small" });
  let shown = "";

  function take() {
    // While a year is typed it passes through the first centuries.
    if (!box.value || /^20/.test(box.value)) setWeek(mondayOf(box.value));
  }

  function show() {
    if (mondayOf(box.value) !== shown) box.value = shown;
  }

  return {
    element: make(
      "div",
      { class: "lk-which-week" },
      make("label", {}, make("span", {}, say("which_week")), box),
      which,
    ),
    paint(week) {
      shown = week;
      // A date that is being typed would be taken away.
      if (document.activeElement !== box) show();
      which.textContent = week ? weekInWords("week_from", week) : say("any_week");
    },
  };
}

/** @param {string} entry @param {string} week @param {{[place: string]: string}} [values] @returns {string} */
function weekInWords(entry, week, values = {}) {
  const monday = dateInWords(week, "full");
  const sunday = dateInWords(dateOf(week, "sunday"), "full");
  return say(entry, { ...values, monday, sunday });
}

/**
 * Make the week.
 *
 * @param {WeekDoing} doing
 * @returns {{element: HTMLElement, paint: (state: PlannerState) => void}}
 */
function makeWeek(doing) {
  const title = make("p", { class: "lk-part-title", "aria-hidden": "true" }, say("your_week"));
  const count = make("p", { class: "lk-small" });
  const choice = makeWeekChoice(doing.setWeek);
  const days = PLANNER_DAYS.map((day) => makeDay(day, doing));
  return {
    element: make(
      "div",
      { class: "lk-week", role: "group", "aria-label": say("your_week") },
      title,
      count,
      choice.element,
      make("ul", { class: "lk-week-days" }, ...days.map(({ element }) => element)),
    ),
    paint(state) {
      const placed = state.plan.length;
      count.textContent = placed ? say("placed", { count: placed }) : say("nothing_placed");
      choice.paint(state.week);
      for (const day of days) day.paint(state);
    },
  };
}

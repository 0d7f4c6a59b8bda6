/** What becomes of a planned week: a page to print, a text to copy, a calendar file. */

/** @param {PlannerState} state @param {string} day @returns {string} the day's name, with its date where the week is known */
function dayHeading({ week }, day) {
  const name = say(`day_${day}`);
  return week ? `${name}, ${dateInWords(dateOf(week, day))}` : name;
}

/** @param {PlacedAct} entry @returns {string} */
function placedInWords({ time, label }) {
  return time ? `${time} ${label}` : label;
}

/** @param {PlannerState} state @returns {string} the week as a text */
function plannerText(state) {
  const { title, closing } = state.activity;
  const days = PLANNER_DAYS.map((day) => {
    const placed = inOrderOfTime(state, day).map((entry) => `- ${placedInWords(entry)}`);
    return [dayHeading(state, day), ...(placed.length ? placed : [say("day_free")])].join("\n");
  });
  return `${[title, ...(closing ? [closing] : []), ...days].join("\n\n")}\n`;
}

/** @param {PlannerState} state @returns {HTMLElement} the week as a page; its looks go with it, as it is printed without style sheets */
function makePlannerPage(state) {
  const { title, closing } = state.activity;
  const cell =
    "padding: 0.6em 0.5em; border-top: 1px solid; vertical-align: top; text-align: start";
  return make(
    "div",
    { dir: "auto" },
    make("h1", { style: "font-size: 1.5em" }, title),
    closing ? make("p", { style: "white-space: pre-line" }, closing) : null,
    make(
      "table",
      { style: "width: 100%; border-collapse: collapse; border-bottom: 1px solid" },
      make(
        "tbody",
        {},
        ...PLANNER_DAYS.map((day) => {
          const placed = inOrderOfTime(state, day).map((entry) =>
            make("div", { dir: "auto" }, placedInWords(entry)),
          );
          return make(
            "tr",
            { style: "break-inside: avoid" },
            make("th", { scope: "row", style: `${cell}; width: 14em` }, dayHeading(state, day)),
            make("td", { style: cell }, ...(placed.length ? placed : [say("day_free")])),
          );
        }),
      ),
    ),
  );
}

/**
 * Make the part in which a learner takes the week along.
 *
 * @param {PlannerActivity} activity
 * @param {object} tools
 * @param {() => PlannerState} tools.read
 * @param {(named: boolean) => void} tools.setNamed
 * @param {HTMLElement} tools.root
 * @param {(message: string) => void} tools.announce
 * @returns {{element: HTMLElement, paint: (state: PlannerState) => void}}
 */
function makePlannerKeeping(activity, { read, setNamed, root, announce }) {
  const keep = makeKeepButtons({
    text: () => plannerText(read()),
    file: `${activity.id}.txt`,
    page: () => makePlannerPage(read()),
    title: activity.title,
    root,
    announce,
  });
  const named = make("input", { type: "checkbox", change: () => setNamed(named.checked) });
  const namedLine = make(
    "label",
    { class: "lk-choice-label" },
    named,
    make(
      "span",
      { class: "lk-choice-text" },
      say("name_acts"),
      make("span", { class: "lk-choice-note lk-small" }, say("calendar_names")),
    ),
  );
  const coming = make("p", { class: "lk-small" }, say("calendar_coming"));
  const status = make("span", { class: "lk-small" });

  function saveCalendar() {
    const now = new Date();
    const state = read();
    const week = state.week || comingMonday(now);
    // The name of a file is seen in a list of downloads, so it says nothing but the week.
    const file = `${week}.ics`;
    saveText(file, calendarText(state, week, { now, makeUid: randomUid }), "text/calendar");
    status.textContent = weekInWords("calendar_saved", week, { file });
    announce(status.textContent);
  }

  return {
    element: make(
      "div",
      { class: "lk-along", role: "group", "aria-label": say("take_along") },
      make("p", { class: "lk-part-title", "aria-hidden": "true" }, say("take_along")),
      keep,
      make(
        "div",
        { class: "lk-calendar", role: "group", "aria-label": say("calendar_file") },
        make("p", { class: "lk-calendar-title", "aria-hidden": "true" }, say("calendar_file")),
        make("p", { class: "lk-small" }, say("calendar_what")),
        make(
          "p",
          { class: "lk-small", dir: "auto" },
          say("calendar_shared", { name: activity.calendar_name }),
        ),
        make("div", { class: "lk-choice" }, namedLine),
        coming,
        make(
          "div",
          { class: "lk-tools" },
          makeButton(say("save_calendar"), saveCalendar, { class: "lk-main" }),
          status,
        ),
      ),
    ),
    paint(state) {
      named.checked = state.named;
      namedLine.parentElement?.classList.toggle("lk-chosen", state.named);
      coming.hidden = state.week !== "";
    },
  };
}

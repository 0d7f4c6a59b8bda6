/** An evidence plot: effects with their uncertainty on one axis, to look at one by one or read as a table. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, signal, change }) {
  /** @type {PlotActivity} */
  const activity = model.get("activity");
  const { effects } = activity;
  const axis = axisFor(activity);
  const rows = effects.map((effect) => makeRow(effect, activity, axis));
  const details = new Map(effects.map((effect) => [effect.id, makeDetail(effect, activity)]));
  const hint = make("p", { class: "lk-detail lk-detail-hint" }, say("choose_row"));
  const progress = make("p", { class: "lk-small lk-looked" });
  const { element: announcer, announce } = makeAnnouncer();
  let asTable = false;
  /** @type {string | null} the effect that the mouse is over */
  let hovered = null;

  const list = make(
    "ul",
    { class: "lk-effects", role: "list" },
    ...rows.map(({ button }) => make("li", {}, button)),
  );
  const about = make(
    "div",
    { class: "lk-about", role: "group", "aria-label": say("about_effect") },
    hint,
    ...details.values(),
  );
  const picture = make(
    "div",
    { class: "lk-picture" },
    make(
      "div",
      { class: "lk-plot" },
      makeSides(activity, axis),
      list,
      makeTicks(activity, axis),
      makeLegend(activity),
    ),
    about,
  );
  const table = makeTable(activity);
  const toggle = makeButton("", () => {
    asTable = !asTable;
    paint();
  });
  const root = makeRoot(
    "lk-evidence-plot",
    activity,
    make(
      "p",
      { class: "lk-reading" },
      make("strong", {}, say("how_to_read")),
      " ",
      bdi(activity.reading),
    ),
    make("div", { class: "lk-plot-head" }, progress, toggle),
    picture,
    table,
    announcer,
  );

  function looked() {
    return knownLooks(model.get("looked_at"), effects);
  }

  function paint() {
    const seen = looked();
    const current = hovered ?? seen[seen.length - 1] ?? null;
    for (const { id, button, seen: tick } of rows) {
      tick.classList.toggle("lk-is-seen", seen.includes(id));
      setAttribute(button, "aria-current", id === current ? "true" : null);
    }
    // All details keep their place, so that nothing moves when another one shows.
    hint.classList.toggle("lk-shown", current === null);
    for (const [id, detail] of details) detail.classList.toggle("lk-shown", id === current);
    progress.textContent = say("looked_at_of", { seen: seen.length, total: effects.length });
    picture.hidden = asTable;
    table.hidden = !asTable;
    toggle.textContent = asTable ? say("show_picture") : say("show_table");
  }

  /** @param {string} id */
  function look(id) {
    const effect = effects.find((each) => each.id === id);
    if (!effect) return;
    hovered = null;
    const looks = looked();
    if (looks[looks.length - 1] === id) return paint();
    change({ looked_at: [...looks.filter((each) => each !== id), id] });
    // The row's own name has said the number already.
    const { verdict } = wordsOf(effect, activity);
    announce(`${verdict} ${effect.whom}. ${effect.limits} ${progress.textContent}.`.trim());
  }

  /** @param {Event} event @returns {number} which row an event is about, or -1 */
  function rowOf(event) {
    const target = event.target instanceof Element ? event.target.closest(".lk-effect") : null;
    return rows.findIndex(({ button }) => button === target);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const from = rowOf(event);
    if (from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = rows.length - 1;
    /** @type {{[key: string]: number}} */
    const steps = {
      ArrowDown: from + 1,
      ArrowRight: from + 1,
      ArrowUp: from - 1,
      ArrowLeft: from - 1,
      Home: 0,
      End: last,
    };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const there = rows[Math.max(0, Math.min(last, steps[event.key]))];
    there.button.focus();
    look(there.id);
  }

  list.addEventListener(
    "click",
    (event) => {
      const row = rows[rowOf(event)];
      if (row) look(row.id);
    },
    { signal },
  );
  list.addEventListener("keydown", onKey, { signal });
  list.addEventListener(
    "pointerover",
    (event) => {
      if (event.pointerType !== "mouse") return;
      hovered = rows[rowOf(event)]?.id ?? null;
      paint();
    },
    { signal },
  );
  list.addEventListener(
    "pointerleave",
    () => {
      hovered = null;
      paint();
    },
    { signal },
  );
  return { root, paint };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, ["looked_at"], buildView);
}

export default { render };

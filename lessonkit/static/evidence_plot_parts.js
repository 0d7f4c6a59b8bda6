/** The parts of an evidence plot: rows on one axis, what is said of an effect, and the table. */

const LANE_HEIGHT = 28;

/** @param {number} percent @returns {string} */
function across(percent) {
  return `${percent.toFixed(2)}%`;
}

/**
 * The shape that stands for an effect, at half the height of a drawing.
 *
 * @param {PlotMark} mark
 * @param {{at?: string, from?: string, to?: string}} places across the drawing
 * @returns {SVGElement}
 */
function drawMark(mark, { at, from, to }) {
  const shapes = [];
  if (from && to) {
    shapes.push(
      draw("line", { class: mark === "range" ? "lk-bar" : "lk-whisker", x1: from, x2: to }),
    );
    // The ends show, so that a short line behind its dot is still a line.
    for (const end of mark === "range" ? [] : [from, to])
      shapes.push(draw("line", { class: "lk-whisker", x1: end, x2: end, y1: -5, y2: 5 }));
  }
  if (at) shapes.push(draw("circle", { class: `lk-dot lk-dot-${mark}`, cx: at, r: 6 }));
  return draw("svg", { class: "lk-mark", y: "50%" }, ...shapes);
}

/** @param {PlotEffect} effect @param {PlotActivity} activity @param {PlotAxis} axis @returns {SVGElement} */
function drawEffect(effect, { none }, { ticks, percent }) {
  const { value, low, high } = effect;
  /** @param {number | undefined} number */
  const place = (number) => (number === undefined ? undefined : across(percent(number)));
  const upright = (/** @type {number} */ number, /** @type {string} */ className) =>
    draw("line", {
      class: className,
      x1: across(percent(number)),
      x2: across(percent(number)),
      y1: 0,
      y2: "100%",
    });
  return draw(
    "svg",
    { class: "lk-lane", "aria-hidden": "true", width: "100%", height: LANE_HEIGHT },
    ...ticks.map((tick) => upright(tick, "lk-grid")),
    upright(none, "lk-none"),
    drawMark(markOf(effect, none), { at: place(value), from: place(low), to: place(high) }),
  );
}

/**
 * @typedef {object} PlotRow
 * @property {string} id
 * @property {HTMLButtonElement} button
 * @property {HTMLElement} seen its number, which shows once the row has been looked at
 */

/**
 * @param {PlotEffect} effect
 * @param {PlotActivity} activity
 * @param {PlotAxis} axis
 * @returns {PlotRow}
 */
function makeRow(effect, activity, axis) {
  const { number, range, ends } = wordsOf(effect, activity);
  const short = effect.value === undefined ? ends : number;
  const seen = make("span", { class: "lk-seen", "aria-hidden": "true" }, short);
  const name = make("span", { class: "lk-effect-label", dir: "auto" }, effect.label);
  const button = make(
    "button",
    { type: "button", class: "lk-effect", "data-effect": effect.id },
    make(
      "span",
      { class: "lk-effect-name" },
      name,
      make("span", { class: "lk-hidden-text" }, `${number}, ${range}`),
      seen,
    ),
    drawEffect(effect, activity, axis),
  );
  return { id: effect.id, button, seen };
}

/** @param {PlotActivity} activity @returns {HTMLElement} what lies left, at and right of "no difference" */
function makeSides({ none, lower, higher }, /** @type {PlotAxis} */ { percent }) {
  const label = make(
    "span",
    { class: "lk-none-label" },
    say("no_difference", { none: numberWords(none, decimalsOf([none])) }),
  );
  const at = percent(none);
  label.style.left = across(at);
  // Near an edge the label would not fit in the middle above its line.
  label.style.translate = across(at > 25 && at < 75 ? -50 : -at);
  return make(
    "div",
    { class: "lk-scale lk-scale-top" },
    make(
      "p",
      { class: "lk-sides" },
      make("span", {}, make("span", { "aria-hidden": "true" }, "← "), bdi(lower)),
      make("span", {}, bdi(higher), make("span", { "aria-hidden": "true" }, " →")),
    ),
    make("p", { class: "lk-none-line" }, label),
  );
}

/** @param {string} text @returns {HTMLElement} an author's text among others */
function bdi(text) {
  return make("bdi", {}, text);
}

/** @param {PlotActivity} activity @returns {HTMLElement} the numbers of the axis, and what it measures */
function makeTicks({ measure }, /** @type {PlotAxis} */ { ticks, percent }) {
  const decimals = decimalsOf(ticks);
  const numbers = ticks.map((tick) => {
    const label = make("span", { class: "lk-tick" }, numberWords(tick, decimals));
    label.style.left = across(percent(tick));
    return label;
  });
  return make(
    "div",
    { class: "lk-scale" },
    make("p", { class: "lk-ticks", "aria-hidden": "true" }, ...numbers),
    make("p", { class: "lk-measure", dir: "auto" }, measure),
  );
}

/** @param {PlotActivity} activity @returns {HTMLElement | null} what the shapes mean, where there is more than one */
function makeLegend({ effects, none }) {
  const found = new Set(effects.map((effect) => markOf(effect, none)));
  if (found.size === 1) return null;
  /** @type {PlotMark[]} */
  const order = ["clear", "open", "alone", "range"];
  const entries = order
    .filter((mark) => found.has(mark))
    .map((mark) =>
      make(
        "li",
        {},
        draw(
          "svg",
          { class: "lk-lane", width: 40, height: LANE_HEIGHT, "aria-hidden": "true" },
          drawMark(mark, {
            at: mark === "range" ? undefined : "20",
            ...(mark === "alone" ? {} : { from: "2", to: "38" }),
          }),
        ),
        say(`mark_${mark}`),
      ),
    );
  return make("ul", { class: "lk-legend-of-marks", role: "list" }, ...entries);
}

/** @param {PlotEffect} effect @param {PlotActivity} activity @returns {HTMLElement} all that is said of one effect */
function makeDetail(effect, activity) {
  const { number, range, verdict } = wordsOf(effect, activity);
  return make(
    "div",
    { class: "lk-detail", "data-effect": effect.id },
    make("p", { class: "lk-detail-label", dir: "auto" }, effect.label),
    make(
      "p",
      { class: "lk-detail-number" },
      make("strong", { "data-words": effect.value === undefined }, number),
      " ",
      make("span", { dir: "auto" }, range),
    ),
    verdict ? make("p", { class: "lk-verdict", dir: "auto" }, verdict) : null,
    make(
      "dl",
      { class: "lk-facts" },
      make("dt", {}, say("measured_in")),
      make("dd", { dir: "auto" }, effect.whom),
      make("dt", {}, say("cannot_tell")),
      make("dd", { dir: "auto" }, effect.limits),
    ),
    makeEvidenceNote(effect.evidence),
  );
}

/** @param {PlotActivity} activity @returns {HTMLTableElement} the same as a table */
function makeTable(activity) {
  // On a phone the rows become blocks, and browsers then forget that they were a table.
  const heads = [
    say("column_effect"),
    say("column_number"),
    say("column_range"),
    say("measured_in"),
    say("cannot_tell"),
    say("column_evidence"),
  ];
  const rows = activity.effects.map((effect) => {
    const { number, range, verdict } = wordsOf(effect, activity);
    const { strength, studies } = effect.evidence;
    const grade = say("evidence_in_table", {
      strength: say(`strength_${strength}`),
      studies: studies.join("; "),
    });
    const cells = [number, `${range}. ${verdict}`.trim(), effect.whom, effect.limits, grade];
    return make(
      "tr",
      { role: "row" },
      make("th", { scope: "row", role: "rowheader", dir: "auto" }, effect.label),
      ...cells.map((text, n) =>
        make(
          "td",
          { role: "cell" },
          make("span", { class: "lk-cell-name", "aria-hidden": "true" }, heads[n + 1]),
          make("span", { dir: "auto" }, text),
        ),
      ),
    );
  });
  return make(
    "table",
    { class: "lk-plot-table", role: "table" },
    make(
      "caption",
      {},
      bdi(activity.measure),
      make(
        "span",
        { class: "lk-small" },
        say("table_sides", { lower: activity.lower, higher: activity.higher }),
      ),
    ),
    make(
      "thead",
      { role: "rowgroup" },
      make(
        "tr",
        { role: "row" },
        ...heads.map((head) => make("th", { scope: "col", role: "columnheader" }, head)),
      ),
    ),
    make("tbody", { role: "rowgroup" }, ...rows),
  );
}

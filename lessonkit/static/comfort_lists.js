/** What a comfort map knows: which items are marked and how, sorted into lists that can be shown or kept back. */

/**
 * @typedef {{id: string, label: string, group?: string}} ComfortItem
 * @typedef {{id: string, label: string, description?: string}} ComfortChoice
 * @typedef {{id: string, title: string, prompt: string, choices: ComfortChoice[], items: ComfortItem[], closing?: string}} ComfortActivity
 * @typedef {{[item: string]: string}} ComfortTexts a choice's id or a note for each item
 * @typedef {{activity: ComfortActivity, answers: ComfortTexts, notes: ComfortTexts}} ComfortState
 * @typedef {{id: string, label: string, lines: {label: string, note: string}[]}} ComfortList
 */

/** The name under which the notes can be shown or kept back. No choice can be called so. */
const COMFORT_NOTES = "_notes";

/** @param {ComfortState} state @param {string} item @returns {string | null} how an item is marked, if the map still has that choice */
function markOf({ activity, answers }, item) {
  const mark = answers[item];
  return activity.choices.some(({ id }) => id === mark) ? mark : null;
}

/**
 * @template Value
 * @param {{[item: string]: Value}} values
 * @param {string} item
 * @param {Value | null} value `null` and an empty text take it away
 * @returns {{[item: string]: Value}}
 */
function withValue(values, item, value) {
  const { [item]: _, ...others } = values;
  return value === null || value === "" ? others : { ...others, [item]: value };
}

/** @param {ComfortActivity} activity @returns {{name: string | null, items: ComfortItem[]}[]} the items, those of one heading together */
function groupsOf({ items }) {
  /** @type {Map<string | null, ComfortItem[]>} */
  const groups = new Map();
  for (const item of items) {
    const name = item.group ?? null;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups].map(([name, items]) => ({ name, items }));
}

/** @param {ComfortState} state @returns {number} */
function countMarked(state) {
  return state.activity.items.filter(({ id }) => markOf(state, id) !== null).length;
}

/**
 * Sort what a learner has marked and noted into the lists of their page.
 *
 * @param {ComfortState} state
 * @param {string[]} shown the ids of the choices to show, and `COMFORT_NOTES` to show the notes
 * @returns {ComfortList[]} none that is empty
 */
function comfortLists(state, shown) {
  const { activity, notes } = state;
  const withNotes = shown.includes(COMFORT_NOTES);
  const items = groupsOf(activity).flatMap((group) => group.items);
  /** @param {string | null} mark */
  const lines = (mark) =>
    items
      .filter(({ id }) => markOf(state, id) === mark)
      .map(({ id, label }) => ({ label, note: withNotes ? (notes[id] ?? "").trim() : "" }));
  const lists = activity.choices
    .filter(({ id }) => shown.includes(id))
    .map(({ id, label }) => ({ id, label, lines: lines(id) }));
  const onlyNoted = lines(null).filter(({ note }) => note);
  return [...lists, { id: "", label: say("only_noted"), lines: onlyNoted }].filter(
    ({ lines }) => lines.length,
  );
}

/** @param {ComfortActivity} activity @returns {string[]} everything that a page can show */
function everythingShown({ choices }) {
  return [...choices.map(({ id }) => id), COMFORT_NOTES];
}

/**
 * @param {ComfortActivity} activity
 * @param {ComfortList[]} lists
 * @returns {string} the page as text
 */
function comfortText({ title, closing }, lists) {
  const parts = lists.map(({ label, lines }) =>
    [label, ...lines.map(({ label, note }) => `- ${label}${note ? `: ${note}` : ""}`)].join("\n"),
  );
  return `${[title, ...(closing ? [closing] : []), ...parts].join("\n\n")}\n`;
}

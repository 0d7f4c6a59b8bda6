/** Items to mark for oneself, each with a private note, and a page that comes of it. */

const TRAITS = ["activity", "answers", "notes"];

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  /** @returns {ComfortState} */
  const read = () => /** @type {any} */ (Object.fromEntries(TRAITS.map((t) => [t, model.get(t)])));
  const { activity } = read();
  const { choices, items } = activity;
  const live = makeAnnouncer();
  const options = choices.map(({ id, label }) => ({ id, text: label }));
  let pageIsOpen = false;

  /** @param {ComfortItem} item */
  function makeItem({ id, label }) {
    const rating = makeRating({
      name: label,
      options,
      mark: (mark) => change({ answers: withValue(read().answers, id, mark) }),
    });
    const note = makeNote(label, (text) => change({ notes: withValue(read().notes, id, text) }));
    return {
      rating,
      element: make(
        "div",
        { class: "lk-item", "data-item": id },
        rating.box,
        make("div", { class: "lk-item-more" }, note.element, rating.clear),
      ),
      paint() {
        const state = read();
        rating.paint(markOf(state, id));
        note.paint(state.notes[id] ?? "");
      },
    };
  }

  const made = new Map(items.map((item) => [item.id, makeItem(item)]));
  const groups = groupsOf(activity).map(({ name, items }) =>
    make(
      "div",
      name ? { class: "lk-group", role: "group", "aria-label": name } : { class: "lk-group" },
      name ? make("p", { class: "lk-group-name", dir: "auto", "aria-hidden": "true" }, name) : null,
      ...items.flatMap(({ id }) => made.get(id)?.element ?? []),
    ),
  );
  const progress = make("p", { class: "lk-progress lk-small" });
  const pageButton = makeButton(say("make_page"), turnPage, { class: "lk-main" });
  const startAgain = makeStartAgain(say("clear_map"), () => {
    pageIsOpen = false;
    change({ answers: {}, notes: {} });
    goOn();
    live.announce(say("map_cleared"));
  });
  const root = makeRoot(
    "lk-comfort-map",
    activity,
    make("p", { class: "lk-small" }, say("map_private")),
    makeKey(choices),
    ...groups,
    progress,
    make("div", { class: "lk-tools" }, pageButton, startAgain.element),
  );
  const page = makeComfortPage(activity, { read, root, announce: live.announce });
  root.firstElementChild?.append(page.element, live.element);

  function turnPage() {
    if (pageButton.getAttribute("aria-disabled") === "true") return;
    pageIsOpen = !pageIsOpen;
    paint();
    if (pageIsOpen) page.focus();
  }

  const goOn = () => made.get(items[0].id)?.rating.focus();

  function paint() {
    const state = read();
    for (const item of made.values()) item.paint();
    const something = comfortLists(state, everythingShown(activity)).length > 0;
    progress.textContent = say("marked_of", { marked: countMarked(state), total: items.length });
    pageButton.textContent = say(pageIsOpen ? "hide_page" : "make_page");
    setAttribute(pageButton, "aria-expanded", String(pageIsOpen));
    setAttribute(pageButton, "aria-disabled", something || pageIsOpen ? null : "true");
    startAgain.paint(something);
    page.element.hidden = !pageIsOpen;
    if (pageIsOpen) page.paint();
  }

  return { root, paint: () => paintAndHoldFocus(root, paint, goOn) };
}

/** @param {ComfortChoice[]} choices @returns {HTMLElement | null} what the choices mean, said once */
function makeKey(choices) {
  const explained = choices.filter(({ description }) => description);
  if (!explained.length) return null;
  return make(
    "dl",
    { class: "lk-key" },
    ...explained.map(({ label, description }) =>
      make(
        "div",
        {},
        make("dt", { dir: "auto" }, label),
        make("dd", { dir: "auto" }, description ?? ""),
      ),
    ),
  );
}

/**
 * Make a note that opens where there is something in it.
 *
 * @param {string} item
 * @param {(text: string) => void} write
 * @returns {{element: HTMLElement, paint: (text: string) => void}}
 */
function makeNote(item, write) {
  const box = makeTextBox(say("note_on", { item }), write);
  const name = make("span");
  const element = make(
    "details",
    { class: "lk-note" },
    make("summary", {}, name, make("span", { class: "lk-hidden-text" }, `: ${item}`)),
    box,
  );
  let had = false;
  return {
    element,
    paint(text) {
      const has = text !== "";
      if (has && !had) element.open = true;
      had = has;
      name.textContent = say(has ? "your_note" : "add_note");
      showText(box, text);
    },
  };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, TRAITS, buildView);
}

export default { render };

/** A list to wander through: each button opens a card below it, or beside the list where there is room. */

/**
 * @typedef {{id: string, label: string, about: string, finding?: string, evidence?: Evidence, ask: string, care?: string}} ExplorerCard
 * @typedef {object} ExplorerPart one card on the page
 * @property {HTMLElement} item
 * @property {HTMLButtonElement} button
 * @property {HTMLElement} mark says that the card has been opened
 * @property {HTMLElement} panel
 */

/**
 * @param {unknown} opened what was saved
 * @param {ExplorerCard[]} cards
 * @returns {string[]} the cards of it that there are, each once, the latest last
 */
function knownOpened(opened, cards) {
  const known = new Set(cards.map((card) => card.id));
  const latestFirst = (Array.isArray(opened) ? opened : []).filter((id) => known.has(id)).reverse();
  return [...new Set(latestFirst)].reverse();
}

/** @param {string[]} opened @param {string} id @returns {string[]} */
function openedWith(opened, id) {
  return [...opened.filter((each) => each !== id), id];
}

/**
 * @param {string} name
 * @param {string} title
 * @param {...(Node | string | null)} said
 * @returns {HTMLElement}
 */
function makeSection(name, title, ...said) {
  return make(
    "div",
    { class: `lk-explorer-${name}` },
    make("dt", {}, title),
    make("dd", {}, ...said),
  );
}

/** @param {string} text @returns {HTMLElement} */
function makeWords(text) {
  return make("p", { dir: "auto" }, text);
}

/** @param {ExplorerCard} card @returns {HTMLElement} */
function makeSections({ about, finding, evidence, ask, care }) {
  return make(
    "dl",
    {},
    makeSection("about", say("what_it_is"), makeWords(about)),
    finding
      ? makeSection(
          "finding",
          say("what_is_known"),
          makeWords(finding),
          evidence ? makeEvidenceNote(evidence) : null,
        )
      : null,
    makeSection("ask", say("ask_first"), makeWords(ask)),
    care ? makeSection("care", say("take_care"), makeWords(care)) : null,
  );
}

/**
 * @param {ExplorerCard[]} cards
 * @param {number} index
 * @param {(id: string) => void} press
 * @param {(id: string) => void} readOn
 * @returns {ExplorerPart}
 */
function makeCardPart(cards, index, press, readOn) {
  const { id, label } = cards[index];
  const [before, after] = [cards[index - 1], cards[index + 1]];
  const mark = make("span", { class: "lk-hidden-text" });
  const button = makeButton("", () => press(id), { class: "lk-explorer-button" });
  button.append(
    make("span", { class: "lk-explorer-sign", "aria-hidden": "true" }),
    make("span", { class: "lk-explorer-label", dir: "auto" }, label),
    mark,
  );
  const steps = make(
    "div",
    { class: "lk-explorer-steps lk-tools" },
    before
      ? makeButton(say("previous_card", { label: before.label }), () => readOn(before.id))
      : null,
    after
      ? makeButton(say("next_card", { label: after.label }), () => readOn(after.id), {
          class: "lk-explorer-next",
        })
      : null,
  );
  const panel = make(
    "div",
    { class: "lk-explorer-panel", role: "group", "aria-label": label, tabindex: -1 },
    make("p", { class: "lk-explorer-name", dir: "auto", "aria-hidden": "true" }, label),
    makeSections(cards[index]),
    steps,
  );
  // The item is no box of its own in the layout, which would cost it its role in some browsers.
  const item = make(
    "li",
    { class: "lk-explorer-item", role: "listitem", "data-card": id },
    button,
    panel,
  );
  return { item, button, mark, panel };
}

/** @param {ExplorerPart} part @returns {boolean} whether the card opens below its button, and not beside the list */
function opensBelow({ button, panel }) {
  const [list, card] = [button.getBoundingClientRect(), panel.getBoundingClientRect()];
  return card.left < list.right && list.left < card.right;
}

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  const activity = model.get("activity");
  /** @type {ExplorerCard[]} */
  const cards = activity.cards;
  /** @type {string | undefined} the card that is open in this view */
  let open;
  /** @type {string | undefined} the card that was opened last, in whatever view */
  let latest;

  const readOpened = () => knownOpened(model.get("opened"), cards);
  /** @type {Map<string, ExplorerPart>} */
  const parts = new Map(
    cards.map((card, index) => [card.id, makeCardPart(cards, index, press, readOn)]),
  );
  const list = make(
    "ul",
    { class: "lk-explorer-list", role: "list" },
    ...[...parts.values()].map((part) => part.item),
    make("li", { class: "lk-explorer-empty", "aria-hidden": "true" }, say("opens_here")),
  );
  list.style.setProperty("--lk-rows", String(cards.length));
  const progress = make("p", { class: "lk-small" });
  const closing = make("p", { class: "lk-explorer-closing", dir: "auto" });
  closing.textContent = activity.closing_question ?? "";
  const { element: announcer, announce } = makeAnnouncer();
  const root = makeRoot("lk-card-explorer", activity, list, progress, closing, announcer);

  /** @param {string} id */
  function show(id) {
    const before = readOpened();
    const opened = openedWith(before, id);
    open = id;
    latest = id;
    change({ opened });
    if (opened.length === cards.length && before.length < cards.length)
      announce([say("all_opened"), closing.textContent].join(" "));
  }

  /** @param {string} id */
  function press(id) {
    const { button } = /** @type {ExplorerPart} */ (parts.get(id));
    // A card that closes further up must not pull the button away from under the finger.
    keepInPlace(button, () => {
      if (open !== id) return show(id);
      open = undefined;
      paint();
    });
  }

  /** @param {string} id */
  function readOn(id) {
    show(id);
    const part = /** @type {ExplorerPart} */ (parts.get(id));
    part.panel.focus({ preventScroll: true });
    showStart(opensBelow(part) ? part.button : part.panel);
  }

  function paint() {
    const opened = readOpened();
    if (latest !== opened.at(-1)) {
      latest = opened.at(-1);
      open = latest;
    }
    for (const [id, { button, mark, panel, item }] of parts) {
      const seen = opened.includes(id);
      mark.textContent = seen ? ` ${say("was_opened")}` : "";
      setAttribute(item, "data-opened", seen);
      setAttribute(button, "aria-expanded", String(id === open));
      // Another view may close the card in which the reader is.
      if (id !== open && panel.contains(document.activeElement))
        button.focus({ preventScroll: true });
      panel.hidden = id !== open;
    }
    setAttribute(list, "data-open", open !== undefined);
    progress.textContent = say("opened_of", { opened: opened.length, total: cards.length });
    closing.hidden = !closing.textContent || opened.length < cards.length;
  }

  return { root, paint };
}

export default {
  /** @param {RenderContext} context @returns {() => void} */
  render: (context) => showView(context, ["opened"], buildView),
};

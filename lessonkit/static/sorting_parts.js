/** The parts of a sorting exercise that stay: cards, places, the tray. Each is made once and then kept current. */

const TEXT_IN_A_NAME = 140;
const LONG_TEXT = 300;

/**
 * @typedef {object} CardPart
 * @property {HTMLLIElement} item
 * @property {HTMLButtonElement} button
 * @property {HTMLElement} mark
 * @property {HTMLElement} status
 * @property {string} painted what the button was last painted as
 */
/**
 * @typedef {object} PlacePart
 * @property {string} id
 * @property {string} label
 * @property {HTMLElement} box
 * @property {HTMLButtonElement} button
 * @property {HTMLElement} count
 * @property {HTMLUListElement} list
 */

/** @param {string} text @returns {string} a card's text, short enough to be part of a control's name */
function inAName(text) {
  return text.length <= TEXT_IN_A_NAME ? text : `${text.slice(0, TEXT_IN_A_NAME - 1)}…`;
}

/** @param {Card} card @param {number} number @returns {CardPart} */
function makeCard(card, number) {
  const mark = make("span", { class: "lk-mark", "aria-hidden": "true" });
  const status = make("span", { class: "lk-hidden-text" });
  const button = make(
    "button",
    {
      type: "button",
      class: "lk-card",
      "data-card": card.id,
      "data-long": card.text.length > LONG_TEXT,
    },
    make("span", { class: "lk-number", "aria-hidden": "true" }, String(number)),
    make("span", { class: "lk-text", dir: "auto" }, card.text),
    mark,
    status,
  );
  return { item: make("li", {}, button), button, mark, status, painted: "" };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string | null} description
 * @param {number} key the number on the keyboard that stands for this place
 * @returns {PlacePart}
 */
function makePlace(id, label, description, key) {
  const count = make("span", { class: "lk-count", "aria-hidden": "true" });
  const button = make(
    "button",
    { type: "button", class: "lk-place-button", title: description },
    make("kbd", { "aria-hidden": "true", "data-key": key }),
    make("span", { class: "lk-label", dir: "auto" }, label),
    count,
  );
  const list = make("ul", { class: "lk-cards", role: "list", "aria-label": label });
  const box = make("div", { class: "lk-place", "data-category": id }, button, list);
  return { id, label, box, button, count, list };
}

/**
 * The places of a deck in the order of the board: an overlap stands between the two that it joins.
 *
 * @param {Category[]} categories
 * @returns {{circles: string[] | null, order: string[]}} `circles` are left, overlap and right, if there is one
 */
function boardOrder(categories) {
  const overlap = categories.find((category) => category.overlap_of);
  if (!overlap?.overlap_of) return { circles: null, order: categories.map(({ id }) => id) };
  const [left, right] = overlap.overlap_of;
  const circles = [left, overlap.id, right];
  const others = categories.map(({ id }) => id).filter((id) => !circles.includes(id));
  return { circles, order: [...circles, ...others] };
}

/**
 * @param {Activity} activity
 * @returns {{board: HTMLElement, places: PlacePart[]}} every place of the board, the pass last
 */
function makeBoard(activity) {
  const { circles, order } = boardOrder(activity.categories);
  const places = order.map((id) => {
    const number = activity.categories.findIndex((category) => category.id === id);
    const { label, description } = activity.categories[number];
    const place = makePlace(id, label, description, number + 1);
    place.box.style.setProperty("--lk-hue", `var(--lk-hue-${hueOf(activity.categories, id)})`);
    return place;
  });
  const pass = makePlace(PASS, say("pass"), say("pass_description"), 0);
  pass.box.classList.add("lk-place-pass");
  const board = make("div", { class: "lk-board", role: "group", "aria-label": say("board") });
  if (circles) {
    const venn = make("div", { class: "lk-circles" });
    for (const [side, id] of [
      ["left", circles[0]],
      ["right", circles[2]],
    ]) {
      const circle = make("div", { class: `lk-circle lk-circle-${side}` });
      circle.style.setProperty("--lk-hue", `var(--lk-hue-${hueOf(activity.categories, id)})`);
      venn.append(circle);
    }
    venn.append(...places.slice(0, 3).map((place) => place.box));
    board.append(venn);
  }
  const rest = places.slice(circles ? 3 : 0);
  if (rest.length) {
    const columns = make("div", { class: "lk-columns" }, ...rest.map(({ box }) => box));
    columns.style.setProperty("--lk-columns", String(rest.length <= 4 ? rest.length : 3));
    board.append(columns);
  }
  board.append(pass.box);
  return { board, places: [...places, pass] };
}

/**
 * @param {{step: (direction: number) => void, hint: () => void}} actions
 */
function makeTray({ step, hint: showHint }) {
  const list = make("ul", { class: "lk-cards", role: "list", "aria-label": say("tray") });
  const left = make("span", { class: "lk-left" });
  const [back, on] = [
    makeButton("", () => step(-1), { class: "lk-step", "aria-label": say("previous_card") }),
    makeButton("", () => step(1), { class: "lk-step", "aria-label": say("next_card") }),
  ];
  back.append(make("span", { "aria-hidden": "true" }, "‹"));
  on.append(make("span", { "aria-hidden": "true" }, "›"));
  const hint = makeButton(say("hint"), showHint, { class: "lk-hint" });
  const tools = make("div", { class: "lk-tray-tools" }, back, left, on, hint);
  const box = make(
    "div",
    { class: "lk-tray", role: "group", "aria-label": say("tray") },
    list,
    tools,
  );
  return { box, list, left, hint, steps: [back, on] };
}

/**
 * What stands below the board.
 *
 * @param {SortingState["mode"]} mode
 * @param {{check: () => void, undo: () => void, answers: () => void, startAgain: () => void,
 *   reasonFirst: (first: boolean) => void}} actions
 */
function makeTools(mode, actions) {
  const check = makeButton("", actions.check, { class: "lk-main" });
  const undo = makeButton(say("undo"), actions.undo);
  const answers = makeButton(say("show_answers"), actions.answers);
  const again = makeButton(say("start_again"), actions.startAgain);
  const showPlaced = makeButton(say("show_placed"), () => {}, {
    class: "lk-show-placed",
    "aria-expanded": "false",
  });
  const reasonFirst = make("input", {
    type: "checkbox",
    change: () => actions.reasonFirst(reasonFirst.checked),
  });
  const wish =
    mode === "opinion"
      ? null
      : make("label", { class: "lk-switch" }, reasonFirst, say("reason_first"));
  const box = make("div", { class: "lk-tools" }, check, undo, answers, again, showPlaced, wish);
  return { box, check, undo, answers, again, showPlaced, reasonFirst };
}

// Gives each text the largest type with which it is whole in its box. It runs in the page that is printed.

/** Below its floor a text is set as small as this, so that it is on its card in full. */
const LEAST_POINTS = 5;

/** @typedef {{ points: number, breaks: boolean }} Setting */

/** @typedef {{ card: number, category: number, points: number, room: number }} Misfit */

/** @param {HTMLElement} box */
function isWhole(box) {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
}

/**
 * @param {number} from
 * @param {number} to
 */
function pointsBetween(from, to) {
  const step = from > 40 ? 2 : 0.5;
  const count = Math.floor((from - to) / step);
  return Array.from({ length: count + 1 }, (_, number) => from - number * step);
}

/**
 * @param {HTMLElement} box
 * @returns {{ largest: number, floor: number }}
 */
function sizesOf(box) {
  return { largest: Number(box.dataset.largest), floor: Number(box.dataset.floor) };
}

/**
 * Whole words in smaller type are read more easily than broken ones in larger type.
 *
 * @param {HTMLElement} box
 * @returns {Setting[]}
 */
function settingsFor(box) {
  const { largest, floor } = sizesOf(box);
  const usual = pointsBetween(largest, floor);
  return [
    ...usual.map((points) => ({ points, breaks: false })),
    ...usual.map((points) => ({ points, breaks: true })),
    ...pointsBetween(floor, LEAST_POINTS).map((points) => ({ points, breaks: true })),
  ];
}

/** @param {HTMLElement} box */
function placeOf(box) {
  const { card = 0, category = 0 } = box.dataset;
  return { card: Number(card), category: Number(category) };
}

/**
 * The share of its text that a box has room for.
 *
 * @param {HTMLElement} box
 */
function roomIn(box) {
  return Math.min(1, box.clientHeight / box.scrollHeight);
}

/**
 * Sets all boxes before it looks at any: a page is laid out anew after each change.
 *
 * @returns {Misfit[]}
 */
function fitBoxes() {
  let open = [...document.querySelectorAll(".lk-fit")].map((each) => {
    const box = /** @type {HTMLElement} */ (each);
    return { box, settings: settingsFor(box), at: 0 };
  });
  /** @type {Misfit[]} */
  const misfits = [];
  while (open.length) {
    for (const { box, settings, at } of open) {
      box.style.fontSize = `${settings[at].points}pt`;
      box.classList.toggle("lk-unbroken", !settings[at].breaks);
    }
    const seen = open.map((each) => ({ ...each, whole: isWhole(each.box) }));
    open = [];
    for (const { box, settings, at, whole } of seen) {
      const { points } = settings[at];
      if (!whole && at + 1 < settings.length) {
        open.push({ box, settings, at: at + 1 });
      } else if (!whole || points < sizesOf(box).floor) {
        box.classList.toggle("lk-cut-off", !whole);
        misfits.push({ ...placeOf(box), points, room: whole ? 1 : roomIn(box) });
      }
    }
  }
  return misfits;
}

/**
 * Keeps the first form of the worksheet that is whole on its page.
 *
 * @returns {boolean} Whether there is one.
 */
function fitWorksheet() {
  const page = /** @type {HTMLElement | null} */ (document.querySelector(".lk-fit-page"));
  if (!page) return true;
  const { largest, floor } = sizesOf(page);
  const forms = [...page.querySelectorAll("[class^=lk-form-]")];
  for (const form of forms) {
    page.querySelector("[class^=lk-form-]")?.replaceWith(form);
    for (const other of page.querySelectorAll("[class^=lk-form-]")) {
      if (other !== form) other.remove();
    }
    for (const points of pointsBetween(largest, floor)) {
      page.style.fontSize = `${points}pt`;
      if (isWhole(page)) return true;
    }
  }
  page.style.height = "auto";
  return false;
}

/** @returns {{ misfits: Misfit[], worksheet: boolean }} */
function fitAll() {
  return { misfits: fitBoxes(), worksheet: fitWorksheet() };
}

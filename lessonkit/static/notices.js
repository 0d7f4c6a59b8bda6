/** Says in one line what the page could not do, at the foot of the window. Parts to go in front: `elements`. */

/** @type {Set<string>} what this page has said: each line is said once */
const noticesSaid = new Set();

/**
 * Say something, once.
 *
 * @param {string} entry
 * @param {{[place: string]: string | number}} [values]
 */
function notify(entry, values) {
  const text = say(entry, values);
  if (noticesSaid.has(text)) return;
  noticesSaid.add(text);
  const notice = make("div", { class: "lk-notice" }, make("p", {}, text));
  noticePlace().append(notice);
  makeDismissible(notice);
}

/** @returns {HTMLElement} */
function noticePlace() {
  return /** @type {HTMLElement} */ (document.querySelector(".lk-notices"));
}

/** @param {Element} notice */
function makeDismissible(notice) {
  const close = makeButton("×", () => notice.remove(), { "aria-label": say("dismiss") });
  notice.append(close);
}

/** Let the notes be closed, and the text end above them. */
function startNotices() {
  const place = noticePlace();
  /** @type {HTMLElement | null} */
  let before = null;
  place.addEventListener("focusin", ({ relatedTarget }) => {
    const came = /** @type {HTMLElement | null} */ (relatedTarget);
    if (!place.contains(came)) before = came;
  });
  // After a note is closed, the reader goes on where they were.
  place.addEventListener("click", () => before?.focus());
  for (const notice of place.children) makeDismissible(notice);
  let height = 0;
  new ResizeObserver(() => {
    // To set it is to style the whole page again.
    if (place.offsetHeight === height) return;
    height = place.offsetHeight;
    document.documentElement.style.setProperty("--lk-notices", `${height}px`);
  }).observe(place);
}

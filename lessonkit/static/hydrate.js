/**
 * Brings the widgets of a published page to life where no kernel is, each as a reader comes near.
 *
 * Parts to go in front: `live_files`, `live_answers`, `live_models`, `live_widgets`.
 */

/** Before the reader is there: one window away. */
const NEAR = { rootMargin: "100% 0px" };
/** Most browsers keep what is read where it is when the page above it grows. */
const KEEPS_SIGHT = CSS.supports("overflow-anchor", "auto");

/** @param {HTMLElement} slot @returns {string[]} the files that it needs */
function filesOf({ dataset: { files } }) {
  return files?.split(" ") ?? [];
}

/** Let the browser answer the reader between two long pieces of work. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Put a live view into a slot, or leave its static form. @param {HTMLElement} slot */
async function mount(slot) {
  const id = slot.dataset.model ?? "";
  const controller = new AbortController();
  const live = document.createElement("div");
  // To measure is to lay the whole page out, so only where it must be.
  const before = KEEPS_SIGHT ? null : slot.getBoundingClientRect();
  try {
    const brought = await Promise.all(filesOf(slot).map(bringFile));
    Object.assign(savedModels, ...brought.map((each) => each?.models));
    live.className = ["lk-live", ...(savedModels[id]?.state._dom_classes ?? [])].join(" ");
    slot.append(live);
    await startedWidget(id);
    await nextTask();
    await renderView(id, live, controller.signal);
    slot.dataset.mounted = "";
    settle(slot);
    liveModel(id).standIn(slot);
    keepSight(slot, before);
  } catch (error) {
    controller.abort();
    live.remove();
    settle(slot);
    fail(slot, error);
  }
}

/** @param {HTMLElement} slot @param {any} error */
function fail(slot, error) {
  const cause = String(error?.message ?? error);
  const summary = document.createElement("summary");
  summary.textContent = WORDS.failed;
  const text = document.createElement("p");
  text.textContent = WORDS.cause.replace("{cause}", () => cause);
  const details = document.createElement("details");
  details.className = "lk-failure";
  details.append(summary, text);
  if (error instanceof MissingFile) details.append(makeRetry(slot, details));
  slot.prepend(details);
  slot.dataset.failed = "";
  console.error(`[lessonkit] widget ${slot.dataset.model} could not start: ${cause}`, error);
}

/** @param {HTMLElement} slot @param {HTMLElement} failure @returns {HTMLElement} */
function makeRetry(slot, failure) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = WORDS.retry;
  button.addEventListener("click", () => {
    failure.remove();
    delete slot.dataset.failed;
    slot.tabIndex = -1;
    slot.focus();
    void mount(slot);
  });
  return button;
}

/** Let a slot wait until the reader is near, whoever comes by the keyboard included. @param {HTMLElement} slot */
function awaitReader(slot) {
  slot.dataset.waiting = "far";
  slot.setAttribute("role", "group");
  slot.setAttribute("aria-label", WORDS.waiting);
  slot.tabIndex = 0;
  nearness.observe(slot);
}

const nearness = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    const slot = /** @type {HTMLElement} */ (target);
    nearness.unobserve(slot);
    slot.dataset.waiting = "near";
    void mount(slot);
  }
}, NEAR);

/** Take away what a slot has had while it waited. The focus stays. @param {HTMLElement} slot */
function settle(slot) {
  if (!slot.dataset.waiting) return;
  delete slot.dataset.waiting;
  slot.removeAttribute("role");
  slot.removeAttribute("aria-label");
  if (document.activeElement !== slot) return slot.removeAttribute("tabindex");
  slot.tabIndex = -1;
  slot.addEventListener("blur", () => slot.removeAttribute("tabindex"), { once: true });
}

/** @returns {HTMLElement | null} where the page's address leads */
function linkedPart() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

const [visit] = /** @type {PerformanceNavigationTiming[]} */ (
  performance.getEntriesByType("navigation")
);
/** Where a link has led, until the reader moves on. Who comes back is put where they were. */
let aim = visit?.type === "navigate" ? linkedPart() : null;
addEventListener("hashchange", () => {
  aim = linkedPart();
});
for (const move of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  addEventListener(move, () => {
    aim = null;
  });
}

/** Be where the link has led. On a smooth way there, all that it passes would come to life. */
const arrive = () => aim?.scrollIntoView({ behavior: "instant" });
arrive();

/** Let the reader go on seeing the same, after a slot has changed. @param {HTMLElement} slot @param {DOMRect | null} before where it was, if it was measured */
function keepSight(slot, before) {
  if (aim) arrive();
  else if (before && before.bottom < 0)
    scrollBy({ top: slot.getBoundingClientRect().height - before.height, behavior: "instant" });
}

for (const script of document.querySelectorAll("script.lk-state"))
  Object.assign(savedModels, JSON.parse(script.textContent ?? ""));
/** @type {HTMLElement[]} */
const allSlots = [...document.querySelectorAll(".lk-widget[data-model]")].map(
  (slot) => /** @type {HTMLElement} */ (slot),
);
for (const { dataset } of allSlots) if (dataset.key) awaitedAnswers.set(dataset.key, undefined);
readAwaitedAnswers();
liveAnswers.listen({
  changed: showAnswers,
  remembering: () => (liveAnswers.remembered() ? showAnswers() : keepShownAnswers()),
});
/** What the reader has come for. */
const aimedAt = allSlots.find((slot) => aim?.contains(slot));
for (const [index, slot] of allSlots.entries()) {
  if (index === 0 || slot === aimedAt || filesOf(slot).every(hasFile)) void mount(slot);
  else awaitReader(slot);
}

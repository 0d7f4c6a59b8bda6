/** The view for a projector: one card at a time, in large type, by keyboard. Parts to go in front: `group_tally_bars`. */

/** By how many cards a key goes on; the remote controls of projectors press Page Down and Page Up. */
const STAGE_KEYS = new Map([
  ["ArrowRight", 1],
  ["PageDown", 1],
  ["ArrowLeft", -1],
  ["PageUp", -1],
  ["Home", Number.NEGATIVE_INFINITY],
  ["End", Number.POSITIVE_INFINITY],
]);

/**
 * Make the view. It is closed until it is opened, and closes where nothing may be shown any more.
 *
 * @param {GroupActivity} activity
 * @param {AbortSignal} signal
 * @returns {{element: HTMLDialogElement, open: () => void, paint: (lines: CardLine[], heading: string) => void}}
 */
function makeStage(activity, signal) {
  /** @type {CardLine[]} */
  let lines = [];
  let there = 0;
  let isFull = false;
  const live = makeAnnouncer();
  const card = makeTallyCard(activity, "div");
  const debrief = makeDebrief(activity.debrief);
  const heading = make("p", { class: "lk-stage-heading" });
  const position = make("p", { class: "lk-stage-position" });
  const back = makeButton(say("stage_back"), () => step(-1));
  const on = makeButton(say("stage_on"), () => step(1), { class: "lk-main", autofocus: true });
  const full = makeButton(say("full_screen"), toggleFull, { hidden: !document.fullscreenEnabled });
  const element = make(
    "dialog",
    { class: "lk-stage", "aria-label": say("stage_label"), keydown: onKey, close: onClose },
    make(
      "div",
      { class: "lk-stage-bar" },
      heading,
      position,
      make(
        "div",
        { class: "lk-stage-tools" },
        back,
        on,
        full,
        makeButton(say("stage_leave"), () => element.close()),
      ),
    ),
    make("div", { class: "lk-stage-main" }, card.element, debrief),
    make("p", { class: "lk-stage-keys lk-small" }, say("stage_keys")),
    live.element,
  );
  document.addEventListener("fullscreenchange", onFull, { signal });

  /** @returns {number} how many things there are to look at, the questions last */
  const total = () => lines.length + (activity.debrief.length ? 1 : 0);

  function paintNow() {
    there = Math.max(0, Math.min(there, total() - 1));
    const line = lines[there];
    card.element.hidden = !line;
    debrief.hidden = Boolean(line);
    if (line) card.paint(line);
    position.textContent = say("stage_position", { position: there + 1, total: total() });
    // Not disabled, so that the focus stays where it is.
    setAttribute(back, "aria-disabled", there === 0 ? "true" : null);
    setAttribute(on, "aria-disabled", there === total() - 1 ? "true" : null);
  }

  /** @param {number} by */
  function step(by) {
    const before = there;
    there += by;
    paintNow();
    if (there === before) return;
    element.scrollTo(0, 0);
    tell();
  }

  function tell() {
    const line = lines[there];
    const words = line
      ? lineAloud(activity, line)
      : [say("debrief"), ...activity.debrief].join(" ");
    live.announce(`${position.textContent}. ${words}`);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const by = STAGE_KEYS.get(keyAlongTheLine(event.key, element));
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(by);
  }

  async function toggleFull() {
    try {
      // The page and not the dialog, which browsers do not allow.
      if (document.fullscreenElement) {
        isFull = false;
        await document.exitFullscreen();
      } else await document.documentElement.requestFullscreen();
    } catch {
      // A browser may refuse; the view fills its window all the same.
    }
  }

  function onFull() {
    if (!element.open) return;
    const leftByKey = isFull && !document.fullscreenElement;
    isFull = Boolean(document.fullscreenElement);
    full.textContent = say(isFull ? "full_screen_off" : "full_screen");
    if (leftByKey) element.close();
  }

  function onClose() {
    if (isFull && document.fullscreenElement) document.exitFullscreen();
    isFull = false;
    full.textContent = say("full_screen");
  }

  return {
    element,
    open() {
      there = 0;
      paintNow();
      element.showModal();
      tell();
    },
    paint(shown, words) {
      lines = shown;
      heading.textContent = words;
      if (lines.length) paintNow();
      else if (element.open) element.close();
    },
  };
}

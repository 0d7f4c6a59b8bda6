/**
 * Shows slides with a clock for each step and notes for who speaks. reveal.js turns the slides.
 *
 * Parts to go in front: `elements`, `safe_storage`, `theme`, `quick_exit`, and the other `slides_…`.
 */

/** How often the clock is looked at, in milliseconds. */
const CLOCK_LOOKS = 250;
/** What takes keys itself. */
const CONTROLS = "button, a, input, textarea, select, summary, dialog, .lk";

/** What reveal.js leaves to us: a layout that fits every window, and keys that leave activities alone. */
const REVEAL_OPTIONS = {
  autoAnimate: false,
  controls: false,
  disableLayout: true,
  focusBodyOnPageVisibilityChange: false,
  fragments: false,
  hash: true,
  help: false,
  jumpToSlide: false,
  keyboard: false,
  overview: false,
  pause: false,
  postMessage: false,
  postMessageEvents: false,
  progress: false,
  scrollActivationWidth: 0,
  touch: false,
  transition: "none",
};

/** @returns {Slide[]} */
function readSlides() {
  /** @type {NodeListOf<HTMLElement>} */
  const sections = document.querySelectorAll(".slides > section");
  return [...sections].map((section) => ({
    section,
    title: section.querySelector("h1")?.textContent ?? "",
    minutes: Number(section.dataset.minutes ?? 0),
    notes: section.querySelector("aside.notes"),
  }));
}

function startSlides() {
  const slides = readSlides();
  const steps = slides.filter(({ minutes }) => minutes);
  const clock = makeSlidesClock(
    new Map(steps.map(({ section, minutes }) => [section.id, minutes])),
  );
  const { element: announcer, announce } = makeAnnouncer();
  /** @type {Set<string>} the steps of which it was said that their time is over */
  const called = new Set();
  let shown = 0;

  /** @type {SlidesHost} */
  const host = {
    slides,
    clock,
    at: () => shown,
    goTo(number) {
      if (slides[number]) Reveal.slide(number);
    },
    toggleClock() {
      if (clock.left() === null) return;
      clock.toggle();
      paint();
    },
    resetClock() {
      clock.reset();
      called.delete(slides[shown].section.id);
      paint();
    },
  };

  const turn = makeTurnPart(host);
  const clockPart = makeClockPart(host);
  const notes = makeNotesPart(host);
  const away = makeNotesWindow(host, onKey);
  /** @type {SlideKey[]} */
  const keys = [
    { key: "t", name: say("key_clock"), act: host.toggleClock },
    { key: "r", name: say("key_reset"), act: host.resetClock },
    { key: "n", name: say("key_notes"), act: toggleNotes },
    { key: "s", name: say("key_window"), act: openNotes },
    { key: "c", name: say("key_contents"), act: () => contents.toggle() },
    { key: "d", name: say("key_theme"), act: changeTheme },
    { key: "f", name: say("key_screen"), act: toggleScreen },
  ];
  const contents = makeContents(host, keys);
  const notesButton = makeButton(say("notes_button"), toggleNotes, { "aria-expanded": "false" });
  const bar = make(
    "footer",
    { class: "lk-slides-bar" },
    turn.root,
    clockPart.root,
    make(
      "div",
      { class: "lk-slides-tools" },
      makeButton(say("contents"), () => contents.toggle()),
      notesButton,
      makeButton(say("notes_window"), openNotes, { class: "lk-wide-only" }),
    ),
  );

  function paint() {
    const id = slides[shown].section.id;
    const left = clock.left();
    for (const part of [turn, clockPart, notes, away]) part.paint();
    if (left === null || left > 0 || called.has(id)) return;
    called.add(id);
    sayToAll(say("clock_called", { title: slides[shown].title }));
  }

  /** @param {string} words */
  function sayToAll(words) {
    announce(words);
    away.announce(words);
  }

  function toggleNotes() {
    notes.root.hidden = !notes.root.hidden;
    document.documentElement.classList.toggle("lk-notes-open", !notes.root.hidden);
    notesButton.ariaExpanded = String(!notes.root.hidden);
    notes.paint();
    letScroll();
  }

  function openNotes() {
    if (away.open()) return;
    if (notes.root.hidden) toggleNotes();
    sayToAll(say("notes_blocked"));
  }

  function toggleScreen() {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen?.();
  }

  /** Let the keyboard scroll a slide that is higher than the window. */
  function letScroll() {
    const { section } = slides[shown];
    setAttribute(section, "tabindex", section.scrollHeight > section.clientHeight && 0);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const target = /** @type {Element} */ (event.target);
    const isBusy = target.closest?.(CONTROLS);
    const isTyping = target.closest?.("textarea, input:not([type=checkbox]), dialog");
    const way = wayOf(key, shiftKey);
    const letter = contents.hasLetters() ? keys.find((each) => each.key === key) : undefined;
    if (isTyping || (isBusy && !letter && !key.startsWith("Page"))) return;
    if (way !== undefined) host.goTo(way);
    else if (letter) letter.act();
    else return;
    event.preventDefault();
  }

  /** @param {string} key @param {boolean} shiftKey @returns {number | undefined} the slide to which a key leads */
  function wayOf(key, shiftKey) {
    const [first, last] = [0, slides.length - 1];
    const [back, on] = [Math.max(first, shown - 1), Math.min(last, shown + 1)];
    /** @type {{[key: string]: number}} */
    const ways = { ArrowLeft: back, ArrowRight: on, PageUp: back, PageDown: on };
    return { ...ways, Home: first, End: last, " ": shiftKey ? back : on }[
      keyAlongTheLine(key, document.body)
    ];
  }

  /** @param {{currentSlide: HTMLElement}} event */
  function show({ currentSlide }) {
    const before = slides[shown].section;
    const hadFocus = before.contains(document.activeElement) || !document.activeElement;
    shown = slides.findIndex(({ section }) => section === currentSlide);
    const { section, title, minutes } = slides[shown];
    clock.turnTo(minutes ? section.id : "");
    paint();
    letScroll();
    if (hadFocus && before !== section) section.querySelector("h1")?.focus();
    else sayToAll(say("slide_shown", { number: shown + 1, total: slides.length, title }));
  }

  notes.root.hidden = true;
  document.querySelector("main")?.append(announcer);
  document.body.append(notes.root, bar, contents.dialog);
  for (const { section } of slides) section.querySelector("h1")?.setAttribute("tabindex", "-1");
  Reveal.on("slidechanged", show);
  Reveal.initialize(REVEAL_OPTIONS).then(() => {
    // A slide is a page to read, and says itself what it is.
    document.querySelector(".reveal")?.removeAttribute("role");
    document.querySelector(".aria-status")?.remove();
    show({ currentSlide: Reveal.getCurrentSlide() });
  });
  document.addEventListener("keydown", onKey);
  // An activity keeps its keys to itself; what a pointer for presentations sends is not among them.
  addEventListener(
    "keydown",
    (event) => {
      const { key, target } = event;
      if (key.startsWith("Page") && target instanceof Element && target.closest(".lk"))
        onKey(event);
    },
    { capture: true },
  );
  addEventListener("resize", letScroll);
  setInterval(() => clock.isRunning() && paint(), CLOCK_LOOKS);
  startQuickExit({ answers: { leave() {} } });
}

startSlides();

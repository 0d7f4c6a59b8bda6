/**
 * The speaker notes: below the slide, or in a window of their own.
 *
 * The window is filled by this page, and asks nothing of it: so it works from a file, too.
 * Parts to go in front: `elements`, `slides_clock`, `slides_parts`.
 */

const NOTES_WINDOW = "popup,width=760,height=820";

/**
 * Make a view of the notes of the slide that is shown.
 *
 * @param {SlidesHost} host
 * @returns {SlidesPart}
 */
function makeNotesPart(host) {
  const { slides, clock, at } = host;
  const title = make("h2", { class: "lk-notes-title" });
  const whole = make("p", { class: "lk-notes-whole" });
  const next = make("p", { class: "lk-notes-next" });
  const body = make("div", { class: "lk-notes-body", role: "group", "aria-label": say("notes") });
  const parts = [makeTurnPart(host), makeClockPart(host)];
  const root = make(
    "section",
    { class: "lk-notes", "aria-label": say("notes") },
    make("div", { class: "lk-notes-head" }, title, ...parts.map((part) => part.root)),
    make("div", { class: "lk-notes-scroll", tabindex: 0 }, body, next, whole),
  );
  let shown = -1;
  return {
    root,
    paint() {
      for (const part of parts) part.paint();
      const done = Math.ceil(clock.spent() / MINUTE);
      const planned = Math.round(clock.planned() / MINUTE);
      showWords(whole, say("notes_whole", { done, planned }));
      if (shown === at()) return;
      shown = at();
      showWords(title, slides[shown].title);
      const then = slides[shown + 1];
      showWords(next, then ? say("notes_next", { title: then.title }) : say("notes_last"));
      body.replaceChildren(...(slides[shown].notes?.cloneNode(true).childNodes ?? []));
      root.lastElementChild?.scrollTo(0, 0);
    },
  };
}

/**
 * Make the window of the notes.
 *
 * @param {SlidesHost} host
 * @param {(event: KeyboardEvent) => void} onKey
 */
function makeNotesWindow(host, onKey) {
  /** @type {Window | null} */
  let opened = null;
  /** @type {SlidesPart | undefined} */
  let part;
  const announcer = makeAnnouncer();

  /** @param {Window} shown */
  function fill({ document: page }) {
    part = makeNotesPart(host);
    page.title = document.title;
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.dir = document.documentElement.dir;
    // The page's policy holds there, too: it knows these styles and no others.
    page.head.append(
      ...[...document.querySelectorAll("style")].map((each) => each.cloneNode(true)),
    );
    page.body.className = "lk-notes-window";
    page.body.dataset.theme = document.body.dataset.theme;
    const heading = make("h1", { class: "lk-hidden-text" }, say("notes"));
    page.body.append(make("main", {}, heading, part.root, announcer.element));
    page.addEventListener("keydown", onKey);
    // The quick exit listens on the page of the slides.
    for (const type of /** @type {const} */ (["keydown", "keyup"])) {
      page.addEventListener(type, (event) => dispatchEvent(new KeyboardEvent(type, event)), true);
    }
    part.paint();
  }

  addEventListener("pagehide", () => opened?.close());
  return {
    announce: announcer.announce,

    paint() {
      if (opened && !opened.closed) part?.paint();
    },

    /** @returns {boolean} whether the browser lets it be there */
    open() {
      if (!opened || opened.closed) {
        opened = open("", "", NOTES_WINDOW);
        if (opened) fill(opened);
      }
      opened?.focus();
      return opened !== null;
    },
  };
}

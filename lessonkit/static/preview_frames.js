/**
 * The frame in which the previewed activity stands. A new version is made ready behind the one that
 * shows, and then takes its place. Parts to go in front: `elements`.
 */

/** So long a new version may take to come alive before it is shown as it is, in milliseconds. */
const LONGEST_START = 4000;
const WAITING_PART = ".lk-widget[data-model]:not([data-mounted], [data-failed])";

/** @typedef {Window & {lessonkitPage?: {answers: AnswerStore}}} ActivityWindow */

/** Wait until the activity of a page is alive, or has failed to be. @param {Document} page */
function aliveIn(page) {
  return new Promise((resolve) => {
    const look = () => {
      if (page.querySelector(WAITING_PART)) return;
      watcher.disconnect();
      resolve(undefined);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(page, { subtree: true, attributeFilter: ["data-mounted", "data-failed"] });
    setTimeout(resolve, LONGEST_START);
    look();
  });
}

/** @param {HTMLElement} element @returns {string} what it is known by in every version of a page */
function identityOf(element) {
  const { tagName, dataset, ariaLabel, textContent } = element;
  const marks = Object.keys(dataset).length ? { ...dataset } : (ariaLabel ?? textContent);
  return JSON.stringify([tagName, element.getAttribute("name"), marks]);
}

/**
 * Put the focus where it was in an earlier version of a page.
 *
 * @param {HTMLElement} before what has the focus there
 * @param {HTMLIFrameElement} frame the new version's
 */
function takeFocus(before, frame) {
  const sought = identityOf(before);
  const alike = frame.contentDocument?.getElementsByTagName(before.tagName) ?? [];
  const twin = /** @type {HTMLElement[]} */ ([...alike]).find(
    (element) => identityOf(element) === sought,
  );
  frame.focus();
  twin?.focus({ preventScroll: true });
  const [from, to] = /** @type {HTMLTextAreaElement[]} */ ([before, twin]);
  if (to && to.tagName === "TEXTAREA") to.setSelectionRange(from.selectionStart, from.selectionEnd);
}

/** @returns {{element: HTMLElement, show: (version: string, again?: boolean) => Promise<boolean>, startAgain: () => void, setTheme: (theme: string) => void}} */
function makeFrames() {
  const element = make("main", { class: "lk-preview-stage", "aria-label": say("preview") });
  /** @type {HTMLIFrameElement | null} */
  let current = null;
  let wanted = "";
  let theme = "auto";

  /** @param {HTMLIFrameElement | null} frame */
  function paint(frame) {
    const body = frame?.contentDocument?.body;
    if (body) body.dataset.theme = theme;
  }

  /** @param {HTMLIFrameElement} frame puts it in the place of the one that shows */
  function change(frame) {
    const before = current;
    current = frame;
    frame.contentWindow?.scrollTo({
      top: before?.contentWindow?.scrollY ?? 0,
      behavior: "instant",
    });
    const focused = /** @type {HTMLElement | null} */ (before?.contentDocument?.activeElement);
    frame.classList.remove("lk-preview-coming");
    if (document.activeElement === before && focused) takeFocus(focused, frame);
    before?.remove();
  }

  /** Show a version, unless it shows. @param {string} version @param {boolean} [again] whether to show it anew @returns {Promise<boolean>} whether the page has changed */
  async function show(version, again = false) {
    if (version === wanted && !again) return false;
    wanted = version;
    const frame = make("iframe", {
      class: "lk-preview-frame lk-preview-coming",
      title: say("activity"),
      src: `/activity?version=${version}`,
    });
    for (const late of element.querySelectorAll(".lk-preview-coming")) late.remove();
    const isLoaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    element.append(frame);
    await isLoaded;
    // A frame that follows a link to elsewhere and back is painted anew.
    frame.addEventListener("load", () => paint(frame));
    paint(frame);
    if (frame.contentDocument) await aliveIn(frame.contentDocument);
    if (!frame.isConnected) return false;
    change(frame);
    return true;
  }

  return {
    element,
    show,

    /** Take back all that has been done in the activity. */
    startAgain() {
      const { lessonkitPage } = /** @type {ActivityWindow} */ (current?.contentWindow ?? {});
      lessonkitPage?.answers.erase();
      if (wanted) void show(wanted, true);
    },

    setTheme(wish) {
      theme = wish;
      for (const frame of element.querySelectorAll("iframe")) paint(frame);
    },
  };
}

/**
 * Helpers that every front end of ours needs. The base widget puts `elements`, this file and other
 * parts in front of the widget's own module.
 */

/**
 * Make an element of a drawing.
 *
 * @param {string} tag
 * @param {{[name: string]: string | number}} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children);
  return element;
}

/** @type {WeakMap<Element, Element[]>} what each container held when it was last filled */
const held = new WeakMap();

/**
 * Make `container` hold exactly `wanted`, in order, touching only what differs.
 *
 * @param {Element} container one that nothing else fills
 * @param {Element[]} wanted
 * @returns {boolean} whether anything had to change
 */
function holdExactly(container, wanted) {
  const before = held.get(container) ?? [];
  const same =
    before.length === wanted.length && before.every((element, index) => element === wanted[index]);
  if (same && wanted.every((element) => element.parentNode === container)) return false;
  held.set(container, wanted);
  const keep = new Set(wanted);
  for (const element of before)
    if (!keep.has(element) && element.parentNode === container) element.remove();
  let next = container.firstChild;
  for (const element of wanted) {
    if (element === next) next = element.nextSibling;
    else container.insertBefore(element, next);
  }
  return true;
}

/**
 * @typedef {object} ViewTools what a view works with
 * @property {WidgetModel} model
 * @property {AbortSignal} signal aborted when the host lets the view go
 * @property {(changes: {[trait: string]: any}) => void} change sets traits, saves them and paints
 */

/**
 * Put a view on the page and keep it in step with its model until the host lets it go.
 *
 * @param {RenderContext} context
 * @param {string[]} traits the traits that the view shows
 * @param {(tools: ViewTools) => {root: HTMLElement, paint: () => void}} build
 * @returns {() => void} the clean-up
 */
function showView({ model, el, signal: hostSignal }, traits, build) {
  const controller = new AbortController();
  const { signal } = controller;
  hostSignal?.addEventListener("abort", () => controller.abort(), { signal });
  let paintAsked = false;

  function paint() {
    paintAsked = false;
    view.paint();
  }

  function paintSoon() {
    if (paintAsked) return;
    paintAsked = true;
    // One paint for all the traits of one change, and before the browser's next frame.
    queueMicrotask(() => {
      if (paintAsked && !signal.aborted) paint();
    });
  }

  const view = build({
    model,
    signal,
    change(changes) {
      for (const [name, value] of Object.entries(changes)) model.set(name, value);
      model.save_changes();
      paint();
    },
  });
  view.root.lang = spokenLanguage();
  if (WORDS.direction) view.root.dir = WORDS.direction;
  for (const name of traits) model.on(`change:${name}`, paintSoon);
  signal.addEventListener("abort", () => {
    for (const name of traits) model.off(`change:${name}`, paintSoon);
    view.root.remove();
  });
  el.append(view.root);
  paint();
  return () => controller.abort();
}

/**
 * Keep a key that works a control from the page around: JupyterLab's one-key commands would take it.
 *
 * @param {KeyboardEvent} event
 */
function keepKeys(event) {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

/**
 * Make the element in which every front end of ours stands.
 *
 * @param {string} name the widget's CSS class
 * @param {{title: string, prompt?: string | null}} activity
 * @param {...(Node | null)} children
 * @returns {HTMLElement}
 */
function makeRoot(name, { title, prompt }, ...children) {
  return make(
    "div",
    { class: `lk ${name}`, keydown: keepKeys },
    make(
      "div",
      { class: "lk-frame", role: "group", "aria-label": title },
      make("p", { class: "lk-title", dir: "auto", "aria-hidden": "true" }, title),
      prompt ? make("p", { class: "lk-prompt", dir: "auto" }, prompt) : null,
      ...children,
    ),
  );
}

/**
 * Make a box to write in. Paint it with `showText`.
 *
 * @param {string} label its name, or `""` where a label element names it
 * @param {(text: string) => void} write called with the whole text as it changes
 * @param {Attributes} [attributes]
 * @returns {HTMLTextAreaElement}
 */
function makeTextBox(label, write, attributes = {}) {
  return make("textarea", {
    rows: 2,
    dir: "auto",
    "aria-label": label || null,
    input: (/** @type {InputEvent} */ event) =>
      write(/** @type {HTMLTextAreaElement} */ (event.target).value),
    ...attributes,
  });
}

/** Show a text in a box, and leave the caret alone where nothing changes. @param {HTMLTextAreaElement} box @param {string} text */
function showText(box, text) {
  if (box.value !== text) box.value = text;
}

/** @returns {boolean} whether things may move */
function motionIsWelcome() {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Let a part be read from its beginning, where that is out of sight. Its `scroll-margin-top` says
 * how much of the window headers may cover.
 *
 * @param {HTMLElement} part
 */
function showStart(part) {
  const { top } = part.getBoundingClientRect();
  const covered = Number.parseFloat(getComputedStyle(part).scrollMarginTop) || 0;
  if (top < covered || top > innerHeight * 0.7)
    part.scrollIntoView({ block: "start", behavior: "instant" });
}

/**
 * Change the page and keep one of its parts where it is in the window.
 *
 * @param {HTMLElement} part
 * @param {() => void} act
 */
function keepInPlace(part, act) {
  const { top } = part.getBoundingClientRect();
  act();
  let moved = part.getBoundingClientRect().top - top;
  for (let box = part.parentElement; box && Math.abs(moved) >= 1; box = box.parentElement) {
    const scrolls =
      box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (!scrolls) continue;
    box.scrollBy({ top: moved, behavior: "instant" });
    moved = part.getBoundingClientRect().top - top;
  }
}

/**
 * Makes elements and says words: what every front end of ours needs, and the page around it, too.
 *
 * Whoever puts files together puts the words that they say, as `WORDS`, and this file in front, so
 * these are plain declarations: nothing is imported or exported.
 */

/** @typedef {{[name: string]: string | number | boolean | null | undefined | ((event: any) => void)}} Attributes */

/**
 * Make an element. Text arrives as text: nothing here ever parses markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes] a function is a listener; `null`, `undefined` and `false` leave the attribute out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else setAttribute(element, name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * @param {string} label
 * @param {() => void} act
 * @param {Attributes} [attributes]
 * @returns {HTMLButtonElement}
 */
function makeButton(label, act, attributes = {}) {
  return make("button", { type: "button", ...attributes, click: act }, label);
}

/**
 * Set an attribute, or remove it when the value is `null`, `undefined` or `false`.
 *
 * @param {HTMLElement | SVGElement} element
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  // A page's policy may forbid the attribute itself.
  else if (name === "style") element.style.cssText = String(value);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/**
 * Say an entry of the catalogue, its `{places}` filled in.
 *
 * With a `count`, `<entry>_one` or `<entry>_other` is said, or another form that the language asks.
 *
 * @param {string} entry
 * @param {{[place: string]: string | number}} [values]
 * @returns {string}
 */
function say(entry, values = {}) {
  const plural = "count" in values ? `${entry}_${pluralRule(Number(values.count))}` : entry;
  const text = WORDS[plural] ?? WORDS[`${entry}_other`] ?? WORDS[entry] ?? entry;
  return text.replace(/\{(\w+)\}/g, (whole, place) => String(values[place] ?? whole));
}

/** @type {Intl.PluralRules | undefined} */
let pluralRules;

/** @param {number} count @returns {string} the plural category of a count in the language that is spoken */
function pluralRule(count) {
  pluralRules ??= new Intl.PluralRules(spokenLanguage());
  return pluralRules.select(count);
}

/** @returns {string} the language of the words, which a widget brings with it; of a page it is the page's */
function spokenLanguage() {
  return WORDS.language || document.documentElement.lang || "en";
}

/** @param {Element} element @returns {boolean} whether its lines begin at the right */
function isRightToLeft(element) {
  return getComputedStyle(element).direction === "rtl";
}

/**
 * Say which arrow key of a line that runs from left to right does what a key does here.
 *
 * @param {string} key
 * @param {Element} element where it was pressed
 * @returns {string} the key, left and right changed for each other where lines begin at the right
 */
function keyAlongTheLine(key, element) {
  const other = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key];
  return other && isRightToLeft(element) ? other : key;
}

/** @returns {{element: HTMLElement, announce: (message: string) => void}} what a screen reader hears */
function makeAnnouncer() {
  const element = make("p", { class: "lk-hidden-text", "aria-live": "polite" });
  return {
    element,
    announce(message) {
      element.textContent = "";
      element.append(make("span", {}, message));
    },
  };
}

/** All slides in one list, and the keys that do something. Parts to go in front: `elements`, `slides_parts`. */

/**
 * @typedef {object} SlideKey
 * @property {string} key as it is pressed
 * @property {string} name what it does
 * @property {() => void} act
 */

/**
 * Make the window with the list of slides.
 *
 * @param {SlidesHost} host
 * @param {SlideKey[]} keys
 */
function makeContents({ slides, at, goTo }, keys) {
  const entries = slides.map((_, number) =>
    makeButton("", () => choose(number), { class: "lk-contents-entry" }),
  );
  for (const [number, entry] of entries.entries()) {
    const { title, minutes } = slides[number];
    entry.append(make("span", {}, `${number + 1}. ${title}`));
    if (minutes)
      entry.append(make("span", { class: "lk-small" }, say("minutes", { count: minutes })));
  }
  const letters = make("input", { type: "checkbox", checked: true });
  const close = makeButton(say("contents_close"), () => dialog.close());
  const dialog = make(
    "dialog",
    { class: "lk-contents", "aria-label": say("contents"), closedby: "any" },
    make("h2", {}, say("contents")),
    make("ol", {}, ...entries.map((entry) => make("li", {}, entry))),
    make("h2", {}, say("keys")),
    make("dl", {}, ...keyLines(keys)),
    make("label", { class: "lk-switch" }, letters, say("keys_letters")),
    close,
  );

  /** @param {number} number */
  function choose(number) {
    dialog.close();
    goTo(number);
  }

  return {
    dialog,

    /** @returns {boolean} whether single letters do something */
    hasLetters: () => letters.checked,

    toggle() {
      if (dialog.open) return dialog.close();
      for (const [number, entry] of entries.entries()) {
        setAttribute(entry, "aria-current", number === at() && "step");
      }
      dialog.showModal();
      entries[at()].focus();
    },
  };
}

/** @param {SlideKey[]} keys @returns {HTMLElement[]} */
function keyLines(keys) {
  const lines = [
    [say("keys_turn"), say("keys_turn_does")],
    ...keys.map(({ key, name }) => [key.toUpperCase(), name]),
    [say("keys_cards"), say("keys_cards_does")],
  ];
  return lines.map(([key, does]) =>
    make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)),
  );
}

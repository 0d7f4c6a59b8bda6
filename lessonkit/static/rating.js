/** What the widgets share in which a list is marked, line by line: a mark can be taken back, and so can all of them. */

/**
 * @typedef {object} Rating
 * @property {HTMLFieldSetElement} box
 * @property {HTMLButtonElement} clear takes the mark back; the widget says where it stands
 * @property {(chosen: string | null) => void} paint
 * @property {() => void} focus
 */

/**
 * Make one line of a list to mark.
 *
 * @param {object} line
 * @param {string} line.name what is marked
 * @param {ChoiceOption[]} line.options
 * @param {(chosen: string | null) => void} line.mark called with the option's id; with `null` where the mark is taken back
 * @returns {Rating}
 */
function makeRating({ name, options, mark }) {
  const choices = makeChoices({
    legend: name,
    options,
    className: "lk-rating",
    choose: ([chosen]) => mark(chosen),
  });
  choices.box.style.setProperty("--lk-options", String(options.length));
  const takeBack = () => {
    // First the focus, as this button goes with the mark.
    choices.focus();
    mark(null);
  };
  // Native radio buttons cannot be unchecked.
  const clear = makeButton(say("clear_mark"), takeBack, {
    class: "lk-clear",
    "aria-label": say("clear_of", { item: name }),
  });
  return {
    box: choices.box,
    clear,
    paint(chosen) {
      choices.paint(chosen === null ? [] : [chosen]);
      clear.hidden = chosen === null;
    },
    focus: choices.focus,
  };
}

/**
 * Make a button that clears everything, and asks once before it does.
 *
 * @param {string} question
 * @param {() => void} clearAll takes everything back, and says where the focus goes
 * @returns {{element: HTMLElement, paint: (needed: boolean) => void}}
 */
function makeStartAgain(question, clearAll) {
  const begin = makeButton(say("start_again"), () => ask(true), { class: "lk-quiet" });
  const keep = makeButton(say("keep_all"), () => ask(false));
  const clear = makeButton(say("clear_all"), () => {
    ask(false);
    clearAll();
  });
  const asking = make(
    "div",
    { class: "lk-asking lk-tools", role: "group", "aria-label": question, hidden: true },
    make("span", { "aria-hidden": "true" }, question),
    keep,
    clear,
  );

  /** @param {boolean} now */
  function ask(now) {
    asking.hidden = !now;
    begin.hidden = now;
    (now ? keep : begin).focus();
  }

  return {
    element: make("div", { class: "lk-start-again" }, begin, asking),
    paint(needed) {
      if (!needed) asking.hidden = true;
      begin.hidden = !needed || !asking.hidden;
    },
  };
}

/**
 * Paint, and do not let the focus fall to the page where what held it has gone.
 *
 * @param {HTMLElement} root
 * @param {() => void} paint
 * @param {() => void} goOn puts the focus on the sensible next thing
 */
function paintAndHoldFocus(root, paint, goOn) {
  const focused = document.activeElement;
  const within = focused instanceof HTMLElement && root.contains(focused);
  paint();
  if (within && !focused.getClientRects().length) goOn();
}

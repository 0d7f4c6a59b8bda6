/** A box for codes, and what was found in it. Parts to go in front: `group_tally_words`. */

/**
 * @typedef {object} CodeBox
 * @property {HTMLElement} element
 * @property {(count: BoxCount, text: string, drop: boolean) => void} paint
 */

/**
 * Make a box for codes.
 *
 * @param {object} box
 * @param {string} box.label
 * @param {string} box.hint
 * @param {(text: string) => void} box.write called with the whole text as it changes
 * @param {() => string} box.alone returns the codes without the talk around them
 * @param {(message: string) => void} box.announce
 * @returns {CodeBox}
 */
function makeCodeBox({ label, hint, write, alone, announce }) {
  const area = makeTextBox("", write, {
    rows: 6,
    class: "lk-code-text",
    // Line 14 of what is damaged is then the fourteenth to be seen; and long chats appear sooner.
    wrap: "off",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  });
  const status = make("p", { class: "lk-code-status" });
  const problems = make("ul", { class: "lk-code-problems" });
  const takeOut = makeButton(say("take_names_out"), () => {
    write(alone());
    announce(say("names_are_out"));
    area.focus();
  });
  const clear = makeButton(
    say("clear_box"),
    () => {
      write("");
      announce(say("box_is_clear"));
      area.focus();
    },
    { "aria-label": say("clear_box_of", { box: label }) },
  );
  const tools = make("div", { class: "lk-tools" }, takeOut, clear);
  const element = make(
    "div",
    { class: "lk-code-box" },
    make("label", {}, make("span", { class: "lk-code-label" }, label), area),
    make("p", { class: "lk-small" }, hint),
    status,
    problems,
    tools,
  );
  return {
    element,
    paint(count, text, drop) {
      showText(area, text);
      status.textContent = foundInWords(count, text, drop);
      status.hidden = !status.textContent;
      const lines = problemsInWords(count.found);
      problems.hidden = !lines.length;
      problems.replaceChildren(...lines.map((line) => make("li", {}, line)));
      tools.hidden = !text;
    },
  };
}

/**
 * Make what can be chosen: what is counted, how many codes must be in, and the order of the cards.
 *
 * @param {(changes: Partial<GroupState>) => void} change
 * @returns {{counting: HTMLElement, order: HTMLElement, paint: (state: GroupState) => void}}
 */
function makeTallyChoices(change) {
  const drop = make("input", {
    type: "checkbox",
    change: () => change({ drop_repeats: drop.checked }),
  });
  const threshold = make("input", {
    type: "number",
    class: "lk-threshold",
    min: FEWEST_CODES,
    step: 1,
    inputmode: "numeric",
    // Not while it is typed: 12 begins with a 1.
    change: () =>
      change({ threshold: Math.max(FEWEST_CODES, Math.round(Number(threshold.value)) || 0) }),
  });
  const order = make(
    "select",
    {
      class: "lk-order",
      change: () => change({ order: order.value === "deck" ? "deck" : "disputed" }),
    },
    make("option", { value: "disputed" }, say("order_disputed")),
    make("option", { value: "deck" }, say("order_deck")),
  );
  return {
    counting: make(
      "div",
      { class: "lk-tally-choices lk-on-screen" },
      make("label", { class: "lk-tally-choice" }, say("threshold_label"), threshold),
      make(
        "div",
        {},
        make("label", { class: "lk-tally-choice lk-drop" }, drop, say("repeats_switch")),
        make("p", { class: "lk-small" }, say("repeats_hint")),
      ),
    ),
    order: make("label", { class: "lk-tally-choice" }, say("order_label"), order),
    paint(state) {
      drop.checked = state.drop_repeats;
      threshold.value = String(state.threshold);
      order.value = state.order;
    },
  };
}

/** The bars of one card: a line for each category, with a number, a share and a name. Parts to go in front: `group_tally_words`, `category_hues`. */

/**
 * Make the bars of a card.
 *
 * @param {GroupCategory[]} categories
 * @returns {{element: HTMLElement, paint: (line: CardLine) => void}}
 */
function makeBars(categories) {
  const rows = categories.map(({ id, label }) => {
    const [first, later] = [makeBar("bar_first"), makeBar("bar_later")];
    const change = make("span", { class: "lk-bar-change" });
    const element = make(
      "li",
      { class: "lk-bar-row", "data-category": id },
      make("span", { class: "lk-bar-label", dir: "auto" }, label),
      change,
      make("span", { class: "lk-bar-lines" }, first.element, later.element),
    );
    element.style.setProperty("--lk-hue", `var(--lk-hue-${hueOf(categories, id)})`);
    return { id, element, first, later, change };
  });
  const element = make("ul", { class: "lk-bars", role: "list" }, ...rows.map((row) => row.element));
  return {
    element,
    paint(line) {
      element.classList.toggle("lk-twice", line.later !== null);
      for (const { id, first, later, change } of rows) {
        first.paint(line.first.tally, id);
        later.element.hidden = change.hidden = !line.later;
        if (line.later) later.paint(line.later.tally, id);
        change.textContent = changeInWords(line.change?.[id]);
      }
    },
  };
}

/** @param {"bar_first" | "bar_later"} when which of two sortings */
function makeBar(when) {
  const fill = make("span", { class: "lk-bar-fill" });
  const number = make("span", { class: "lk-bar-number" });
  const element = make(
    "span",
    { class: `lk-bar-line lk-${when.replace("_", "-")}` },
    make("span", { class: "lk-bar-when" }, `${say(when)} `),
    make("span", { class: "lk-bar-track", "aria-hidden": "true" }, fill),
    number,
  );
  return {
    element,
    /** @param {CardTally} tally @param {string} category */
    paint(tally, category) {
      fill.style.width = `${shareOf(tally, category)}%`;
      number.textContent = countInWords(tally, category);
    },
  };
}

/**
 * Make what is shown of one card: its words, its bars, and what it asks a group.
 *
 * @param {GroupActivity} activity
 * @param {"li" | "div"} tag
 * @returns {{element: HTMLElement, paint: (line: CardLine) => void}}
 */
function makeTallyCard({ categories }, tag) {
  const name = make("p", { class: "lk-tally-name lk-small" });
  const text = make("p", { class: "lk-tally-text", dir: "auto" });
  const asked = make("span", { dir: "auto" });
  const question = make(
    "p",
    { class: "lk-tally-question" },
    make("strong", {}, say("to_talk_over")),
    " ",
    asked,
  );
  const notes = make("p", { class: "lk-tally-notes lk-small" });
  const bars = makeBars(categories);
  const element = make(
    tag,
    { class: "lk-tally-card" },
    make("div", { class: "lk-tally-words" }, name, text, question),
    make("div", { class: "lk-tally-numbers" }, bars.element, notes),
  );
  return {
    element,
    paint(line) {
      element.dataset.card = line.card.id;
      name.textContent = cardName(line);
      text.textContent = line.card.text;
      asked.textContent = line.card.question ?? "";
      question.hidden = !line.card.question;
      bars.paint(line);
      notes.textContent = notesInWords(line);
    },
  };
}

/** @param {string[]} questions @returns {HTMLElement} what the deck asks a group when all is sorted */
function makeDebrief(questions) {
  return make(
    "div",
    { class: "lk-debrief", hidden: !questions.length },
    make("p", { class: "lk-debrief-title" }, say("debrief")),
    make("ul", {}, ...questions.map((question) => make("li", { dir: "auto" }, question))),
  );
}

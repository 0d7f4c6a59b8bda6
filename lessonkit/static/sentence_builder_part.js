/** One part of the sentence on the page: its words to choose from, what they do, a box for own words. */

/**
 * @typedef {object} PartView
 * @property {HTMLElement} box
 * @property {HTMLTextAreaElement} own
 * @property {() => void} begin puts the focus on the whole part, so that it is read from its beginning
 * @property {() => void} focus puts the focus on what is chosen
 * @property {(choice: string | null, ownWords: string) => void} paint
 */

/**
 * @param {SentencePart[]} parts
 * @param {number} index
 * @param {(choice: string) => void} choose
 * @param {(text: string) => void} write
 * @returns {PartView}
 */
function makePart(parts, index, choose, write) {
  const { id, label, optional, options } = parts[index];
  const count = say("part_of", { number: index + 1, total: parts.length });
  const legend = make("span", {}, make("span", { class: "lk-sentence-count lk-small" }, count));
  legend.append(" ", make("span", { dir: "auto" }, label));
  const choices = makeChoices({
    legend,
    options: [
      ...options.map(({ id, text }) => ({ id, text })),
      { id: OWN_WORDS, text: say("own_option") },
      ...(optional ? [{ id: NO_WORDS, text: say("leave_out") }] : []),
    ],
    choose: ([choice]) => choose(choice),
  });
  choices.box.tabIndex = -1;
  const own = makeTextBox(say("own_box", { label }), write, { class: "lk-sentence-own" });
  const noteText = make("span", { dir: "auto" });
  const note = make(
    "p",
    { class: "lk-sentence-note" },
    make("span", { class: "lk-small" }, say("what_it_does")),
    " ",
    noteText,
  );
  return {
    box: make("div", { class: "lk-sentence-part", "data-part": id }, choices.box, own, note),
    own,
    begin: () => choices.box.focus({ preventScroll: true }),
    focus: choices.focus,
    paint(choice, ownWords) {
      choices.paint(choice === null ? [] : [choice]);
      showText(own, ownWords);
      // The box must not vanish from under the one who writes in it.
      if (own === document.activeElement && choice !== OWN_WORDS) choices.focus();
      own.hidden = choice !== OWN_WORDS;
      noteText.textContent = options.find((option) => option.id === choice)?.note ?? "";
      note.hidden = !noteText.textContent;
    },
  };
}

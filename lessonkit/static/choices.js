/** A question with options to choose from: native radio buttons or check boxes, each a whole line to tap. */

/**
 * @typedef {{id: string, text: string, note?: string | null}} ChoiceOption
 * @typedef {object} Choices
 * @property {HTMLFieldSetElement} box
 * @property {Map<string, HTMLElement>} lines each option's line, where more can be put below its text
 * @property {(chosen: string[], closed?: boolean) => void} paint shows what is chosen, and whether it can still be changed
 * @property {() => void} focus
 */

/**
 * Make a group of options.
 *
 * @param {object} question
 * @param {string | Node} question.legend what is asked
 * @param {ChoiceOption[]} question.options
 * @param {boolean} [question.several] whether more than one can be chosen
 * @param {string} [question.className] a further class, such as `lk-choices-across`
 * @param {(chosen: string[]) => void} question.choose called with the ids that are chosen now
 * @returns {Choices}
 */
function makeChoices({ legend, options, several = false, className = "", choose }) {
  // A group is known by its name in the whole document, and each front end counts for itself.
  const name = `lk-${Math.random().toString(36).slice(2)}`;
  /** @type {Map<string, HTMLInputElement>} */
  const inputs = new Map();
  /** @type {Map<string, HTMLElement>} */
  const lines = new Map();
  for (const { id, text, note } of options) {
    const input = make("input", {
      type: several ? "checkbox" : "radio",
      name,
      value: id,
      change: () =>
        choose(options.filter((each) => inputs.get(each.id)?.checked).map((each) => each.id)),
    });
    inputs.set(id, input);
    const words = make("span", { class: "lk-choice-text", dir: "auto" }, text);
    if (note) words.append(make("span", { class: "lk-choice-note lk-small" }, note));
    lines.set(
      id,
      make(
        "div",
        { class: "lk-choice" },
        make("label", { class: "lk-choice-label" }, input, words),
      ),
    );
  }
  const box = make(
    "fieldset",
    { class: `lk-choices ${className}`.trim() },
    make("legend", { class: "lk-legend", dir: "auto" }, legend),
    ...lines.values(),
  );
  return {
    box,
    lines,
    paint(chosen, closed = false) {
      for (const [id, input] of inputs) {
        input.checked = chosen.includes(id);
        input.disabled = closed;
        lines.get(id)?.classList.toggle("lk-chosen", input.checked);
      }
    },
    focus: () =>
      (
        [...inputs.values()].find((input) => input.checked) ?? inputs.values().next().value
      )?.focus(),
  };
}

/** What a conversation is drawn with. */

/**
 * Make a turn: a line, or what the learner chose.
 *
 * @param {object} turn
 * @param {string} [turn.name] who speaks; without it, something happens
 * @param {string} turn.text
 * @param {boolean} [turn.own] whether the learner speaks
 * @returns {{item: HTMLLIElement, words: HTMLElement}} `words` can take the focus
 */
function makeTurn({ name, text, own = false }) {
  const kind = own ? "lk-turn-own" : name ? "lk-turn-other" : "lk-turn-told";
  const words = make(
    "div",
    { class: "lk-turn-words", tabindex: -1 },
    name ? make("p", { class: "lk-speaker", dir: "auto" }, name) : null,
    make("p", { class: "lk-said", dir: "auto" }, text),
  );
  return { item: make("li", { class: `lk-turn ${kind}` }, words), words };
}

/**
 * Make the choices of a line.
 *
 * @param {DialogueLine} line
 * @param {(choice: string) => void} choose
 * @returns {HTMLElement}
 */
function makeLineChoices(line, choose) {
  const buttons = line.choices.map(({ id, text }) =>
    makeButton(text, () => choose(id), {
      class: "lk-say",
      dir: "auto",
      "data-line": line.id,
      "data-choice": id,
      // A key that is held down would choose again and again.
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
      },
    }),
  );
  return make(
    "fieldset",
    { class: "lk-line-choices" },
    make("legend", { class: "lk-small" }, say("your_turn")),
    ...buttons,
  );
}

/**
 * Make what stands at an ending: its name, what has been found, and a look back on the path.
 *
 * @param {DialogueActivity} activity
 * @param {DialogueTurn[]} turns
 * @param {DialogueLine} line the ending
 * @param {string[]} endings
 * @param {(turns: number) => void} goBackTo called with the number of turns to keep
 * @returns {HTMLElement}
 */
function makeEnding(activity, turns, line, endings, goBackTo) {
  const { found, total } = endingsFound(activity, endings);
  const all = found.length === total;
  return make(
    "div",
    { class: "lk-ending", "data-line": line.id },
    make(
      "p",
      { class: "lk-ending-name", dir: "auto" },
      make("span", { class: "lk-small" }, say("an_ending")),
      " ",
      line.ending ?? "",
    ),
    make(
      "p",
      { class: "lk-found", dir: "auto" },
      all ? say("found_all", { total }) : say("found_endings", { found: found.length, total }),
      found.length > 1 ? ` ${say("found_these", { endings: found.join("; ") })}` : null,
    ),
    make("p", { class: "lk-look-back" }, say("look_back")),
    make(
      "ol",
      { class: "lk-debriefs", role: "list", "aria-label": say("look_back") },
      ...turns.map((turn, number) => makeDebrief(turn, () => goBackTo(number))),
    ),
    activity.closing_question
      ? make(
          "p",
          { class: "lk-closing", dir: "auto" },
          make("strong", {}, say("to_think_about")),
          ` ${activity.closing_question}`,
        )
      : null,
  );
}

/** @param {DialogueTurn} turn @param {() => void} goBack @returns {HTMLLIElement} what a choice did, and what else stood open */
function makeDebrief(turn, goBack) {
  const { chosen } = turn;
  const others = alsoOpen(turn);
  const item = make(
    "li",
    { class: "lk-debrief" },
    make("p", { class: "lk-small" }, say("you_chose")),
    make("p", { class: "lk-chosen-words", dir: "auto" }, chosen.text),
    make("p", { dir: "auto" }, chosen.debrief),
  );
  if (others.length)
    item.append(
      make("p", { class: "lk-small" }, say("also_open")),
      make(
        "ul",
        { class: "lk-also-open" },
        ...others.map(({ text }) => make("li", { dir: "auto" }, text)),
      ),
      make(
        "div",
        { class: "lk-tools" },
        makeButton(say("back_to_here"), goBack, {
          class: "lk-back-to",
          "aria-label": say("back_to_before", { choice: chosen.text }),
        }),
      ),
    );
  return item;
}

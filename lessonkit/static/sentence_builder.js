/** A sentence put together part by part, always in sight; then copied, heard, said. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, signal, change }) {
  const activity = model.get("activity");
  /** @type {SentencePart[]} */
  const parts = activity.parts;
  let current = 0;
  const readChoices = () => textsByPart(model.get("choices"));
  const readOwnWords = () => textsByPart(model.get("own_words"));
  const sentence = () => sentenceOf(parts, readChoices(), readOwnWords());
  const needed = () => stillNeeded(parts, readChoices(), readOwnWords());

  const { element: announcer, announce } = makeAnnouncer();
  const views = parts.map((part, index) =>
    makePart(
      parts,
      index,
      (choice) => choose(part, choice),
      (text) => inPlace(() => change({ own_words: { ...readOwnWords(), [part.id]: text } })),
    ),
  );
  const stepButtons = parts.map((_, index) =>
    makeButton(String(index + 1), () => goTo(index), { class: "lk-sentence-step" }),
  );
  const stepBar = make(
    "div",
    { class: "lk-sentence-bar lk-tools", role: "group", "aria-label": say("all_parts") },
    ...stepButtons,
  );
  stepBar.hidden = parts.length < 2;
  const back = makeButton(say("previous_part"), () => goTo(current - 1));
  const next = makeButton(say("next_part"), () => goTo(current + 1), { class: "lk-main" });
  const steps = make("div", { class: "lk-sentence-steps lk-tools" }, back, next);
  steps.hidden = parts.length < 2;
  const chooser = make(
    "div",
    { class: "lk-sentence-chooser" },
    ...views.map((view) => view.box),
    steps,
  );
  // A read-only text that takes the focus: a screen reader reads it whole, on the way or on request.
  const quotation = make("div", {
    class: "lk-sentence-quotation",
    role: "textbox",
    "aria-readonly": "true",
    "aria-multiline": "true",
    "aria-label": say("your_sentence"),
    dir: "auto",
    tabindex: 0,
  });
  const missing = make("p", { class: "lk-small", dir: "auto" });
  const root = makeRoot("lk-sentence-builder", activity);
  const keep = makeKeepButtons({ text: sentence, title: activity.title, root, announce });
  keep.prepend(makeHearButton(sentence, signal));
  const closing = make("p", { class: "lk-sentence-closing", dir: "auto" });
  closing.textContent = activity.closing ?? "";
  closing.hidden = !closing.textContent;
  const finish = make("div", { class: "lk-sentence-finish" }, keep, closing);
  const said = make(
    "div",
    { class: "lk-sentence-said" },
    make("p", { class: "lk-small", "aria-hidden": "true" }, say("your_sentence")),
    quotation,
    missing,
  );
  root.firstElementChild?.append(
    stepBar,
    make("div", { class: "lk-sentence-sides" }, said, chooser, finish),
    announcer,
  );

  /** The sentence grows above the choices, which must not slip away under the finger. @param {() => void} act */
  function inPlace(act) {
    keepInPlace(chooser, act);
  }

  /** @param {SentencePart} part @param {string} choice */
  function choose(part, choice) {
    const before = needed().length;
    inPlace(() => change({ choices: { ...readChoices(), [part.id]: choice } }));
    const note = part.options.find((option) => option.id === choice)?.note;
    const said = note ? [say("what_it_does"), note] : [];
    if (choice === OWN_WORDS) said.push(say("box_follows"));
    if (before && !needed().length) said.push(say("is_whole"));
    announce(said.join(" "));
  }

  /** @param {number} index */
  function goTo(index) {
    current = index;
    paint();
    views[current].begin();
    showStart(stepBar);
  }

  /** @param {string[]} pieces @param {SentencePart[]} open */
  function paintQuotation(pieces, open) {
    const words = parts.flatMap((part, index) => {
      if (!pieces[index] && !open.includes(part)) return [];
      const piece = make("span", { class: "lk-sentence-piece" }, pieces[index] || say("gap"));
      setAttribute(piece, "data-current", index === current && parts.length > 1);
      setAttribute(piece, "data-open", !pieces[index]);
      return [piece, " "];
    });
    const begun = pieces.some(Boolean);
    quotation.replaceChildren(...(begun ? words.slice(0, -1) : [say("nothing_yet")]));
    setAttribute(quotation, "data-begun", begun);
  }

  function paint() {
    const [choices, ownWords] = [readChoices(), readOwnWords()];
    const open = needed();
    for (const [index, part] of parts.entries()) {
      const { box, paint: paintPart } = views[index];
      paintPart(choiceFor(part, choices), ownWords[part.id] ?? "");
      box.hidden = index !== current;
      const state = stateOf(part, choices, ownWords);
      const button = stepButtons[index];
      const values = { number: index + 1, label: part.label, state: say(`state_${state}`) };
      button.dataset.state = state;
      setAttribute(button, "aria-label", say("step_name", values));
      setAttribute(button, "aria-current", index === current ? "step" : null);
    }
    back.hidden = current === 0;
    next.hidden = current === parts.length - 1;
    paintQuotation(piecesOf(parts, choices, ownWords), open);
    missing.textContent = say("still_needed", {
      parts: open.map((part) => part.label).join("; "),
    });
    missing.hidden = !open.length;
    // Python or another view may take the sentence apart while the focus is on what goes with it.
    if (open.length && finish.contains(document.activeElement)) views[current].focus();
    finish.hidden = open.length > 0;
  }

  return { root, paint };
}

export default {
  /** @param {RenderContext} context @returns {() => void} */
  render: (context) => showView(context, ["choices", "own_words"], buildView),
};

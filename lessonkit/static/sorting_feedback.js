/** The panel beside the tray: how it works, a hint, or what there is to say about one card. */

const MARKS = { agrees: "✓", depends: "½", differs: "↔", passed: "–", unplaced: "" };

/** @typedef {{kind: "how"} | {kind: "hint" | "card", card: string}} Panel */

/**
 * @param {SortingState} state
 * @returns {HTMLElement[]}
 */
function howItWorks(state) {
  const last = state.activity.categories.length;
  const keys = Array.from({ length: last }, (_, index) => String(index + 1)).join(", ");
  const lines = [say("how_drag"), say("how_tap"), say("how_keys", { keys }), say("how_pass")];
  return [
    make("p", { class: "lk-panel-title" }, say("how_title")),
    make("ul", { class: "lk-how" }, ...lines.map((line) => make("li", {}, line))),
    make("p", { class: "lk-small" }, say(`how_${state.mode}`)),
  ];
}

/** @param {Card} card @returns {HTMLElement[]} */
function hintFor(card) {
  return [
    make("p", { class: "lk-panel-title" }, say("hint")),
    make("p", { class: "lk-quote", dir: "auto" }, card.text),
    make("p", { class: "lk-reason", dir: "auto" }, card.hint ?? ""),
  ];
}

/**
 * What the author says of a card, and how the learner's place compares: never only right or wrong.
 *
 * @param {SortingState} state
 * @param {Card} card
 * @returns {HTMLElement[]}
 */
function authorsView(state, card) {
  const place = state.placements[card.id];
  const verdict = verdictOn(card, place);
  const label = labelOf(state.activity, place);
  const answers = Object.entries(card.answers);
  const own = answers.filter(([category]) => category === place);
  const best = answers.filter(([category, { points }]) => category !== place && points === 1);
  const further = answers.filter(([category, { points }]) => category !== place && points < 1);
  /** @param {string} entry @param {[string, Answer][]} group */
  const paragraphs = (entry, group) =>
    group.map(([category, { reason }]) =>
      make(
        "p",
        { class: "lk-reason", dir: "auto" },
        ...(entry
          ? [make("strong", {}, say(entry, { place: labelOf(state.activity, category) })), " "]
          : []),
        reason,
      ),
    );
  return [
    make(
      "p",
      { class: "lk-verdict", "data-verdict": verdict },
      make("span", { class: "lk-mark", "aria-hidden": "true" }, MARKS[verdict]),
      make("strong", {}, say(`verdict_${verdict}`, { place: label })),
    ),
    ...paragraphs("", own),
    ...paragraphs(verdict === "passed" || verdict === "unplaced" ? "we_say" : "we_would_say", best),
    ...paragraphs("one_could_say", further),
  ];
}

/**
 * What is read aloud about a card once its feedback is open.
 *
 * @param {SortingState} state
 * @param {Card} card
 */
function feedbackAloud(state, card) {
  return authorsView(state, card)
    .map((part) => part.textContent?.replace(/^[✓½↔–]/, ""))
    .join(" ");
}

/**
 * @param {SortingState} state
 * @param {Card} card
 * @param {{write: (card: string, text: string) => void, compare: (card: string) => void}} actions
 * @returns {HTMLElement[]}
 */
function feedbackOn(state, card, { write, compare }) {
  const place = state.placements[card.id];
  const open = isRevealed(state, card.id);
  const waits = state.mode === "practice" && state.reason_first && place !== undefined && !open;
  const reason = state.reasons[card.id] ?? "";
  const box = makeTextBox(say("your_reason_for", { card: inAName(card.text) }), (text) =>
    write(card.id, text),
  );
  box.value = reason;
  /** @type {HTMLElement[]} */
  const parts = [make("p", { class: "lk-quote", dir: "auto" }, card.text)];
  if (!open) {
    const entry = place === PASS ? "verdict_passed" : "you_put_it";
    parts.push(
      make(
        "p",
        { class: "lk-verdict" },
        make("strong", {}, say(entry, { place: labelOf(state.activity, place) })),
      ),
    );
  }
  if (waits) {
    parts.push(
      make(
        "label",
        { class: "lk-own" },
        make("span", { "aria-hidden": "true" }, say("why_there")),
        box,
      ),
      makeButton(say("compare"), () => compare(card.id), { class: "lk-main" }),
    );
    return parts;
  }
  if (open) {
    parts.push(...authorsView(state, card));
    parts.push(...besideItsTwin(state, card));
  }
  parts.push(
    make(
      "details",
      { class: "lk-own", open: reason !== "" || state.reason_first },
      make("summary", {}, say("your_reason")),
      box,
    ),
  );
  if (card.question && (open || state.mode === "opinion")) {
    parts.push(
      make("p", { class: "lk-small" }, make("em", {}, say("to_talk_over")), ` ${card.question}`),
    );
  }
  return parts;
}

/**
 * Two cards that differ in one detail explain each other, once the learner has sorted both.
 *
 * @param {SortingState} state
 * @param {Card} card
 * @returns {HTMLElement[]}
 */
function besideItsTwin(state, card) {
  const twin = state.activity.cards.find(
    (other) => other.id === card.variant_of || other.variant_of === card.id,
  );
  if (!twin || !isRevealed(state, twin.id)) return [];
  const [answer] = Object.entries(twin.answers).find(([, { points }]) => points === 1) ?? [];
  if (!answer) return [];
  return [
    make(
      "p",
      { class: "lk-twin", dir: "auto" },
      make("strong", {}, say("one_detail", { place: labelOf(state.activity, answer) })),
      ` ${twin.text}`,
    ),
  ];
}

/** @param {Activity} activity @param {string | undefined} place @returns {string} */
function labelOf(activity, place) {
  if (place === PASS) return say("pass");
  return activity.categories.find((category) => category.id === place)?.label ?? "";
}

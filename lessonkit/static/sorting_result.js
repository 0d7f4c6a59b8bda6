/**
 * The result: a picture of where the cards stand, a number, and one thing to think about. Parts to
 * go in front: `sorting_share`.
 */

const PICTURE = { width: 380, height: 250, radius: 9, numbered: 60 };

/**
 * @param {SortingState} state
 * @param {{retry: () => void, sortAgain: () => void, next: () => void}} actions
 * @returns {HTMLElement[]}
 */
function resultOf(state, actions) {
  const missed = missedCards(state);
  const buttons = [
    missed.length
      ? makeButton(say("retry", { count: missed.length }), actions.retry, { class: "lk-main" })
      : null,
    makeButton(say("sort_again"), actions.sortAgain),
    state.rounds.length > 1 ? makeButton(say("next_round", nextRound(state)), actions.next) : null,
    makeButton(say("print"), () => window.print()),
  ];
  return [
    make("h3", { class: "lk-result-title", tabindex: "-1" }, say("result_title")),
    make("div", { class: "lk-result-top" }, pictureOf(state), make("div", {}, ...numberOf(state))),
    ...movedSince(state),
    make(
      "p",
      { class: "lk-question" },
      make("strong", {}, say("to_think_about")),
      ` ${closingQuestion(state)}`,
    ),
    make("div", { class: "lk-actions" }, ...buttons),
    ...shareOf(state),
    ...everyCard(state),
  ];
}

/** @param {SortingState} state */
function nextRound(state) {
  return { count: state.rounds[(state.round + 1) % state.rounds.length].length };
}

/** @param {SortingState} state @returns {HTMLElement[]} */
function numberOf(state) {
  const tally = state.activity.categories.map(
    ({ id, label }) => `${label}: ${cardsAt(state, id).length}`,
  );
  const { points, possible, passed } = scoreOf(state);
  const counts = make("p", { class: "lk-small" }, tally.join(" · "));
  if (state.mode === "opinion" || possible === 0) return [counts];
  const first = pointsAtFirst(state);
  return [
    make(
      "p",
      { class: "lk-score" },
      make("strong", {}, inHalves(points)),
      ` ${say("score_of", { possible })}`,
    ),
    make("p", { class: "lk-small" }, say("score_rule")),
    first !== points
      ? make("p", { class: "lk-small" }, say("score_first", { points: inHalves(first) }))
      : null,
    passed ? make("p", { class: "lk-small" }, say("score_passed", { count: passed })) : null,
    counts,
  ].filter((part) => part !== null);
}

/** @param {SortingState} state @param {string} place @returns {string[]} the cards there, on this table */
function cardsAt(state, place) {
  return cardsOnTheTable(state).filter((card) => state.placements[card] === place);
}

/**
 * The question of a card that was not plain sailing; the deck's own closing question otherwise.
 *
 * @param {SortingState} state
 * @returns {string}
 */
function closingQuestion(state) {
  const [hardest] = missedCards(state);
  const card = state.activity.cards.find(({ id, question }) => id === hardest && question);
  return card?.question ?? state.activity.closing_question ?? say("default_question");
}

/** @param {SortingState} state @returns {HTMLElement[]} */
function movedSince(state) {
  const moved = whatMoved(state);
  if (moved === null) return [];
  const cards = new Map(state.activity.cards.map((card) => [card.id, card]));
  const lines = moved.map(({ card, from, to }) =>
    make(
      "li",
      { dir: "auto" },
      `${cards.get(card)?.text ?? card} `,
      make(
        "strong",
        {},
        say("moved_from_to", {
          from: labelOf(state.activity, from),
          to: labelOf(state.activity, to),
        }),
      ),
    ),
  );
  return [
    make(
      "p",
      { class: "lk-panel-title" },
      moved.length ? say("moved", { count: moved.length }) : say("moved_none"),
    ),
    make("ul", { class: "lk-moved" }, ...lines),
  ];
}

/** @param {SortingState} state @returns {HTMLElement[]} each card with its answer and reason, to read through */
function everyCard(state) {
  if (state.mode === "opinion") return [];
  const cards = new Map(state.activity.cards.map((card) => [card.id, card]));
  const items = cardsOnTheTable(state).flatMap((id) => {
    const card = cards.get(id);
    return card
      ? [
          make(
            "li",
            {},
            make("p", { class: "lk-quote", dir: "auto" }, card.text),
            ...authorsView(state, card),
          ),
        ]
      : [];
  });
  return [
    make(
      "details",
      { class: "lk-answers" },
      make("summary", {}, say("every_card")),
      make("ol", {}, ...items),
    ),
  ];
}

/**
 * The board as a drawing: a numbered dot a card, full where the places agree, half where it depends.
 *
 * @param {SortingState} state
 * @returns {SVGElement}
 */
function pictureOf(state) {
  const { circles, order } = boardOrder(state.activity.categories);
  const { width, height } = PICTURE;
  const summary = order
    .map((id) => `${labelOf(state.activity, id)}: ${cardsAt(state, id).length}`)
    .join(", ");
  const picture = draw("svg", {
    class: "lk-picture",
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": say("picture", { summary }),
  });
  if (circles) {
    for (const [id, x] of [
      [circles[0], 115],
      [circles[2], 265],
    ]) {
      picture.append(
        draw("circle", {
          cx: x,
          cy: 138,
          r: 108,
          class: "lk-picture-circle",
          style: hueStyle(state, String(id)),
        }),
      );
    }
  }
  const others = order.slice(circles ? 3 : 0);
  /** @type {[string, number, number, number][]} id, middle, label's height, width */
  const regions = circles
    ? [
        [circles[0], 62, 20, 88],
        [circles[1], 190, 20, 62],
        [circles[2], 318, 20, 88],
      ]
    : others.map((id, index) => [
        id,
        (width * (index + 0.5)) / others.length,
        20,
        width / others.length - 16,
      ]);
  for (const [id, x, y, room] of regions) {
    picture.append(draw("text", { x, y, class: "lk-picture-label" }, labelOf(state.activity, id)));
    picture.append(...dots(state, id, x, room));
  }
  return picture;
}

/** @param {SortingState} state @param {string} id */
function hueStyle(state, id) {
  return `--lk-hue: var(--lk-hue-${hueOf(state.activity.categories, id)})`;
}

/**
 * @param {SortingState} state
 * @param {string} place
 * @param {number} middle
 * @param {number} room
 * @returns {SVGElement[]}
 */
function dots(state, place, middle, room) {
  const table = cardsOnTheTable(state);
  const ids = cardsAt(state, place);
  const cards = new Map(state.activity.cards.map((card) => [card.id, card]));
  const numbered = table.length <= PICTURE.numbered;
  const radius = numbered ? PICTURE.radius : 3;
  const gap = radius * 2 + (numbered ? 6 : 2);
  const columns = Math.max(
    1,
    Math.min(Math.floor(room / gap), Math.ceil(Math.sqrt(ids.length * 0.8))),
  );
  const rows = Math.ceil(ids.length / columns);
  return ids.map((id, index) => {
    const inRow = Math.min(columns, ids.length - Math.floor(index / columns) * columns);
    const x = middle + ((index % columns) - (inRow - 1) / 2) * gap;
    const y = 138 + (Math.floor(index / columns) - (rows - 1) / 2) * gap;
    const card = cards.get(id);
    const verdict = state.mode === "opinion" || !card ? "agrees" : verdictOn(card, place);
    const dot = draw("g", {
      class: "lk-dot",
      "data-verdict": verdict,
      style: hueStyle(state, place),
    });
    dot.append(draw("circle", { cx: x, cy: y, r: radius }));
    if (numbered) dot.append(draw("text", { x, y: y + 3.4 }, String(table.indexOf(id) + 1)));
    return dot;
  });
}

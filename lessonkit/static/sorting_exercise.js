/** A sorting exercise: cards from a tray go to the places of a board, each move answered at once or at the end. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, signal, change }) {
  const view = new SortingView(model, {
    step,
    hint: showHint,
    check: checkAll,
    undo: undoLast,
    answers: showAnswers,
    startAgain: () => beginAnew(startAgain(view.state), say("announce_started_again")),
    retry: () => beginAnew(takeBack(view.state, missedCards(view.state)), say("announce_retry")),
    sortAgain: () => beginAnew(sortAgain(view.state), say("announce_again")),
    next: () => beginAnew(dealNextRound(view.state), say("announce_next_round")),
    reasonFirst: (first) => change({ reason_first: first }),
    write: (card, text) => change({ reasons: { ...view.state.reasons, [card]: text } }),
    compare,
  });
  const { root, cards, places, tray, tools } = view;
  const paint = () => view.paint();

  /** @param {string | null} id @param {string} place */
  function put(id, place) {
    const card = id === null ? undefined : cards.get(id);
    if (!card || view.state.placements[card.id] === place) return;
    view.selected = null;
    view.panel = { kind: "card", card: card.id };
    change(placeCard(view.state, card.id, place));
    const { state } = view;
    const remaining = cardsInTheTray(state).length;
    const values = { card: inAName(card.text), place: labelOf(state.activity, place) };
    const said = [say("announce_placed", values)];
    if (isRevealed(state, card.id)) said.push(feedbackAloud(state, card));
    said.push(remaining ? say("left", { count: remaining }) : say("announce_all_placed"));
    view.announce(said.join(" "));
    const asked = view.feedback.querySelector(".lk-own textarea");
    const writesFirst = state.mode === "practice" && state.reason_first;
    if (writesFirst && asked instanceof HTMLElement) asked.focus();
    else view.focusOnward();
  }

  /** @param {string} id */
  function select(id) {
    view.selected = id;
    if (id in view.state.placements) view.panel = { kind: "card", card: id };
    paint();
  }

  /** @param {number} direction */
  function step(direction) {
    const waiting = cardsInTheTray(view.state).length;
    if (!waiting) return;
    view.selected = null;
    view.offset = (view.offset + direction + waiting) % waiting;
    paint();
    view.announce(cards.get(view.currentCard() ?? "")?.text ?? "");
  }

  function showHint() {
    const card = cards.get(view.currentCard() ?? "");
    if (!card?.hint) return;
    view.panel = { kind: "hint", card: card.id };
    paint();
    view.announce(card.hint);
  }

  function checkAll() {
    const placed = cardsOnTheTable(view.state).filter((card) => card in view.state.placements);
    if (placed.length < enoughToCheck(view.state)) return;
    view.panel = { kind: "how" };
    change(revealCards(view.state, placed));
    const { points, possible } = scoreOf(view.state);
    view.announce(`${inHalves(points)} ${say("score_of", { possible })}`);
    view.focusOnward();
  }

  function undoLast() {
    const step = view.state.history[view.state.history.length - 1];
    if (!step) return;
    const [first] = Object.keys(step.placements);
    view.selected = null;
    view.panel = { kind: "how" };
    change(undoStep(view.state));
    view.announce(say("announce_undone", { card: inAName(cards.get(first)?.text ?? "") }));
    if (!(first in view.state.placements)) view.showInTray(first);
    paint();
    if (tools.undo.disabled) view.focusOnward();
  }

  function showAnswers() {
    change(revealCards(view.state, cardsOnTheTable(view.state)));
    view.result.querySelector(".lk-answers")?.toggleAttribute("open", true);
    view.focusOnResult();
  }

  /** @param {Changes} changes @param {string} said */
  function beginAnew(changes, said) {
    view.selected = null;
    view.offset = 0;
    view.panel = { kind: "how" };
    change(changes);
    view.announce(said);
    view.focusOnward();
  }

  /** @param {string} id */
  function compare(id) {
    const card = cards.get(id);
    if (!card) return;
    change(revealCards(view.state, [id]));
    view.announce(feedbackAloud(view.state, card));
    view.focusOnward();
  }

  /** @param {string} id */
  function returnToTray(id) {
    view.selected = null;
    change(takeBack(view.state, [id]));
    view.showInTray(id);
    paint();
    view.announce(say("announce_undone", { card: inAName(cards.get(id)?.text ?? "") }));
    view.cardPart(id).button.focus();
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const card = target.closest(".lk-card");
    if (card instanceof HTMLElement && card.dataset.card) return select(card.dataset.card);
    const place = target.closest(".lk-place");
    if (!(place instanceof HTMLElement) || !place.dataset.category) return;
    put(view.currentCard(), place.dataset.category);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const { key } = event;
    const commanded = event.ctrlKey || event.metaKey;
    if (target.closest("textarea, input")) return;
    if (commanded && key.toLowerCase() === "z") {
      event.preventDefault();
      undoLast();
    }
    if (commanded || event.altKey) return;
    const id = target.classList.contains("lk-card") ? target.dataset.card : undefined;
    if (key === "Escape" && view.selected !== null) {
      view.selected = null;
      paint();
    } else if (/^[0-9]$/.test(key)) {
      // The focus may go on to a text box, which must not receive the digit.
      event.preventDefault();
      const { categories } = view.state.activity;
      const place = key === "0" ? PASS : categories[Number(key) - 1]?.id;
      if (place) put(id ?? view.currentCard(), place);
    } else if (id && /^(Delete|Backspace)$/.test(key) && id in view.state.placements) {
      event.preventDefault();
      returnToTray(id);
    } else if (id && /^(Arrow|Home|End)/.test(key)) {
      event.preventDefault();
      moveFocus(id, keyAlongTheLine(key, view.root));
    }
  }

  /** @param {string} id @param {string} key */
  function moveFocus(id, key) {
    const list = places.find((place) => place.id === view.state.placements[id])?.list;
    const ids = list ? idsIn(list) : cardsInTheTray(view.state);
    const direction = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    let there = (ids.indexOf(id) + direction + ids.length) % ids.length;
    if (key === "Home") there = 0;
    if (key === "End") there = ids.length - 1;
    if (!list) {
      if (!idsIn(tray.list).includes(ids[there])) view.offset = there;
      view.selected = ids[there];
      paint();
    }
    const { button } = view.cardPart(ids[there]);
    button.tabIndex = 0;
    button.focus();
    if (list) rove(list);
  }

  /** @param {number} x @param {number} y @returns {Element | null} */
  function targetAt(x, y) {
    const boxes = [...places.map((place) => place.box), tray.box];
    const under = boxes.find((box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    return under ?? null;
  }

  enableDragging(root, {
    handle: ".lk-card",
    targetAt,
    onOver: (over, previous) => {
      previous?.classList.remove("lk-over");
      over?.classList.add("lk-over");
    },
    onDrop: (element, target) => {
      const id = element.dataset.card ?? "";
      view.dragged = id;
      if (target !== tray.box)
        put(id, /** @type {HTMLElement} */ (target).dataset.category ?? PASS);
      else if (id in view.state.placements) returnToTray(id);
    },
    signal,
  });
  root.addEventListener("click", onClick, { signal });
  root.addEventListener("keydown", onKey, { signal });
  for (const name of ["beforeprint", "afterprint"]) {
    const showAll = () => {
      view.printing = name === "beforeprint";
      paint();
    };
    window.addEventListener(name, showAll, { signal });
  }
  return { root, paint };
}

/** @param {Element} list @returns {string[]} the ids of the cards that can be seen in a list */
function idsIn(list) {
  const cards = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".lk-card"));
  return [...cards].flatMap((card) =>
    card.dataset.card && card.getClientRects().length ? [card.dataset.card] : [],
  );
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, TRAITS, buildView);
}

export default { render };

/** A sorting exercise: cards from a tray go to the places of a board, each move answered at once or at the end. */

const IN_THE_WINDOW = 4;
const TRAITS = [
  "activity",
  "mode",
  "rounds",
  "placements",
  "first_placements",
  "reasons",
  "revealed",
  "round",
  "attempts",
  "history",
  "reason_first",
];

/** @param {WidgetModel} model @returns {SortingState} */
function readState(model) {
  const state = /** @type {SortingState} */ (
    Object.fromEntries(TRAITS.map((name) => [name, model.get(name)]))
  );
  state.placements = knownPlacements(state.placements, state.activity);
  state.first_placements = knownPlacements(state.first_placements, state.activity);
  state.attempts = state.attempts.filter((attempt) => attempt?.placements instanceof Object);
  if (!state.rounds[state.round]) state.round = state.rounds.length - 1;
  return state;
}

/** @param {RenderContext} context */
function render({ model, el, signal: hostSignal }) {
  const controller = new AbortController();
  const { signal } = controller;
  hostSignal?.addEventListener("abort", () => controller.abort(), { signal });

  let state = readState(model);
  /** @type {Panel} */
  let panel = { kind: "how" };
  /** @type {string | null} */
  let selected = null;
  let offset = 0;
  let painted = { panel: "", result: "unpainted", placements: state.placements, table: "" };
  let paintAsked = false;
  let printing = false;
  /** The card that has just been dragged, which is already where it is going. */
  let dragged = "";

  const cards = new Map(state.activity.cards.map((card) => [card.id, card]));
  /** @type {Map<string, CardPart>} */
  const cardParts = new Map();
  const { board, places } = makeBoard(state.activity);
  const placeParts = new Map(places.map((place) => [place.id, place]));
  const { tray, list: trayList, left, hint, steps } = makeTray({ step, hint: showHint });

  const progress = make("progress", { class: "lk-progress", "aria-label": say("progress_label") });
  const progressText = make("span", { class: "lk-small" });
  const feedback = make("div", {
    class: "lk-feedback",
    role: "group",
    "aria-label": say("feedback"),
  });
  const showPlaced = make(
    "button",
    { type: "button", class: "lk-show-placed", "aria-expanded": "false", click: togglePlaced },
    say("show_placed"),
  );
  const check = make("button", { type: "button", class: "lk-main", click: checkAll });
  const undo = make("button", { type: "button", click: undoLast }, say("undo"));
  const answers = make("button", { type: "button", click: showAnswers }, say("show_answers"));
  const again = make("button", { type: "button", click: restart }, say("start_again"));
  const reasonFirst = make("input", {
    type: "checkbox",
    change: () => change({ reason_first: reasonFirst.checked }),
  });
  const result = make("div", { class: "lk-result", role: "group", "aria-label": say("result") });
  const announcer = make("p", { class: "lk-hidden-text", "aria-live": "polite" });
  const root = make(
    "div",
    // JupyterLab's one-key commands must not take the keys that sort.
    {
      class: "lk lk-sorting-exercise",
      "data-mode": state.mode,
      "data-lm-suppress-shortcuts": "true",
    },
    make(
      "div",
      { class: "lk-frame", role: "group", "aria-label": state.activity.title },
      make(
        "div",
        { class: "lk-head" },
        make("p", { class: "lk-prompt", dir: "auto" }, state.activity.prompt),
        make("p", { class: "lk-progress-line" }, progressText, progress),
      ),
      tray,
      board,
      feedback,
      make(
        "div",
        { class: "lk-tools" },
        check,
        undo,
        answers,
        again,
        showPlaced,
        state.mode === "opinion"
          ? null
          : make("label", { class: "lk-switch" }, reasonFirst, say("reason_first")),
      ),
      result,
      announcer,
    ),
  );

  /** @param {Changes} changes */
  function change(changes) {
    for (const [name, value] of Object.entries(changes)) model.set(name, value);
    model.save_changes();
    paintSoon();
  }

  function paintSoon() {
    if (paintAsked) return;
    paintAsked = true;
    // One paint for all the traits of one change, and before the browser's next frame.
    queueMicrotask(() => {
      if (paintAsked && !signal.aborted) paint();
    });
  }

  /** @param {string} message */
  function announce(message) {
    announcer.textContent = "";
    announcer.append(make("span", {}, message));
  }

  /** @returns {string | null} the card that the next place will take */
  function currentCard() {
    if (selected !== null) return selected;
    const waiting = cardsInTheTray(state);
    return waiting.length ? waiting[offset % waiting.length] : null;
  }

  /** @param {string} id @returns {CardPart} */
  function cardPart(id) {
    let part = cardParts.get(id);
    if (!part) {
      part = makeCard(/** @type {Card} */ (cards.get(id)), cardsOnTheTable(state).indexOf(id) + 1);
      cardParts.set(id, part);
    }
    return part;
  }

  /** @param {string | null} id @param {string} place */
  function put(id, place) {
    const card = id === null ? undefined : cards.get(id);
    if (!card || state.placements[card.id] === place) return;
    change(placeCard(state, card.id, place));
    selected = null;
    state = readState(model);
    const remaining = cardsInTheTray(state).length;
    const said = [
      say("announce_placed", { card: inAName(card.text), place: labelOf(state.activity, place) }),
    ];
    if (isRevealed(state, card.id)) said.push(feedbackAloud(state, card));
    said.push(remaining ? say("left", { count: remaining }) : say("announce_all_placed"));
    announce(said.join(" "));
    panel = { kind: "card", card: card.id };
    paint();
    const asked = feedback.querySelector(".lk-own textarea");
    if (state.mode === "practice" && state.reason_first && asked instanceof HTMLElement)
      focusOn(asked);
    else focusOnward();
  }

  /** Where a person wants to go on: the next card, then the check, then the result. */
  function focusOnward() {
    const next = currentCard();
    if (next !== null) focusOn(cardPart(next).button);
    else if (isFinished(state)) focusOn(result.querySelector("h3"));
    else focusOn(check.hidden ? undo : check);
  }

  /** @param {HTMLElement | null} element */
  function focusOn(element) {
    element?.focus({ preventScroll: true });
    if (element && isOutOfSight(element)) element.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} id */
  function select(id) {
    const inTray = !(id in state.placements);
    selected = id;
    if (!inTray) panel = { kind: "card", card: id };
    paint();
  }

  /** @param {number} direction */
  function step(direction) {
    const waiting = cardsInTheTray(state).length;
    if (!waiting) return;
    selected = null;
    offset = (offset + direction + waiting) % waiting;
    paint();
    const current = currentCard();
    if (current !== null) announce(cards.get(current)?.text ?? "");
  }

  function showHint() {
    const card = cards.get(currentCard() ?? "");
    if (!card?.hint) return;
    panel = { kind: "hint", card: card.id };
    paint();
    announce(card.hint);
  }

  function checkAll() {
    const placed = cardsOnTheTable(state).filter((card) => card in state.placements);
    if (placed.length < enoughToCheck(state)) return;
    change(revealCards(state, placed));
    const { points, possible } = scoreOf(state);
    announce(`${inHalves(points)} ${say("score_of", { possible })}`);
    panel = { kind: "how" };
    paint();
    focusOnward();
  }

  function undoLast() {
    const changes = undoStep(state);
    if (!changes.history) return;
    const step = state.history[state.history.length - 1];
    const [first] = Object.keys(step.placements);
    change(changes);
    selected = null;
    panel = { kind: "how" };
    announce(say("announce_undone", { card: inAName(cards.get(first)?.text ?? "") }));
    paint();
    if (!(first in state.placements)) offset = Math.max(0, cardsInTheTray(state).indexOf(first));
    paint();
    if (undo.disabled) focusOnward();
  }

  function showAnswers() {
    change(revealCards(state, cardsOnTheTable(state)));
    paint();
    const list = result.querySelector("details");
    if (list) list.open = true;
    focusOn(result.querySelector("h3"));
  }

  /** @param {Changes} changes @param {string} said */
  function beginAnew(changes, said) {
    change(changes);
    selected = null;
    offset = 0;
    panel = { kind: "how" };
    announce(said);
    paint();
    focusOnward();
  }

  function restart() {
    beginAnew(startAgain(state), say("announce_started_again"));
  }

  function togglePlaced() {
    const open = root.toggleAttribute("data-show-placed");
    showPlaced.setAttribute("aria-expanded", String(open));
    showPlaced.textContent = say(open ? "hide_placed" : "show_placed");
  }

  /** @param {string} card @param {string} text */
  function write(card, text) {
    change({ reasons: { ...state.reasons, [card]: text } });
  }

  /** @param {string} id */
  function compare(id) {
    const card = cards.get(id);
    if (!card) return;
    change(revealCards(state, [id]));
    state = readState(model);
    announce(feedbackAloud(state, card));
    paint();
    focusOnward();
  }

  function paint() {
    paintAsked = false;
    state = readState(model);
    const table = cardsOnTheTable(state);
    if (painted.table !== table.join()) {
      cardParts.clear();
      selected = null;
      offset = 0;
    }
    const changed = changedCards();
    follow(changed);
    if (selected !== null && !table.includes(selected)) selected = null;
    const moved =
      changed.length === 1 && changed[0] !== dragged && motionIsWelcome() ? changed[0] : null;
    const before =
      moved && cardParts.has(moved) ? cardPart(moved).item.getBoundingClientRect() : null;
    paintTray();
    paintPlaces(table);
    if (before && moved) glide(cardPart(moved).item, before);
    paintPanel();
    paintTools(table);
    paintResult();
    painted = { ...painted, placements: state.placements, table: table.join() };
    dragged = "";
  }

  /** @returns {string[]} the cards whose place differs from what is painted */
  function changedCards() {
    const { placements } = state;
    if (placements === painted.placements) return [];
    const changed = Object.keys(placements).filter(
      (id) => placements[id] !== painted.placements[id],
    );
    return changed.concat(Object.keys(painted.placements).filter((id) => !(id in placements)));
  }

  /** A placement made elsewhere, in another view or in Python, is answered here too. @param {string[]} changed */
  function follow(changed) {
    if (changed.length === 1 && changed[0] in state.placements)
      panel = { kind: "card", card: changed[0] };
    else if (panel.kind === "card" && !(panel.card in state.placements) && selected === null)
      panel = { kind: "how" };
    else if (panel.kind === "hint" && panel.card in state.placements) panel = { kind: "how" };
  }

  /** @param {HTMLElement} item @param {DOMRect} from */
  function glide(item, from) {
    const to = item.getBoundingClientRect();
    if (!to.width || !from.width) return;
    const start = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
    item.animate([{ transform: start }, { transform: "none" }], {
      duration: 220,
      easing: "cubic-bezier(.2,.7,.3,1)",
    });
  }

  function paintTray() {
    const waiting = cardsInTheTray(state);
    offset = waiting.length ? offset % waiting.length : 0;
    const shown = printing ? waiting.length : Math.min(IN_THE_WINDOW, waiting.length);
    const items = Array.from(
      { length: shown },
      (_, index) => waiting[(offset + index) % waiting.length],
    );
    holdExactly(
      trayList,
      items.map((id) => cardPart(id).item),
    );
    const currentId = currentCard();
    for (const id of items) paintCard(id, currentId);
    tray.toggleAttribute("data-empty", waiting.length === 0);
    left.textContent = waiting.length ? say("left", { count: waiting.length }) : say("tray_empty");
    for (const button of steps) button.disabled = waiting.length < 2;
    const current = cards.get(currentId ?? "");
    hint.hidden = !current?.hint;
    setAttribute(
      hint,
      "aria-label",
      current ? say("hint_for", { card: inAName(current.text) }) : null,
    );
  }

  /** @param {string[]} table */
  function paintPlaces(table) {
    /** @type {Map<string, string[]>} */
    const cardsIn = new Map(places.map(({ id }) => [id, []]));
    const onTable = asSet(table);
    for (const [id, place] of Object.entries(state.placements))
      if (onTable.has(id)) cardsIn.get(place)?.push(id);
    const currentId = currentCard();
    const current = cards.get(currentId ?? "");
    for (const place of places) {
      const ids = cardsIn.get(place.id) ?? [];
      const changed = holdExactly(
        place.list,
        ids.map((id) => cardPart(id).item),
      );
      for (const id of ids) paintCard(id, currentId);
      if (changed) rove(place.list);
      place.list.hidden = ids.length === 0;
      place.box.toggleAttribute("data-many", ids.length > 12);
      setAttribute(place.count, "data-count", ids.length || null);
      const values = { place: place.label, card: inAName(current?.text ?? ""), count: ids.length };
      place.button.setAttribute("aria-label", say(current ? "put_here" : "holds", values));
      place.button.disabled = !current;
    }
  }

  /** @param {string} id @param {string | null} current */
  function paintCard(id, current) {
    const part = cardPart(id);
    const place = state.placements[id];
    const verdict =
      place !== undefined && isRevealed(state, id)
        ? verdictOn(/** @type {Card} */ (cards.get(id)), place)
        : "";
    const signature = `${place ?? ""}|${verdict}|${current === id}`;
    if (part.painted === signature) return;
    part.painted = signature;
    setAttribute(part.button, "data-verdict", verdict || null);
    part.button.setAttribute("aria-pressed", String(current === id));
    part.mark.textContent = verdict ? MARKS[verdict] : "";
    const status =
      place === undefined ? [] : [say("in_place", { place: labelOf(state.activity, place) })];
    if (verdict) status.push(say(`status_${verdict}`));
    part.status.textContent = status.map((sentence) => ` ${sentence}`).join("");
  }

  /** One stop of the Tab key for each place; arrow keys go from card to card inside. @param {HTMLElement} list */
  function rove(list) {
    const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (
      list.querySelectorAll(".lk-card")
    );
    const active = [...buttons].find((button) => button === document.activeElement) ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === active ? 0 : -1;
  }

  function paintPanel() {
    const card = panel.kind === "how" ? undefined : cards.get(panel.card);
    const place = card ? state.placements[card.id] : undefined;
    const twins = card ? state.revealed.length : 0;
    const signature = [
      panel.kind,
      card?.id,
      place,
      card && isRevealed(state, card.id),
      state.reason_first,
      twins,
    ].join("|");
    const box = feedback.querySelector("textarea");
    const written = state.reasons[card?.id ?? ""] ?? "";
    if (signature === painted.panel && box && box.value !== written) box.value = written;
    if (signature === painted.panel) return;
    painted.panel = signature;
    feedback.dataset.kind = panel.kind;
    if (!card) feedback.replaceChildren(...howItWorks(state));
    else if (panel.kind === "hint") feedback.replaceChildren(...hintFor(card));
    else feedback.replaceChildren(...feedbackOn(state, card, { write, compare }));
  }

  /** @param {string[]} table */
  function paintTools(table) {
    const placed = table.filter((card) => card in state.placements).length;
    progress.max = table.length;
    progress.value = placed;
    progressText.textContent = say("progress", { placed, total: table.length });
    undo.disabled = state.history.length === 0;
    again.disabled = placed === 0;
    const finished = isFinished(state);
    root.toggleAttribute("data-finished", finished);
    answers.hidden = finished || state.mode === "opinion";
    reasonFirst.checked = state.reason_first;
    const unchecked = table.filter(
      (card) => card in state.placements && !isRevealed(state, card),
    ).length;
    check.hidden = state.mode !== "check" || finished;
    const enough = placed >= enoughToCheck(state) && unchecked > 0;
    check.setAttribute("aria-disabled", String(!enough));
    check.textContent =
      placed >= enoughToCheck(state)
        ? say("check", { count: placed })
        : say("check_needs", { count: enoughToCheck(state) });
  }

  function paintResult() {
    const finished = isFinished(state);
    const signature = finished
      ? JSON.stringify([
          state.placements,
          state.round,
          state.attempts.length,
          state.revealed.length,
        ])
      : "";
    if (signature === painted.result) return;
    painted.result = signature;
    result.hidden = !finished;
    const actions = {
      retry: () => beginAnew(takeBack(state, missedCards(state)), say("announce_retry")),
      again: () => beginAnew(sortAgain(state), say("announce_again")),
      next: () => beginAnew(dealNextRound(state), say("announce_next_round")),
      print: () => window.print(),
    };
    result.replaceChildren(...(finished ? resultOf(state, actions) : []));
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const card = target.closest(".lk-card");
    if (card instanceof HTMLElement && card.dataset.card) return select(card.dataset.card);
    const place = target.closest(".lk-place");
    if (place instanceof HTMLElement && place.dataset.category)
      put(currentCard(), place.dataset.category);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("textarea, input")) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      return undoLast();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = target.closest(".lk-card") instanceof HTMLElement ? target.dataset.card : undefined;
    if (event.key === "Escape" && selected !== null) {
      selected = null;
      return paint();
    }
    if (/^[0-9]$/.test(event.key)) {
      // The focus may go on to a text box, which must not receive the digit.
      event.preventDefault();
      const place = event.key === "0" ? PASS : state.activity.categories[Number(event.key) - 1]?.id;
      if (place) put(id ?? currentCard(), place);
    } else if (
      id &&
      (event.key === "Delete" || event.key === "Backspace") &&
      id in state.placements
    ) {
      event.preventDefault();
      returnToTray(id);
    } else if (id && /^(Arrow|Home|End)/.test(event.key)) {
      event.preventDefault();
      moveFocus(id, event.key);
    }
  }

  /** @param {string} id */
  function returnToTray(id) {
    change(takeBack(state, [id]));
    state = readState(model);
    selected = null;
    offset = Math.max(0, cardsInTheTray(state).indexOf(id));
    announce(say("announce_undone", { card: inAName(cards.get(id)?.text ?? "") }));
    paint();
    focusOn(cardPart(id).button);
  }

  /** @param {string} id @param {string} key */
  function moveFocus(id, key) {
    const place = state.placements[id];
    const ids =
      place === undefined
        ? cardsInTheTray(state)
        : [...(placeParts.get(place)?.list.querySelectorAll(".lk-card") ?? [])].map(
            (card) => /** @type {HTMLElement} */ (card).dataset.card ?? "",
          );
    const here = ids.indexOf(id);
    const forward = key === "ArrowRight" || key === "ArrowDown";
    const there =
      key === "Home"
        ? 0
        : key === "End"
          ? ids.length - 1
          : (here + (forward ? 1 : -1) + ids.length) % ids.length;
    if (place === undefined) {
      const window = [...trayList.querySelectorAll(".lk-card")].filter(
        (card) => card.getClientRects().length,
      );
      if (!window.some((card) => /** @type {HTMLElement} */ (card).dataset.card === ids[there]))
        offset = there;
      selected = ids[there];
      paint();
    }
    const { button } = cardPart(ids[there]);
    button.tabIndex = 0;
    focusOn(button);
    const list = placeParts.get(place ?? "")?.list;
    if (list) rove(list);
  }

  /** @param {number} x @param {number} y @returns {Element | null} */
  function targetAt(x, y) {
    return (
      [...places.map((place) => place.box), tray].find((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return x >= left && x <= right && y >= top && y <= bottom;
      }) ?? null
    );
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
      dragged = id;
      if (target === tray) return id in state.placements ? returnToTray(id) : undefined;
      put(id, /** @type {HTMLElement} */ (target).dataset.category ?? PASS);
    },
    signal,
  });
  root.addEventListener("click", onClick, { signal });
  root.addEventListener("keydown", onKey, { signal });
  for (const name of ["beforeprint", "afterprint"]) {
    const showAll = () => {
      printing = name === "beforeprint";
      paint();
    };
    window.addEventListener(name, showAll, { signal });
  }
  for (const name of TRAITS) model.on(`change:${name}`, paintSoon);
  signal.addEventListener("abort", () => {
    for (const name of TRAITS) model.off(`change:${name}`, paintSoon);
    root.remove();
  });

  el.append(root);
  paint();
  return () => controller.abort();
}

/** @param {Element} element */
function isOutOfSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top < 0 || bottom > innerHeight;
}

export default { render };

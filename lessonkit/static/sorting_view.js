/** What one view of a sorting exercise shows, and how that is kept true to the model. */

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

/**
 * @typedef {object} SortingActions what the view's controls set off
 * @property {(direction: number) => void} step
 * @property {() => void} hint
 * @property {() => void} check
 * @property {() => void} undo
 * @property {() => void} answers
 * @property {() => void} startAgain
 * @property {() => void} retry
 * @property {() => void} sortAgain
 * @property {() => void} next
 * @property {(first: boolean) => void} reasonFirst
 * @property {(card: string, text: string) => void} write
 * @property {(card: string) => void} compare
 */

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

class SortingView {
  /** @param {WidgetModel} model @param {SortingActions} actions */
  constructor(model, actions) {
    this.model = model;
    this.actions = actions;
    this.state = readState(model);
    const { activity, mode, placements } = this.state;
    /** @type {Panel} what the panel beside the tray is about */
    this.panel = { kind: "how" };
    /** @type {string | null} the card that the learner has picked */
    this.selected = null;
    /** Which card of the tray comes first. */
    this.offset = 0;
    /** Whether all cards are shown, as on paper. */
    this.printing = false;
    /** The card that has just been dragged, and so already is where it goes. */
    this.dragged = "";
    this.painted = { panel: "", result: "unpainted", placements, table: "" };

    this.cards = new Map(activity.cards.map((card) => [card.id, card]));
    /** @type {Map<string, CardPart>} */
    this.cardParts = new Map();
    const { board, places } = makeBoard(activity);
    this.places = places;
    this.tray = makeTray(actions);
    this.tools = makeTools(mode, actions);
    this.progress = make("progress", {
      class: "lk-progress",
      "aria-label": say("progress_label"),
    });
    this.progressText = make("span", { class: "lk-small" });
    this.feedback = make("div", {
      class: "lk-feedback",
      role: "group",
      "aria-label": say("feedback"),
    });
    this.result = make("div", { class: "lk-result", role: "group", "aria-label": say("result") });
    const { element: announcer, announce } = makeAnnouncer();
    /** Says a message to a screen reader. */
    this.announce = announce;
    this.root = make(
      "div",
      { class: "lk lk-sorting-exercise", "data-mode": mode, keydown: keepKeys },
      make(
        "div",
        { class: "lk-frame", role: "group", "aria-label": activity.title },
        make(
          "div",
          { class: "lk-head" },
          make("p", { class: "lk-prompt", dir: "auto" }, activity.prompt),
          make("p", { class: "lk-progress-line" }, this.progressText, this.progress),
        ),
        this.tray.box,
        board,
        this.feedback,
        this.tools.box,
        this.result,
        announcer,
      ),
    );
    this.tools.showPlaced.addEventListener("click", () => this.togglePlaced());
  }

  /** @returns {string | null} the card that the next place will take */
  currentCard() {
    if (this.selected !== null) return this.selected;
    const waiting = cardsInTheTray(this.state);
    return waiting.length ? waiting[this.offset % waiting.length] : null;
  }

  /** @param {string} id @returns {CardPart} */
  cardPart(id) {
    let part = this.cardParts.get(id);
    if (!part) {
      const card = /** @type {Card} */ (this.cards.get(id));
      part = makeCard(card, cardsOnTheTable(this.state).indexOf(id) + 1);
      this.cardParts.set(id, part);
    }
    return part;
  }

  /** Let the first places of the tray be taken from this card on. @param {string} id */
  showInTray(id) {
    this.offset = Math.max(0, cardsInTheTray(this.state).indexOf(id));
  }

  togglePlaced() {
    const open = this.root.toggleAttribute("data-show-placed");
    this.tools.showPlaced.setAttribute("aria-expanded", String(open));
    this.tools.showPlaced.textContent = say(open ? "hide_placed" : "show_placed");
  }

  /** Go where a person wants to go on: to the next card, then the check, then the result. */
  focusOnward() {
    const next = this.currentCard();
    const { check, undo } = this.tools;
    if (next !== null) this.cardPart(next).button.focus();
    else if (isFinished(this.state)) this.focusOnResult();
    else (check.hidden ? undo : check).focus();
  }

  focusOnResult() {
    this.result.querySelector("h3")?.focus();
  }

  paint() {
    this.state = readState(this.model);
    const { state, painted } = this;
    const table = cardsOnTheTable(state);
    if (painted.table !== table.join()) {
      this.cardParts.clear();
      this.selected = null;
      this.offset = 0;
    }
    const changed = this.changedCards();
    this.follow(changed);
    if (this.selected !== null && !table.includes(this.selected)) this.selected = null;
    const alone = changed.length === 1 && changed[0] !== this.dragged ? changed[0] : "";
    const gliding = motionIsWelcome() ? this.cardParts.get(alone)?.item : undefined;
    const from = gliding?.getBoundingClientRect();
    this.paintTray();
    this.paintPlaces(table);
    if (gliding && from) glide(gliding, from);
    this.paintPanel();
    this.paintTools(table);
    this.paintResult();
    painted.placements = state.placements;
    painted.table = table.join();
    this.dragged = "";
  }

  /** @returns {string[]} the cards whose place differs from what is painted */
  changedCards() {
    const { placements } = this.state;
    const before = this.painted.placements;
    if (placements === before) return [];
    const changed = Object.keys(placements).filter((id) => placements[id] !== before[id]);
    return changed.concat(Object.keys(before).filter((id) => !(id in placements)));
  }

  /** A placement made elsewhere, in another view or in Python, is answered here too. @param {string[]} changed */
  follow(changed) {
    const { panel, state } = this;
    if (changed.length === 1 && changed[0] in state.placements) {
      this.panel = { kind: "card", card: changed[0] };
    } else if (panel.kind === "card") {
      if (!(panel.card in state.placements) && this.selected === null) this.panel = { kind: "how" };
    } else if (panel.kind === "hint" && panel.card in state.placements) {
      this.panel = { kind: "how" };
    }
  }

  paintTray() {
    const { box, list, left, hint, steps } = this.tray;
    const waiting = cardsInTheTray(this.state);
    this.offset = waiting.length ? this.offset % waiting.length : 0;
    const length = this.printing ? waiting.length : Math.min(IN_THE_WINDOW, waiting.length);
    const ids = Array.from(
      { length },
      (_, index) => waiting[(this.offset + index) % waiting.length],
    );
    const items = ids.map((id) => this.cardPart(id).item);
    holdExactly(list, items);
    const currentId = this.currentCard();
    for (const id of ids) this.paintCard(id, currentId);
    box.toggleAttribute("data-empty", waiting.length === 0);
    left.textContent = waiting.length ? say("left", { count: waiting.length }) : say("tray_empty");
    for (const button of steps) button.disabled = waiting.length < 2;
    const current = this.cards.get(currentId ?? "");
    hint.hidden = !current?.hint;
    setAttribute(hint, "aria-label", current && say("hint_for", { card: inAName(current.text) }));
  }

  /** @param {string[]} table */
  paintPlaces(table) {
    /** @type {Map<string, string[]>} */
    const cardsIn = new Map(this.places.map(({ id }) => [id, []]));
    const onTable = asSet(table);
    for (const [id, place] of Object.entries(this.state.placements)) {
      if (onTable.has(id)) cardsIn.get(place)?.push(id);
    }
    const currentId = this.currentCard();
    const current = this.cards.get(currentId ?? "");
    for (const { id: place, label, box, button, count, list } of this.places) {
      const ids = cardsIn.get(place) ?? [];
      const items = ids.map((id) => this.cardPart(id).item);
      const changed = holdExactly(list, items);
      for (const id of ids) this.paintCard(id, currentId);
      if (changed) rove(list);
      list.hidden = ids.length === 0;
      box.toggleAttribute("data-many", ids.length > 12);
      setAttribute(count, "data-count", ids.length || null);
      const values = { place: label, card: inAName(current?.text ?? ""), count: ids.length };
      button.setAttribute("aria-label", say(current ? "put_here" : "holds", values));
      button.disabled = !current;
    }
  }

  /** @param {string} id @param {string | null} current */
  paintCard(id, current) {
    const { state } = this;
    const part = this.cardPart(id);
    const place = state.placements[id];
    const open = place !== undefined && isRevealed(state, id);
    const verdict = open ? verdictOn(/** @type {Card} */ (this.cards.get(id)), place) : "";
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

  paintPanel() {
    const { panel, state, feedback, painted } = this;
    const card = panel.kind === "how" ? undefined : this.cards.get(panel.card);
    const signature = [
      panel.kind,
      card?.id,
      card && state.placements[card.id],
      card && isRevealed(state, card.id),
      state.reason_first,
      // A card's twin may have been revealed since.
      card ? state.revealed.length : 0,
    ].join("|");
    if (signature === painted.panel) {
      const box = feedback.querySelector("textarea");
      const written = state.reasons[card?.id ?? ""] ?? "";
      if (box && box.value !== written) box.value = written;
      return;
    }
    painted.panel = signature;
    feedback.dataset.kind = panel.kind;
    if (!card) feedback.replaceChildren(...howItWorks(state));
    else if (panel.kind === "hint") feedback.replaceChildren(...hintFor(card));
    else feedback.replaceChildren(...feedbackOn(state, card, this.actions));
  }

  /** @param {string[]} table */
  paintTools(table) {
    const { state } = this;
    const { check, undo, answers, again, reasonFirst } = this.tools;
    const placed = table.filter((card) => card in state.placements);
    this.progress.max = table.length;
    this.progress.value = placed.length;
    const values = { placed: placed.length, total: table.length };
    this.progressText.textContent = say("progress", values);
    undo.disabled = state.history.length === 0;
    again.disabled = placed.length === 0;
    reasonFirst.checked = state.reason_first;
    const finished = isFinished(state);
    this.root.toggleAttribute("data-finished", finished);
    answers.hidden = finished || state.mode === "opinion";
    check.hidden = finished || state.mode !== "check";
    const needed = enoughToCheck(state);
    const enough = placed.length >= needed;
    const news = placed.some((card) => !isRevealed(state, card));
    check.setAttribute("aria-disabled", String(!enough || !news));
    check.textContent = enough
      ? say("check", { count: placed.length })
      : say("check_needs", { count: needed });
  }

  paintResult() {
    const { state, painted, result } = this;
    const { placements, round, attempts, revealed } = state;
    const finished = isFinished(state);
    const shown = [placements, round, attempts.length, revealed.length];
    const signature = finished ? JSON.stringify(shown) : "";
    if (signature === painted.result) return;
    painted.result = signature;
    result.hidden = !finished;
    result.replaceChildren(...(finished ? resultOf(state, this.actions) : []));
  }
}

/** Let a card be seen to move to where it now is. @param {HTMLElement} item @param {DOMRect} from */
function glide(item, from) {
  const to = item.getBoundingClientRect();
  if (!to.width || !from.width) return;
  const start = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
  item.animate([{ transform: start }, { transform: "none" }], {
    duration: 220,
    easing: "cubic-bezier(.2,.7,.3,1)",
  });
}

/** One stop of the Tab key for each place; arrow keys go from card to card inside. @param {HTMLElement} list */
function rove(list) {
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (list.querySelectorAll(".lk-card"));
  const active = [...buttons].find((button) => button === document.activeElement) ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === active ? 0 : -1;
}

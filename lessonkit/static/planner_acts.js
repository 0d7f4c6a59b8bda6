/** The acts of a planner, each with the seven days to tick, and those that the learner adds. */

/**
 * @typedef {object} ActLine
 * @property {HTMLFieldSetElement} element
 * @property {(days: string[]) => void} paint shows on which days the act stands
 *
 * @typedef {object} OwnActLine
 * @property {HTMLElement} element
 * @property {HTMLInputElement} box
 * @property {(act: PlannerAct, number: number, days: string[]) => void} paint
 *
 * @typedef {object} PlannerDoing what a learner can do with acts
 * @property {(act: string, day: string, placed: boolean) => void} place
 * @property {(act: string, text: string) => void} write
 * @property {(act: string) => void} remove
 */

/**
 * Make one act with its days.
 *
 * @param {string} id
 * @param {PlannerDoing} doing
 * @param {HTMLLegendElement} legend its name
 * @param {...(Node | null)} more what stands below the name
 * @returns {ActLine}
 */
function makeActLine(id, { place }, legend, ...more) {
  const boxes = PLANNER_DAYS.map((day) =>
    make("input", {
      type: "checkbox",
      value: day,
      change: (/** @type {Event} */ event) =>
        place(id, day, /** @type {HTMLInputElement} */ (event.target).checked),
    }),
  );
  const days = boxes.map((box) =>
    make(
      "label",
      { class: "lk-day" },
      box,
      make("span", { class: "lk-day-short", "aria-hidden": "true" }, say(`short_${box.value}`)),
      make("span", { class: "lk-hidden-text" }, say(`day_${box.value}`)),
    ),
  );
  return {
    element: make(
      "fieldset",
      { class: "lk-act", "data-act": id },
      legend,
      ...more,
      make("div", { class: "lk-days" }, ...days),
    ),
    paint(placed) {
      for (const box of boxes) box.checked = placed.includes(box.value);
    },
  };
}

/**
 * Make the acts of the file, under their headings.
 *
 * @param {PlannerActivity} activity
 * @param {PlannerDoing} doing
 * @returns {{elements: HTMLElement[], paint: (state: PlannerState) => void, focus: () => void}}
 */
function makeActs(activity, doing) {
  const lines = new Map(
    activity.acts.map(({ id, label, about }) => [
      id,
      makeActLine(
        id,
        doing,
        make("legend", { class: "lk-act-name", dir: "auto" }, label),
        about ? make("p", { class: "lk-act-about lk-small", dir: "auto" }, about) : null,
      ),
    ]),
  );
  const elements = actGroups(activity).map(({ name, acts }) =>
    make(
      "div",
      name ? { class: "lk-group", role: "group", "aria-label": name } : { class: "lk-group" },
      name ? make("p", { class: "lk-group-name", dir: "auto", "aria-hidden": "true" }, name) : null,
      ...acts.flatMap(({ id }) => lines.get(id)?.element ?? []),
    ),
  );
  return {
    elements,
    paint(state) {
      for (const [id, line] of lines) line.paint(daysOfAct(state, id));
    },
    focus: () => elements[0].querySelector("input")?.focus(),
  };
}

/** @param {PlannerState} state @param {string} act @returns {string[]} the days on which an act stands */
function daysOfAct({ plan }, act) {
  return plan.filter((entry) => entry.act === act).map(({ day }) => day);
}

/**
 * Make an act that the learner writes.
 *
 * @param {string} id
 * @param {PlannerDoing} doing
 * @returns {OwnActLine}
 */
function makeOwnActLine(id, doing) {
  const box = make("input", {
    type: "text",
    class: "lk-own-box",
    dir: "auto",
    autocomplete: "off",
    maxlength: 200,
    input: () => doing.write(id, box.value),
  });
  const name = make("legend", { class: "lk-hidden-text", dir: "auto" });
  const remove = makeButton(say("remove_own"), () => doing.remove(id), { class: "lk-quiet" });
  const line = makeActLine(id, doing, name, make("div", { class: "lk-own-words" }, box, remove));
  return {
    element: line.element,
    box,
    paint(act, number, days) {
      if (box.value !== act.label) box.value = act.label;
      setAttribute(box, "aria-label", say("own_number", { number }));
      setAttribute(remove, "aria-label", say("remove_named", { act: actName(act) }));
      name.textContent = actName(act);
      line.paint(days);
    },
  };
}

/**
 * Make the acts of the learner's own, and the way to add one.
 *
 * @param {PlannerDoing & {add: () => string, putBack: () => void}} doing `add` returns the new act's id
 * @returns {{element: HTMLElement, paint: (state: PlannerState, removed: PlannerAct | null) => void, focusPutBack: () => void, focusAdd: () => void, focusAct: (id: string) => void}}
 */
function makeOwnActs(doing) {
  /** @type {Map<string, OwnActLine>} */
  const lines = new Map();
  const list = make("div", { class: "lk-own-list" });
  const add = makeButton(say("add_own"), () => focusAct(doing.add()), { class: "lk-add" });
  const full = make("p", { class: "lk-small" }, say("own_full", { most: MOST_OWN_ACTS }));
  const what = make("span");
  const back = makeButton(say("put_back"), doing.putBack);
  const removedLine = make("div", { class: "lk-removed" }, what, back);

  /** @param {string} id */
  function focusAct(id) {
    lines.get(id)?.box.focus();
  }

  return {
    element: make(
      "div",
      { class: "lk-group", role: "group", "aria-label": say("own_acts") },
      make("p", { class: "lk-group-name", "aria-hidden": "true" }, say("own_acts")),
      make("p", { class: "lk-small" }, say("own_invite")),
      list,
      removedLine,
      add,
      full,
    ),
    paint(state, removed) {
      const { ownActs } = state;
      for (const { id } of ownActs) if (!lines.has(id)) lines.set(id, makeOwnActLine(id, doing));
      for (const id of lines.keys()) if (!ownActs.some((act) => act.id === id)) lines.delete(id);
      ownActs.forEach((act, index) => {
        lines.get(act.id)?.paint(act, index + 1, daysOfAct(state, act.id));
      });
      holdExactly(
        list,
        ownActs.flatMap(({ id }) => lines.get(id)?.element ?? []),
      );
      what.textContent = removed ? say("own_removed", { act: actName(removed) }) : "";
      add.hidden = ownActs.length >= MOST_OWN_ACTS;
      full.hidden = !add.hidden;
      removedLine.hidden = removed === null || add.hidden;
    },
    focusPutBack: () => back.focus(),
    focusAdd: () => add.focus(),
    focusAct,
  };
}

/** Small acts placed in a week, to print or to take into a calendar. */

const TRAITS = ["activity", "plan", "own_acts", "week", "named"];

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  const read = () => readPlanner((trait) => model.get(trait));
  const { activity } = read();
  const live = makeAnnouncer();
  /** @type {{act: PlannerAct, entries: PlannerEntry[]} | null} the own act that was removed last, as it can be put back */
  let removed = null;
  /** @type {(() => void) | null} where the focus goes on when what holds it is about to go */
  let next = null;

  const doing = {
    /** @param {string} act @param {string} day @param {boolean} placed */
    place(act, day, placed) {
      change({ plan: withPlaced(model.get("plan"), act, day, placed ? "" : null) });
    },
    /** @param {string} act @param {string} text */
    write(act, text) {
      change({ own_acts: { ...model.get("own_acts"), [act]: text } });
    },
    add() {
      const id = nextOwnId(read(), removed ? [removed.act.id] : []);
      change({ own_acts: { ...model.get("own_acts"), [id]: "" } });
      return id;
    },
    /** @param {string} id */
    remove(id) {
      const { ownActs, plan } = read();
      const act = ownActs.find((each) => each.id === id);
      if (!act) return;
      const entries = plan.filter((entry) => entry.act === id);
      const worthKeeping = act.label.trim() !== "" || entries.length > 0;
      if (worthKeeping) removed = { act, entries };
      next = worthKeeping ? own.focusPutBack : own.focusAdd;
      const { [id]: _, ...others } = model.get("own_acts");
      change({ own_acts: others, plan: withoutAct(model.get("plan"), id) });
      live.announce(say("own_removed", { act: actName(act) }));
    },
    putBack() {
      if (!removed) return;
      const { act, entries } = removed;
      removed = null;
      next = () => own.focusAct(act.id);
      const plan = entries.reduce(
        (saved, { day, time }) => withPlaced(saved, act.id, day, time),
        model.get("plan"),
      );
      change({ own_acts: { ...model.get("own_acts"), [act.id]: act.label }, plan });
      live.announce(say("is_back", { act: actName(act) }));
    },
    /** @param {PlannerEntry} entry @param {string} time */
    setTime({ act, day }, time) {
      change({ plan: withPlaced(model.get("plan"), act, day, time) });
    },
    /** @param {PlacedAct} entry */
    takeOut({ act, day, label }) {
      change({ plan: withPlaced(model.get("plan"), act, day, null) });
      live.announce(say("taken_out", { day: say(`day_${day}`), act: label }));
    },
    /** @param {string} week */
    setWeek(week) {
      if (week === read().week) return;
      change({ week });
      live.announce(week ? weekInWords("week_from", week) : say("any_week"));
    },
  };

  const acts = makeActs(activity, doing);
  const own = makeOwnActs(doing);
  const week = makeWeek(doing);
  const startAgain = makeStartAgain(say("clear_week"), () => {
    removed = null;
    change({ plan: [], own_acts: {}, week: "", named: false });
    acts.focus();
    live.announce(say("week_cleared"));
  });
  const root = makeRoot(
    "lk-planner",
    activity,
    make("p", { class: "lk-small" }, say("plan_private")),
    ...acts.elements,
    own.element,
    week.element,
  );
  const keeping = makePlannerKeeping(activity, {
    read,
    setNamed: (named) => change({ named }),
    root,
    announce: live.announce,
  });
  root.firstElementChild?.append(keeping.element, startAgain.element, live.element);

  function goOn() {
    if (next) next();
    else acts.focus();
  }

  function paint() {
    const state = read();
    if (removed && state.ownActs.some(({ id }) => id === removed?.act.id)) removed = null;
    acts.paint(state);
    own.paint(state, removed?.act ?? null);
    week.paint(state);
    keeping.element.hidden = state.plan.length === 0;
    keeping.paint(state);
    startAgain.paint(state.plan.length > 0 || state.ownActs.length > 0 || state.week !== "");
  }

  return {
    root,
    paint() {
      paintAndHoldFocus(root, paint, goOn);
      next = null;
    },
  };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, TRAITS, buildView);
}

export default { render };

/** A conversation that branches: a transcript that grows, choices below it, and a look back at each ending. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  /** @type {DialogueActivity} */
  const activity = model.get("activity");
  const { element: live, announce } = makeAnnouncer();
  const transcript = make("ol", {
    class: "lk-transcript",
    role: "list",
    "aria-label": say("conversation"),
  });
  const below = make("div", { class: "lk-below" });
  const back = makeButton(say("go_back"), goBack);
  const again = makeButton(say("begin_again"), beginAgain, { class: "lk-main" });
  const tools = make("div", { class: "lk-tools" }, again, back);
  const root = makeRoot("lk-dialogue", activity, transcript, below, tools, live);
  /** @type {{item: HTMLLIElement, words: HTMLElement, key: string}[]} */
  let shown = [];
  let belowFor = "";

  const state = () => ({ path: model.get("path"), endings: model.get("endings") });
  const followed = () => followPath(activity, state().path);

  function paint() {
    const hadFocus = root.matches(":focus-within");
    const { turns, line } = followed();
    const { endings } = state();
    paintTranscript(turns, line);
    const wanted = JSON.stringify([pathOf(turns), line.ending ? endings : null]);
    if (wanted !== belowFor) {
      belowFor = wanted;
      below.replaceChildren(
        line.ending
          ? makeEnding(activity, turns, line, withEnding(activity, pathOf(turns), endings), keep)
          : makeLineChoices(line, take),
      );
    }
    back.hidden = !turns.length;
    again.hidden = !line.ending;
    if (hadFocus && !root.matches(":focus-within")) focusOnLine();
  }

  /** @param {DialogueTurn[]} turns @param {DialogueLine} line */
  function paintTranscript(turns, line) {
    const wanted = [
      ...turns.flatMap(({ line: { id, speaker, text }, chosen }) => [
        { key: id, name: speaker, text },
        { key: `${id} ${chosen.id}`, name: say("you"), text: chosen.text, own: true },
      ]),
      { key: line.id, name: line.speaker, text: line.text },
    ];
    shown = wanted.map((turn, number) =>
      shown[number]?.key === turn.key ? shown[number] : { ...makeTurn(turn), key: turn.key },
    );
    holdExactly(
      transcript,
      shown.map(({ item }) => item),
    );
  }

  /** The last line is what is read next; it also keeps the focus from a choice that is still under a finger. */
  function focusOnLine() {
    shown[shown.length - 1].words.focus();
  }

  /** @returns {string} what follows the line that has the focus now */
  function whatFollows() {
    const { line } = followed();
    return line.ending
      ? say("ended_with", { ending: line.ending })
      : say("choices_below", { count: line.choices.length });
  }

  /** @param {string} choice */
  function take(choice) {
    change(choose(activity, state(), choice));
    focusOnLine();
    announce(whatFollows());
  }

  /** @param {number} count how many turns to keep */
  function keep(count) {
    const { turns } = followed();
    const endings = withEnding(activity, pathOf(turns), state().endings);
    change({ path: pathOf(turns.slice(0, count)), endings });
    focusOnLine();
    announce(whatFollows());
  }

  function goBack() {
    const { turns } = followed();
    const last = turns[turns.length - 1];
    if (!last) return;
    keep(turns.length - 1);
    announce(`${say("went_back", { choice: last.chosen.text })} ${whatFollows()}`);
    // Whoever goes back may want to go back further.
    if (!back.hidden) {
      back.focus({ preventScroll: true });
      shown[shown.length - 1].words.scrollIntoView({ block: "nearest" });
    }
  }

  function beginAgain() {
    keep(0);
    announce(`${say("began_again")} ${whatFollows()}`);
  }

  return { root, paint };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, ["path", "endings"], buildView);
}

export default { render };

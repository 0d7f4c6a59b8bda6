/** Statements to take a stand on, twice, and a picture of what moved. No point of the scale is the right one. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  const { activity } = opinionState(model);
  const { points, statements } = activity;
  const live = makeAnnouncer();
  const ratings = statements.map(({ id, text }) => {
    const rating = makeRating({
      name: text,
      options: points.map((point, index) => ({ id: String(index + 1), text: point })),
      mark: (point) =>
        change(takeStand(opinionState(model), id, point === null ? null : Number(point))),
    });
    return {
      id,
      rating,
      element: make("div", { class: "lk-rated", "data-item": id }, rating.box, rating.clear),
    };
  });
  const list = make("div", { class: "lk-statements" }, ...ratings.map(({ element }) => element));
  list.classList.toggle("lk-many-points", points.length > 5);

  const stageWords = make("p", { class: "lk-stage", tabindex: -1 });
  const progress = make("p", { class: "lk-progress lk-small" });
  const picture = make("div", { class: "lk-picture" });
  const question = make(
    "p",
    { class: "lk-closing" },
    make("strong", {}, say("to_think_about")),
    " ",
    make("span", { dir: "auto" }, activity.closing_question ?? ""),
  );

  const close = makeButton(say("close_first"), closeRound, { class: "lk-main" });
  const compare = makeButton(say("close_second"), closeRound, { class: "lk-main" });
  const again = makeButton(say("answer_again"), () => go({ again: true, answering: true }), {
    class: "lk-main",
  });
  const later = makeButton(say("not_now"), () => go({ again: false, answering: false }));
  const changeFirst = makeButton(say("change_first"), () => go({ answering: true }));
  const changeSecond = makeButton(say("change_second"), () => go({ answering: true }));
  const startAgain = makeStartAgain(say("really_clear"), () => {
    go({ before: {}, after: {}, again: false, answering: false });
    live.announce(say("all_cleared"));
  });
  const tools = make(
    "div",
    { class: "lk-tools" },
    close,
    compare,
    again,
    later,
    changeFirst,
    changeSecond,
    startAgain.element,
  );
  const root = makeRoot(
    "lk-opinion-scale",
    activity,
    stageWords,
    list,
    picture,
    question,
    progress,
    tools,
    live.element,
  );

  function closeRound() {
    const state = opinionState(model);
    if (countAnswered(activity, state[roundOf(state)])) go({ answering: false });
  }

  /** Change the stage. @param {Partial<OpinionState>} changes */
  function go(changes) {
    change(changes);
    focusOnStage();
  }

  function focusOnStage() {
    if (stageWords.hidden) ratings[0].rating.focus();
    else stageWords.focus();
  }

  function paint() {
    const state = opinionState(model);
    const stage = opinionStage(state);
    const open = stage === "first" || stage === "second";
    const stands = state[roundOf(state)];
    const answered = countAnswered(activity, stands);
    const total = statements.length;
    for (const { id, rating } of ratings) {
      const point = pointOf(activity, stands, id);
      rating.paint(point === null ? null : String(point));
    }
    list.hidden = stage === "compared";
    // On paper the first answers stand, for whoever wants to compare later without this device.
    list.classList.toggle("lk-put-away", stage === "kept");
    progress.hidden = !open;
    progress.textContent = say("answered_of", { answered, total });
    const moves = movesOf(state);
    const compared = stage === "compared";
    picture.hidden = !compared;
    picture.replaceChildren(...(compared ? [makeOpinionPicture(moves, points)] : []));
    question.hidden = !compared || !activity.closing_question;
    stageWords.hidden = stage === "first";
    stageWords.textContent = {
      first: "",
      kept: say("stage_kept", { answered, total }),
      second: say("stage_second"),
      compared: movesInWords(moves),
    }[stage];

    close.hidden = stage !== "first";
    compare.hidden = stage !== "second";
    for (const button of [close, compare])
      setAttribute(button, "aria-disabled", answered ? null : "true");
    again.hidden = changeFirst.hidden = stage !== "kept";
    later.hidden = stage !== "second";
    changeSecond.hidden = !compared;
    const any = [state.before, state.after].some((each) => countAnswered(activity, each));
    startAgain.paint(any);
  }

  return { root, paint: () => paintAndHoldFocus(root, paint, focusOnStage) };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, OPINION_TRAITS, buildView);
}

export default { render };

/** How a group sorted, from the codes that it sent: a chat goes in, a bar for each category of each card comes out. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, signal, change }) {
  const { activity, rounds } = groupState(model);
  const deals = dealsOf({ activity, rounds });
  const finders = { first: makeFinder(deals), second: makeFinder(deals) };
  const live = makeAnnouncer();
  /** @type {Map<string, ReturnType<typeof makeTallyCard>>} */
  const cards = new Map();

  const first = makeCodeBox({
    label: say("first_box"),
    hint: say("first_hint"),
    write: (text) => write({ first_text: text }),
    alone: () => codesAlone(groupState(model).first_text, count().first.found),
    announce: live.announce,
  });
  const second = makeCodeBox({
    label: say("second_box"),
    hint: say("second_hint"),
    write: (text) => write({ second_text: text }),
    alone: () => codesAlone(groupState(model).second_text, count().second.found),
    announce: live.announce,
  });
  const choices = makeTallyChoices(write);
  const waiting = make("div", { class: "lk-tally-waiting" });
  const heading = make("p", { class: "lk-tally-heading" });
  const list = make("ol", { class: "lk-tally-cards", role: "list" });
  const stage = makeStage(activity, signal);
  const saveLater = makeButton(say("save_counts_later"), () => saveCounts("second"));
  const status = make("span", { class: "lk-small" });
  const results = make(
    "div",
    { class: "lk-tally-results" },
    heading,
    make(
      "div",
      { class: "lk-tools" },
      makeButton(say("show_big"), stage.open, { class: "lk-main" }),
      makeButton(say("save_picture"), savePicture),
      makeButton(say("save_counts"), () => saveCounts("first")),
      saveLater,
      choices.order,
      status,
    ),
    make("p", { class: "lk-small" }, say("numbers_mean")),
    list,
    makeDebrief(activity.debrief),
  );
  const root = makeRoot(
    "lk-group-tally",
    { title: say("tally_title", { deck: activity.title }) },
    make("div", { class: "lk-code-boxes lk-on-screen" }, first.element, second.element),
    choices.counting,
    waiting,
    results,
    live.element,
    stage.element,
  );

  /** @type {{of: string, first: BoxCount, second: BoxCount} | undefined} */
  let latest;

  function count() {
    const state = groupState(model);
    const [one, two] = [finders.first(state.first_text), finders.second(state.second_text)];
    const of = `${state.threshold} ${state.drop_repeats}`;
    if (latest?.of !== of || latest.first.found !== one || latest.second.found !== two)
      latest = { of, first: countBox(one, deals, state), second: countBox(two, deals, state) };
    return latest;
  }

  /** @param {Partial<GroupState>} changes */
  function write(changes) {
    const before = inWords();
    change(changes);
    const after = inWords();
    if (after !== before) live.announce(after);
  }

  /** @returns {string} what has been found and what is missing */
  function inWords() {
    const state = groupState(model);
    const counted = count();
    return [
      foundInWords(counted.first, state.first_text, state.drop_repeats),
      foundInWords(counted.second, state.second_text, state.drop_repeats),
      ...waitingInWords(counted.first, counted.second, state.threshold),
    ].join(" ");
  }

  /** @param {"first" | "second"} which */
  function saveCounts(which) {
    const file = `group-${activity.id}${which === "second" ? "-again" : ""}.csv`;
    saveText(file, countsTable(activity, count()[which]), "text/csv");
    tell(file);
  }

  function savePicture() {
    const file = `group-${activity.id}.svg`;
    const picture = tallyPicture(activity, shownLines(), headingNow(), paperColours(root));
    saveText(file, picture, "image/svg+xml");
    tell(file);
  }

  /** @param {string} file */
  function tell(file) {
    status.textContent = say("saved_as", { file });
    live.announce(status.textContent);
  }

  function shownLines() {
    const counted = count();
    return cardLines(activity, counted.first, counted.second, groupState(model).order);
  }

  function headingNow() {
    const counted = count();
    return headingOf(counted.first, counted.second);
  }

  /** @param {string} id */
  function cardPart(id) {
    const part = cards.get(id) ?? makeTallyCard(activity, "li");
    cards.set(id, part);
    return part;
  }

  function paint() {
    const state = groupState(model);
    const counted = count();
    const lines = shownLines();
    first.paint(counted.first, state.first_text, state.drop_repeats);
    second.paint(counted.second, state.second_text, state.drop_repeats);
    second.element.classList.toggle("lk-not-yet", !lines.length && !state.second_text);
    choices.paint(state);
    const said = waitingInWords(counted.first, counted.second, state.threshold);
    waiting.hidden = !said.length;
    waiting.replaceChildren(...said.map((words) => make("p", {}, words)));
    results.hidden = !lines.length;
    heading.textContent = lines.length ? headingNow() : "";
    saveLater.hidden = !lines.some(({ later }) => later);
    for (const line of lines) cardPart(line.card.id).paint(line);
    holdExactly(
      list,
      lines.map(({ card }) => cardPart(card.id).element),
    );
    stage.paint(lines, heading.textContent);
  }

  return { root, paint };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, GROUP_TRAITS, buildView);
}

export default { render };

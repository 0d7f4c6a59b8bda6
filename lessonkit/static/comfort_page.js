/** The page that comes of a comfort map: what one wishes to show of it, to keep, print or talk over. */

/**
 * @param {ComfortActivity} activity
 * @param {ComfortList[]} lists
 * @returns {HTMLElement} nothing but text, so that it can be printed without any style
 */
function makeComfortSheet({ closing }, lists) {
  return make(
    "div",
    { class: "lk-sheet" },
    closing ? make("p", { class: "lk-closing", dir: "auto" }, closing) : null,
    ...lists.map(({ label, lines }) =>
      make(
        "div",
        { class: "lk-list" },
        make("p", { class: "lk-list-name" }, make("strong", { dir: "auto" }, label)),
        make(
          "ul",
          {},
          ...lines.map(({ label, note }) =>
            make(
              "li",
              { dir: "auto" },
              label,
              note ? make("div", { class: "lk-note-text", dir: "auto" }, note) : null,
            ),
          ),
        ),
      ),
    ),
    lists.length ? null : make("p", {}, say("page_empty")),
  );
}

/**
 * Make the part of a comfort map in which the page is put together.
 *
 * @param {ComfortActivity} activity
 * @param {object} tools
 * @param {() => ComfortState} tools.read
 * @param {HTMLElement} tools.root where helper elements may stand for a moment
 * @param {(message: string) => void} tools.announce
 * @returns {{element: HTMLElement, paint: () => void, focus: () => void}}
 */
function makeComfortPage(activity, { read, root, announce }) {
  let shown = everythingShown(activity);
  const title = make("p", { class: "lk-page-title", dir: "auto", tabindex: -1 }, activity.title);
  let sheet = makeComfortSheet(activity, []);
  const paper = make("div", { class: "lk-paper" }, title, sheet);
  const choose = makeChoices({
    legend: say("what_shows"),
    options: [
      ...activity.choices.map(({ id, label }) => ({ id, text: label })),
      { id: COMFORT_NOTES, text: say("with_notes") },
    ],
    several: true,
    className: "lk-choices-across lk-what-shows",
    choose(chosen) {
      shown = chosen;
      paint();
    },
  });
  const lists = () => comfortLists(read(), shown);
  const keep = makeKeepButtons({
    text: () => comfortText(activity, lists()),
    file: `${activity.id}.txt`,
    page: () =>
      make(
        "div",
        { dir: "auto" },
        make("h1", {}, activity.title),
        makeComfortSheet(activity, lists()),
      ),
    title: activity.title,
    root,
    announce,
  });

  function paint() {
    choose.paint(shown);
    // The title stays, because it may have the focus.
    const fresh = makeComfortSheet(activity, lists());
    sheet.replaceWith(fresh);
    sheet = fresh;
  }

  return {
    element: make(
      "div",
      { class: "lk-page", role: "group", "aria-label": say("my_page") },
      choose.box,
      paper,
      make("p", { class: "lk-small" }, say("page_private")),
      keep,
    ),
    paint,
    focus: () => title.focus(),
  };
}

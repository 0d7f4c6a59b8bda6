/** Questions to write about in private: boxes that grow, and ways to keep or to erase what was written. */

/** @param {ReflectionActivity} activity @param {{[question: string]: string}} texts @returns {HTMLElement} what is printed */
function makePage(activity, texts) {
  const answers = answersIn(activity, texts).flatMap(({ question, text }) => [
    make("h2", { dir: "auto", style: "font-size: 1.1em" }, question),
    make("p", { dir: "auto", style: "white-space: pre-wrap" }, text),
  ]);
  return make("div", {}, make("h1", { dir: "auto" }, activity.title), ...answers);
}

/**
 * Make the box for one question.
 *
 * @param {WritingQuestion} question
 * @param {(text: string) => void} write
 * @returns {{element: HTMLElement, box: HTMLTextAreaElement, show: (text: string) => void}}
 */
function makeQuestion({ id, text, hint }, write) {
  const box = makeTextBox(text, write, {
    rows: 4,
    "data-question": id,
    "aria-description": hint,
  });
  // The element behind the box holds the same text, and so gives it its height.
  const growing = make("div", { class: "lk-growing" }, box);
  const element = make(
    "label",
    { class: "lk-question" },
    make("span", { class: "lk-question-text", dir: "auto" }, text),
    hint ? make("span", { class: "lk-hint lk-small", dir: "auto" }, hint) : null,
    growing,
  );
  return {
    element,
    box,
    show(written) {
      showText(box, written);
      growing.dataset.text = written;
    },
  };
}

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  /** @type {ReflectionActivity} */
  const activity = model.get("activity");
  const { element: live, announce } = makeAnnouncer();
  const questions = activity.questions.map((question) => ({
    id: question.id,
    ...makeQuestion(question, (text) =>
      change({ texts: withText(model.get("texts"), question.id, text) }),
    ),
  }));
  const eraser = makeEraser({ erase, cancel: () => announce(say("text_kept")) });
  const after = make("div", { class: "lk-after" });
  const root = makeRoot(
    "lk-reflection",
    activity,
    make("p", { class: "lk-small" }, say("where_it_is")),
    ...questions.map(({ element }) => element),
    after,
    live,
  );
  const keep = makeKeepButtons({
    text: () => wholeText(activity, model.get("texts")),
    file: `${activity.id}.txt`,
    page: () => makePage(activity, model.get("texts")),
    title: activity.title,
    root,
    announce,
  });
  after.append(keep, eraser.element);

  function paint() {
    const hadFocus = after.matches(":focus-within");
    const texts = model.get("texts");
    for (const { id, show } of questions) show(writtenFor(texts, id));
    after.hidden = !wholeText(activity, texts);
    if (after.hidden) eraser.close();
    if (hadFocus && after.hidden) questions[0].box.focus();
  }

  function erase() {
    change({ texts: {} });
    announce(say("text_erased"));
  }

  return { root, paint };
}

/**
 * Make the button that erases everything, once it has been asked twice.
 *
 * @param {{erase: () => void, cancel: () => void}} acts
 * @returns {{element: HTMLElement, close: () => void}}
 */
function makeEraser({ erase, cancel }) {
  const first = makeButton(say("erase_text"), open);
  const keep = makeButton(say("keep_it"), stay);
  const sure = make(
    "div",
    { class: "lk-sure", role: "group", "aria-label": say("erase_sure"), hidden: true },
    make("p", {}, say("erase_sure")),
    make("div", { class: "lk-tools" }, keep, makeButton(say("erase_now"), erase)),
  );
  sure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stay();
  });

  function open() {
    sure.hidden = false;
    first.hidden = true;
    keep.focus();
  }

  function close() {
    sure.hidden = true;
    first.hidden = false;
  }

  function stay() {
    close();
    first.focus();
    cancel();
  }

  return { element: make("div", { class: "lk-eraser" }, first, sure), close };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, ["texts"], buildView);
}

export default { render };

/**
 * What the reader decides about their answers, on every page: whether they are remembered, and an
 * end to them. A script of its own, which comes when it is wanted. Parts to go in front:
 * `remembering`.
 */

/**
 * Fill the panel at the foot of the page and, where there is a place for it, the choice in its text.
 *
 * @param {BookPage} page
 */
function startAnswersPanel(page) {
  const { answers } = page;
  const here = document.querySelector(".lk-answers-panel-here");
  if (here) {
    const { element, paint } = makeAnswersChoice(answers);
    here.classList.add("lk");
    here.append(element);
    answers.onChange(paint);
    paint();
  }
  const panel = /** @type {HTMLDetailsElement} */ (document.querySelector(".lk-answers-panel"));
  const { element, paint } = makeAnswersChoice(answers);
  element.append(...makeCourseLink(panel.dataset.course), makeEraser(page));
  panel.append(element);
  const paintIfOpen = () => {
    if (panel.open) paint();
  };
  panel.addEventListener("toggle", paintIfOpen);
  answers.onChange(paintIfOpen);
  paintIfOpen();
}

/** @param {AnswerStore} answers @returns {{element: HTMLElement, paint: () => void}} the choice, and how it stands */
function makeAnswersChoice(answers) {
  const { element: live, announce } = makeAnnouncer();
  // The choice asks a widget's model; here the answers stand in for one.
  /** @type {{[trait: string]: () => any}} */
  const traits = { course_page_suffix: () => ".html", course_remembered: answers.remembered };
  const model = /** @type {any} */ ({ get: (/** @type {string} */ name) => traits[name]() });
  const choice = makeRememberSwitch({
    model,
    change: ({ course_remembered }) => answers.remember(course_remembered),
    announce,
  });
  const state = make("p", { class: "lk-small" });
  return {
    element: make("div", { class: "lk-frame" }, choice.element, state, live),
    paint() {
      choice.paint();
      state.textContent = howAnswersStand(answers);
    },
  };
}

/** @param {AnswerStore} answers @returns {string} */
function howAnswersStand(answers) {
  const count = Object.keys(answers.progress().answers).length;
  if (!count) return say("panel_nothing");
  return say(answers.remembered() ? "panel_on_device" : "panel_in_tab", { count });
}

/** @param {string | undefined} address @returns {HTMLElement[]} */
function makeCourseLink(address) {
  if (!address) return [];
  return [make("p", {}, make("a", { href: address }, say("panel_course")))];
}

/** @param {BookPage} page @returns {HTMLElement} the button that erases everything, once it has been asked again */
function makeEraser(page) {
  const status = make("p", { tabindex: -1, hidden: true });
  const begin = makeButton(say("panel_erase"), ask);
  const keep = makeButton(say("panel_keep"), () => show(begin, begin));
  const sure = make("p");
  const question = make(
    "div",
    { role: "group", "aria-label": say("panel_erase"), hidden: true },
    sure,
    make("div", { class: "lk-tools" }, keep, makeButton(say("panel_erase_now"), erase)),
  );
  question.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") show(begin, begin);
  });

  /** @param {HTMLElement} shown @param {HTMLElement} focused */
  function show(shown, focused) {
    for (const each of [begin, question, status]) each.hidden = each !== shown;
    focused.focus();
  }

  function ask() {
    sure.textContent = say("panel_sure");
    if (page.eraseOffline) sure.append(" ", say("panel_sure_offline"));
    show(question, keep);
  }

  async function erase() {
    page.answers.erase();
    const erased = [say("panel_erased")];
    if (page.eraseOffline) {
      const isDone = await page.eraseOffline().then(
        () => true,
        () => false,
      );
      erased.push(say(isDone ? "panel_offline_erased" : "panel_offline_left"));
    }
    status.textContent = erased.join(" ");
    show(status, status);
    begin.hidden = false;
  }

  return make("div", { class: "lk-eraser" }, begin, question, status);
}

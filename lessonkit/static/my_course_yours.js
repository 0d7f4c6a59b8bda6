/** What is the learner's: whether it is remembered, a copy of it, a page to print, and an end to it. */

const COPY_FILE = "progress.json";

/**
 * @typedef {object} YoursTools
 * @property {WidgetModel} model
 * @property {(changes: {[trait: string]: any}) => void} change
 * @property {(message: string) => void} announce
 * @property {CourseActivity} course
 * @property {string} own the key under which the notes are kept
 * @property {HTMLElement} root where helper elements may stand for a moment
 */

/**
 * Make a question that has to be answered before something is lost. Escape says no.
 *
 * @param {string} yes the words of the button that goes on
 * @param {() => void} goOn
 * @param {() => void} stay
 * @returns {{element: HTMLElement, ask: (words: string) => void, close: () => void}}
 */
function makeAsking(yes, goOn, stay) {
  const words = make("p", { dir: "auto" });
  const keep = makeButton(say("keep_things"), stay);
  const element = make(
    "div",
    {
      class: "lk-sure",
      role: "group",
      hidden: true,
      keydown: (/** @type {KeyboardEvent} */ { key }) => {
        if (key === "Escape") stay();
      },
    },
    words,
    make("div", { class: "lk-tools" }, keep, makeButton(yes, goOn)),
  );
  return {
    element,
    ask(asked) {
      words.textContent = asked;
      setAttribute(element, "aria-label", asked);
      element.hidden = false;
      keep.focus();
    },
    close() {
      element.hidden = true;
    },
  };
}

/**
 * @typedef {object} CourseStatus says what was done last, in the part where it was done
 * @property {(part: HTMLElement, message: string) => void} tell
 * @property {(part: HTMLElement, message: string) => void} goTo brings the focus there
 * @property {() => void} hide
 */

/** @param {(message: string) => void} announce @returns {CourseStatus} */
function makeCourseStatus(announce) {
  const element = make("p", { class: "lk-course-status", tabindex: -1, hidden: true });

  /** @param {HTMLElement} part @param {string} message */
  function show(part, message) {
    element.textContent = message;
    element.hidden = false;
    if (element.parentElement !== part) part.append(element);
  }

  return {
    tell(part, message) {
      show(part, message);
      announce(message);
    },
    // What has the focus is read aloud, and need not be announced.
    goTo(part, message) {
      show(part, message);
      element.focus();
    },
    hide() {
      element.hidden = true;
    },
  };
}

/** @param {...(Node | null)} children @returns {HTMLElement} */
function makeYoursPart(...children) {
  return make("div", { class: "lk-yours-part" }, ...children);
}

/** @param {YoursTools} tools @returns {{element: HTMLElement, paint: () => void, goOn: () => void}} */
function makeYours(tools) {
  const { model, change, announce } = tools;
  const remembering = makeRememberSwitch({ model, change, announce });
  const status = makeCourseStatus(announce);
  return {
    element: make(
      "div",
      { class: "lk-yours", role: "group", "aria-label": say("what_is_yours") },
      make("p", { class: "lk-course-heading", "aria-hidden": "true" }, say("what_is_yours")),
      remembering.element,
      makeCopying(tools, status),
      makePrinting(tools),
      makeErasing(tools, status),
    ),
    paint: remembering.paint,
    /** What was done last need not be said any longer. */
    goOn: status.hide,
  };
}

/** @param {YoursTools} tools @returns {HTMLElement} */
function makePrinting({ model, course, root }) {
  const withWriting = make("input", { type: "checkbox", checked: true });

  function print() {
    const [progress, notes] = [model.get("course_progress"), model.get("notes")];
    printAlone(course.title, makeCoursePage(course, progress, notes, withWriting.checked), root);
  }

  return makeYoursPart(
    make("p", { class: "lk-small" }, say("about_printing")),
    make(
      "div",
      { class: "lk-tools" },
      makeButton(say("print_course"), print),
      make("label", { class: "lk-tick" }, withWriting, make("span", {}, say("with_writing"))),
    ),
  );
}

/** @param {YoursTools} tools @param {CourseStatus} status @returns {HTMLElement} */
function makeCopying({ model, change, own }, status) {
  /** @type {CopyFound | undefined} */
  let found;
  const input = make("input", {
    type: "file",
    accept: ".json,application/json",
    class: "lk-hidden-text",
    change: take,
  });
  const asking = makeAsking(say("take_copy"), bringBack, () => {
    asking.close();
    status.goTo(part, say("copy_left"));
  });
  const part = makeYoursPart(
    make("p", { class: "lk-small" }, say("about_copies")),
    make(
      "div",
      { class: "lk-tools" },
      makeButton(say("save_copy"), save),
      make("label", { class: "lk-file" }, input, make("span", {}, say("bring_back"))),
    ),
    asking.element,
  );

  function save() {
    const text = progressText(model.get("course_progress"), own, model.get("notes"));
    saveText(COPY_FILE, text, "application/json");
    status.tell(part, say("copy_saved", { file: COPY_FILE }));
  }

  async function take() {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = await file.text().catch(() => null);
    // The same file can be chosen again, once it has been put right.
    input.value = "";
    asking.close();
    if (text === null) return status.goTo(part, say("copy_unreadable"));
    const read = readCopy(text, model.get("course_progress"), own);
    if ("problem" in read) {
      status.goTo(part, say(read.problem, { file: COPY_FILE, course: read.course }));
      return;
    }
    found = read;
    if (!read.replaced && !read.notes) return bringBack();
    status.hide();
    const lost = [
      ...(read.replaced ? [say("other_answers", { count: read.replaced })] : []),
      ...(read.notes ? [say("other_notes", { count: read.notes })] : []),
    ];
    asking.ask([...lost, say("take_their_place")].join(" "));
  }

  function bringBack() {
    asking.close();
    if (!found) return;
    change({ course_progress: found.document });
    const { activities } = found;
    const back = say("copy_is_back");
    status.goTo(part, activities ? `${back} ${say("with_answers", { count: activities })}` : back);
  }

  return part;
}

/** @param {string[]} words @returns {string} as the page's language joins them */
function inAList(words) {
  return new Intl.ListFormat(spokenLanguage()).format(words);
}

/** @param {YoursTools} tools @param {CourseStatus} status @returns {HTMLElement} */
function makeErasing({ model, change, own }, status) {
  const begin = makeButton(say("erase_everything"), () => {
    if (!whatGoes().length) return status.goTo(part, say("nothing_to_erase"));
    status.hide();
    begin.hidden = true;
    first.ask(say("erase_first"));
  });
  const first = makeAsking(
    say("erase_go_on"),
    () => {
      first.close();
      second.ask(say("erase_second", { what: inAList(whatGoes()) }));
    },
    stay,
  );
  const second = makeAsking(say("erase_now"), erase, stay);
  const part = makeYoursPart(
    make("p", { class: "lk-small" }, say("about_erasing")),
    make("div", { class: "lk-tools" }, begin),
    first.element,
    second.element,
  );

  function stay() {
    first.close();
    second.close();
    begin.hidden = false;
    begin.focus();
  }

  /** @returns {string[]} */
  function whatGoes() {
    const activities = touchedActivities(model.get("course_progress"), own).length;
    const notes = Object.keys(textsOf(model.get("notes"))).length;
    return [
      ...(activities ? [say("goes_answers", { count: activities })] : []),
      ...(notes ? [say("goes_notes", { count: notes })] : []),
      ...(model.get("course_remembered") ? [say("goes_remembering")] : []),
    ];
  }

  function erase() {
    const what = inAList(whatGoes());
    change({ course_progress: progressWith(model.get("course_progress"), {}) });
    if (model.get("course_remembered")) change({ course_remembered: false });
    second.close();
    begin.hidden = false;
    status.goTo(part, say("is_erased", { what }));
  }

  return part;
}

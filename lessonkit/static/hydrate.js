/**
 * Brings the widgets of a published page to life where no kernel is.
 *
 * A classic script, since a page that was opened as a file may not load modules: each front end
 * comes as a text (`lessonkitFrontEnds`) and becomes a module here. Anything that follows the
 * anywidget front-end module contract gets a model, which two views of it share.
 */
"use strict";
{
  /**
   * @typedef {{[name: string]: any}} State the traits of a widget
   * @typedef {{path: (string | number)[], data: string}} SavedBuffer bytes in base 64, and the trait that they belong in
   * @typedef {{state: State, front_end?: string, buffers?: SavedBuffer[]}} SavedModel
   * @typedef {{course: string, words: {[entry: string]: string}, models: {[id: string]: SavedModel}}} Page
   * @typedef {(...details: any[]) => void} Listener
   * @typedef {ReturnType<typeof createModel>["model"]} Model
   * @typedef {{initialize?: Function, render?: Function}} Widget a front end's default export
   */

  /** @type {Page} */
  const page = { course: "", words: {}, models: {} };
  /** @type {Map<string, Promise<any>>} */
  const modules = new Map();
  /** @type {Map<string, ReturnType<typeof createModel>>} */
  const models = new Map();
  /** @type {Map<string, Promise<{widget: Widget, exports: any}>>} */
  const widgets = new Map();
  /** @type {{lessonkitFrontEnds?: {[name: string]: string}, lessonkitAnswers: (course: string) => AnswerStore}} */
  const { lessonkitFrontEnds: frontEnds = {}, lessonkitAnswers } = /** @type {any} */ (self);
  /** @type {AnswerStore} */
  let answers;
  const experimental = {
    invoke: () => Promise.reject(new Error("[lessonkit] there is no kernel behind this page")),
  };

  /**
   * Tell whether two values are the same to a reader; bytes and other objects only by identity.
   *
   * @param {any} a
   * @param {any} b
   * @returns {boolean}
   */
  function same(a, b) {
    if (Object.is(a, b)) return true;
    if (kind(a) !== kind(b) || (kind(a) !== "array" && kind(a) !== "object")) return false;
    if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return false;
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => same(a[name], b[name]));
  }

  /** @param {any} value @returns {string} */
  function kind(value) {
    return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  }

  /**
   * Make the model that a front end reads and writes.
   *
   * @param {State} state
   */
  function createModel(state) {
    const initial = answersIn(state);
    Object.assign(state, keptAnswers(state), showsCourse(state) ? courseTraits() : {});
    /** @type {Set<string>} */
    const unsaved = new Set();
    /** @type {Map<string, Listener[]>} */
    const listeners = new Map();
    /** @param {string} event @param {...any} details */
    const tell = (event, ...details) => {
      for (const listener of [...(listeners.get(event) ?? [])]) listener(...details);
    };
    /** @param {State} wanted @returns {string[]} the traits that it changes */
    const put = (wanted) => {
      const changed = Object.keys(wanted).filter((each) => !same(state[each], wanted[each]));
      for (const each of changed) state[each] = wanted[each];
      for (const each of changed) tell(`change:${each}`, model, state[each]);
      if (changed.length) tell("change", model);
      return changed;
    };
    const model = {
      /** @param {string} name */
      get: (name) => state[name],
      /** @param {string | State} name @param {any} [value] */
      set(name, value) {
        const changed = put(typeof name === "string" ? { [name]: value } : name);
        for (const each of changed) unsaved.add(each);
      },
      /** @param {string} events @param {Listener} listener */
      on(events, listener) {
        for (const event of events.split(" ")) {
          listeners.set(event, [...(listeners.get(event) ?? []), listener]);
        }
      },
      /** @param {string | null} [events] @param {Listener | null} [listener] */
      off(events, listener) {
        for (const event of events?.split(" ") ?? [...listeners.keys()]) {
          const left = (listeners.get(event) ?? []).filter((each) => listener && each !== listener);
          listeners.set(event, left);
        }
      },
      save_changes() {
        const changed = new Set(unsaved);
        unsaved.clear();
        save(state, changed);
      },
      send() {},
      widget_manager: { get_model: getModel },
    };
    return { model, state, initial, put };
  }

  /** @param {State} state @returns {State} the learner's traits */
  function answersIn({ learner_traits = [], ...state }) {
    return Object.fromEntries(
      learner_traits.map((/** @type {string} */ name) => [name, state[name]]),
    );
  }

  /** @param {State} state @returns {string | undefined} what the answers are kept under */
  function activityOf({ activity_key, learner_traits }) {
    return learner_traits?.length && activity_key ? activity_key : undefined;
  }

  /**
   * Do what a front end has asked for: keep the learner's answers, or replace those of the course.
   *
   * @param {State} state
   * @param {Set<string>} changed the traits that the front end has set
   */
  function save(state, changed) {
    /** @param {string} name */
    const isChanged = (name) => changed.has(name);
    if (changed.has("course_progress")) {
      answers.replace(state.course_progress);
      showAnswers();
    } else if (activityOf(state) && state.learner_traits.some(isChanged)) {
      answers.write(state.activity_key, answersIn(state));
    }
    if (changed.has("course_remembered")) answers.remember(Boolean(state.course_remembered));
    tellCourse();
  }

  /** Show what is kept now, of one activity or of all. @param {string} [activity] */
  function showAnswers(activity) {
    for (const { state, initial, put } of models.values()) {
      const own = activityOf(state);
      if (own && (!activity || own === activity)) put({ ...initial, ...keptAnswers(state) });
    }
    tellCourse();
  }

  /** Keep what this page shows in the tab, now that the device remembers it no longer. */
  function keepAll() {
    for (const { state } of models.values()) {
      if (activityOf(state)) answers.write(state.activity_key, answersIn(state));
    }
    tellCourse();
  }

  /** Let the widgets that show the whole course know how it stands. */
  function tellCourse() {
    for (const { state, put } of models.values()) if (showsCourse(state)) put(courseTraits());
  }

  /** @param {State} state @returns {boolean} */
  const showsCourse = (state) => "course_progress" in state;

  const courseTraits = () => ({
    course_progress: answers.progress(),
    course_remembered: answers.remembered(),
    course_page_suffix: ".html",
  });

  /** @param {State} state @returns {State} what is kept of a widget's answers; damaged ones are set aside */
  function keptAnswers(state) {
    const activity = activityOf(state);
    const kept = activity && answers.read(activity);
    if (!kept) return {};
    const names = state.learner_traits.filter((/** @type {string} */ name) => name in kept);
    const fits = (/** @type {string} */ name) =>
      state[name] === null || kind(kept[name]) === kind(state[name]);
    if (names.every(fits)) {
      return Object.fromEntries(names.map((/** @type {string} */ name) => [name, kept[name]]));
    }
    answers.setAside(activity);
    return {};
  }

  /** @param {string} id @returns {Promise<Model>} */
  async function getModel(id) {
    const known = models.get(id);
    if (known) return known.model;
    const saved = page.models[id];
    if (!saved) throw new Error(`there is no widget ${id} on this page`);
    for (const { path, data } of saved.buffers ?? []) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const holder = path.slice(0, -1).reduce((part, name) => part[name], saved.state);
      holder[path[path.length - 1]] = new DataView(bytes.buffer);
    }
    const made = createModel(saved.state);
    models.set(id, made);
    return made.model;
  }

  /** @param {string} name @returns {Promise<any>} the front end's module, loaded once */
  function load(name) {
    const loading = modules.get(name) ?? importText(frontEnds[name]);
    modules.set(name, loading);
    return loading;
  }

  /** @param {string | undefined} text a module's text, or its address */
  async function importText(text) {
    if (!text) throw new Error(page.words.no_front_end);
    if (/^https?:/.test(text)) return import(text);
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    return import(address).finally(() => URL.revokeObjectURL(address));
  }

  /** @param {string} id @returns {Promise<{widget: Widget, exports: any}>} initialized once */
  function getWidget(id) {
    const starting = widgets.get(id) ?? startWidget(id);
    widgets.set(id, starting);
    return starting;
  }

  /** @param {string} id */
  async function startWidget(id) {
    const model = await getModel(id);
    const module = await load(page.models[id].front_end ?? "");
    const exported = typeof module.default === "function" ? await module.default() : module.default;
    const widget = module.render ? { render: module.render } : exported;
    if (!widget) throw new Error("its module has no default export");
    const { signal } = new AbortController();
    return { widget, exports: await widget.initialize?.({ model, signal, experimental }) };
  }

  /** @param {string} id @param {HTMLElement} el @param {AbortSignal} signal */
  async function render(id, el, signal) {
    const model = await getModel(id);
    const { widget } = await getWidget(id);
    // What render returns would end the view. Nothing does: a page that is left may come back.
    await widget.render?.({ model, el, signal, experimental, host });
  }

  /** @param {string} reference @returns {string} */
  const named = (reference) => reference.replace(/^anywidget:/, "");
  const host = {
    /** @param {string} reference */
    getModel: (reference) => getModel(named(reference)),
    /** @param {string} reference */
    async getWidget(reference) {
      const { exports } = await getWidget(named(reference));
      return {
        exports,
        /** @param {{el: HTMLElement, signal?: AbortSignal}} view */
        render: ({ el, signal = new AbortController().signal }) =>
          render(named(reference), el, signal),
      };
    },
  };

  /** Put a live view into a slot, or leave its static form. @param {HTMLElement} slot */
  async function mount(slot) {
    const id = slot.dataset.model ?? "";
    const controller = new AbortController();
    const live = document.createElement("div");
    live.className = ["lk-live", ...(page.models[id]?.state._dom_classes ?? [])].join(" ");
    slot.append(live);
    try {
      await render(id, live, controller.signal);
      slot.dataset.mounted = "";
    } catch (error) {
      controller.abort();
      live.remove();
      fail(slot, error);
    }
  }

  /** @param {HTMLElement} slot @param {any} error */
  function fail(slot, error) {
    const cause = String(error?.message ?? error);
    const summary = document.createElement("summary");
    summary.textContent = page.words.failed;
    const text = document.createElement("p");
    text.textContent = page.words.cause.replace("{cause}", () => cause);
    const details = document.createElement("details");
    details.className = "lk-failure";
    details.append(summary, text);
    slot.prepend(details);
    slot.dataset.failed = "";
    console.error(`[lessonkit] widget ${slot.dataset.model} could not start: ${cause}`, error);
  }

  for (const script of document.querySelectorAll("script.lk-state")) {
    const { models: more, ...rest } = JSON.parse(script.textContent ?? "");
    Object.assign(page, rest);
    Object.assign(page.models, more);
  }
  answers = lessonkitAnswers(page.course);
  answers.listen({
    changed: showAnswers,
    remembering: () => (answers.remembered() ? showAnswers() : keepAll()),
  });
  for (const slot of document.querySelectorAll(".lk-widget[data-model]")) {
    void mount(/** @type {HTMLElement} */ (slot));
  }
}

/** Gives a front end the model that it reads and writes. Parts to go in front: `live_answers`. */

/**
 * @typedef {{[name: string]: any}} LiveState the traits of a widget
 * @typedef {{path: (string | number)[], data: string}} SavedBuffer bytes in base 64, and the trait that they belong in
 * @typedef {{state: LiveState, front_end?: string, buffers?: SavedBuffer[]}} SavedModel
 * @typedef {ReturnType<typeof makeLive>} Live a model, and what the page does with it
 */

/** @type {{[id: string]: SavedModel}} what has come with the page, or after it */
const savedModels = {};
/** @type {Map<string, Live>} */
const liveModels = new Map();

/** @param {any} value @returns {string} */
function kindOfValue(value) {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/**
 * Tell whether two values are the same to a reader; bytes and other objects only by identity.
 *
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
function isSameValue(a, b) {
  if (Object.is(a, b)) return true;
  const kind = kindOfValue(a);
  if (kind !== kindOfValue(b) || (kind !== "array" && kind !== "object")) return false;
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return false;
  const names = Object.keys(a);
  const isSame = (/** @type {string} */ name) => isSameValue(a[name], b[name]);
  return names.length === Object.keys(b).length && names.every(isSame);
}

/** @param {string} id @returns {Live} the model, which all views of it share */
function liveModel(id) {
  const known = liveModels.get(id);
  if (known) return known;
  const saved = savedModels[id];
  if (!saved) throw new Error(`there is no widget ${id} on this page`);
  for (const { path, data } of saved.buffers ?? []) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const holder = path.slice(0, -1).reduce((part, name) => part[name], saved.state);
    holder[path[path.length - 1]] = new DataView(bytes.buffer);
  }
  const made = makeLive(saved.state);
  liveModels.set(id, made);
  awaitedAnswers.delete(saved.state.activity_key);
  return made;
}

/** @param {LiveState} state */
function makeLive(state) {
  const untouched = answersIn(state);
  Object.assign(state, keptAnswers(state, untouched), showsCourse(state) ? courseTraits() : {});
  /** @type {Set<string>} */
  const unsaved = new Set();
  /** @type {Map<string, ((...details: any[]) => void)[]>} */
  const listeners = new Map();
  /** @param {string} event @param {...any} details */
  const tell = (event, ...details) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(...details);
  };
  /** @param {LiveState} wanted @returns {string[]} the traits that it changes */
  const put = (wanted) => {
    const changed = Object.keys(wanted).filter((name) => !isSameValue(state[name], wanted[name]));
    for (const name of changed) state[name] = wanted[name];
    for (const name of changed) tell(`change:${name}`, model, state[name]);
    if (changed.length) tell("change", model);
    markBegun();
    return changed;
  };
  /** @type {HTMLElement[]} */
  const slots = [];
  const markBegun = () => {
    // What is no learner's to begin shows how things stand from the first.
    const isBegun = !state.learner_traits?.length || !isSameValue(answersIn(state), untouched);
    for (const { dataset } of slots) {
      if (isBegun) dataset.begun = "";
      else delete dataset.begun;
    }
  };
  const model = {
    /** @param {string} name */
    get: (name) => state[name],
    /** @param {string | LiveState} name @param {any} [value] */
    set(name, value) {
      for (const changed of put(typeof name === "string" ? { [name]: value } : name))
        unsaved.add(changed);
    },
    /** @param {string} events @param {(...details: any[]) => void} listener */
    on(events, listener) {
      for (const event of events.split(" "))
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    /** @param {string | null} [events] @param {((...details: any[]) => void) | null} [listener] */
    off(events, listener) {
      for (const event of events?.split(" ") ?? [...listeners.keys()]) {
        const left = (listeners.get(event) ?? []).filter((each) => listener && each !== listener);
        listeners.set(event, left);
      }
    },
    save_changes() {
      const changed = new Set(unsaved);
      unsaved.clear();
      saveAnswers(state, changed);
    },
    send() {},
    widget_manager: { get_model: async (/** @type {string} */ id) => liveModel(id).model },
  };
  return {
    model,
    state,
    put,
    untouched,

    /** Let a slot tell whether there is more to print than its worksheet. @param {HTMLElement} slot */
    standIn(slot) {
      slots.push(slot);
      markBegun();
    },
  };
}

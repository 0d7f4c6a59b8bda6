/**
 * Where the answers of a course are kept in a browser: in this tab, or, where the learner wishes
 * it, on this device. Nothing here draws, and nothing leaves the browser. Parts to go in front:
 * `safe_storage`.
 */

/** @typedef {{[trait: string]: any}} AnswerValues the learner's traits of one activity */

const ANSWERS_FORMAT = "lessonkit-progress";
const ANSWERS_VERSION = 1;
const REMEMBERED = "yes";
/** Each stands for a moment where `REMEMBERED` does, so that other tabs hear what has happened. */
const REPLACED = "replaced";
const ERASED = "erased";
const DAMAGED = /:damaged(-\d+)?$/;

/** @param {unknown} value @returns {value is AnswerValues} */
function areAnswers(value) {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** @param {string | null} text @returns {AnswerValues | undefined} nothing where it holds no answers */
function parsedAnswers(text) {
  const values = text === null ? text : attempt(() => JSON.parse(text));
  return areAnswers(values) ? values : undefined;
}

/**
 * Open the answers of a course.
 *
 * @param {string} course
 * @param {(entry: string) => void} notify says in one line what could not be done
 * @returns {AnswerStore}
 */
function openAnswers(course, notify) {
  const start = `lessonkit:${course}:`;
  const flag = `lessonkit-remember:${course}`;
  const device = makeSafeStorage("localStorage");
  const tab = makeSafeStorage("sessionStorage");
  /** @type {((activity?: string) => void)[]} */
  const listeners = [];
  /** @type {{changed: (activity?: string) => void, remembering: () => void}[]} */
  const hosts = [];
  let hasLeft = false;

  const isRemembered = () => device.get(flag) === REMEMBERED;
  const place = () => (isRemembered() ? device : tab);

  /** @param {string} name @returns {string} the key of a text that is no activity's */
  const textKey = (name) => `lessonkit-${name}:${course}`;

  /** @param {string} key @returns {boolean} whether an answer or a text of this course is kept under it */
  function isOurs(key) {
    if (key.startsWith(start)) return true;
    const [name] = key.split(":", 1);
    return name.startsWith("lessonkit-") && key === `${name}:${course}` && key !== flag;
  }

  /** @param {SafeStorage} storage @returns {string[]} */
  const keysIn = (storage) => storage.keys().filter(isOurs);

  /** @param {SafeStorage} storage */
  function empty(storage) {
    for (const key of keysIn(storage)) storage.remove(key);
  }

  /** Let everyone know who shows what is kept. @param {string} [activity] */
  function tell(activity) {
    for (const { changed } of hosts) changed(activity);
    for (const listener of listeners) listener(activity);
  }

  /** @param {string} activity @returns {AnswerValues | undefined} */
  function read(activity) {
    const text = place().get(start + activity);
    const values = parsedAnswers(text);
    if (text === null || values) return values;
    setAside(activity);
    place().remove(start + activity);
    return undefined;
  }

  /** @param {string} activity */
  function setAside(activity) {
    const text = place().get(start + activity);
    if (text === null) return;
    const first = `${start}${activity}:damaged`;
    const copies = keysIn(place()).filter((key) => key.startsWith(first));
    if (copies.some((key) => place().get(key) === text)) return;
    place().keep(copies.length ? `${first}-${copies.length + 1}` : first, text);
    notify("answers_set_aside");
  }

  /** @param {string} activity @param {AnswerValues} values */
  function keep(activity, values) {
    const trouble = place().keep(start + activity, JSON.stringify(values));
    if (trouble) notify(`answers_${trouble}`);
  }

  /** @returns {{[activity: string]: AnswerValues}} */
  function all() {
    const activities = keysIn(place())
      .filter((key) => key.startsWith(start) && !DAMAGED.test(key))
      .map((key) => key.slice(start.length));
    const found = activities.map((activity) => [activity, read(activity)]);
    return Object.fromEntries(found.filter(([, values]) => values));
  }

  /** Answers that are only in this tab join those on the device. */
  function join() {
    for (const key of keysIn(tab)) {
      const text = tab.get(key) ?? "";
      // What finds no room on the device stays in the tab as well.
      if (device.get(key) !== null || !device.keep(key, text)) tab.remove(key);
    }
  }

  /** @param {boolean} wanted @returns {boolean} whether all could be moved; otherwise nothing was */
  function move(wanted) {
    const [from, to] = wanted ? [tab, device] : [device, tab];
    const keys = keysIn(from).filter((key) => to.get(key) === null);
    const isMoved =
      keys.every((key) => to.put(key, from.get(key) ?? "") === "") &&
      (!wanted || device.put(flag, REMEMBERED) === "");
    if (!isMoved) {
      for (const key of keys) to.remove(key);
      return false;
    }
    if (!wanted) device.remove(flag);
    empty(from);
    return true;
  }

  if (isRemembered()) join();

  addEventListener("storage", ({ key, oldValue, newValue }) => {
    if (key !== null) device.drop(key);
    device.retry();
    const isSwitch = ![oldValue, newValue].some((value) => value === REPLACED || value === ERASED);
    if (key === flag && isSwitch) {
      if (isRemembered()) join();
      for (const { remembering } of hosts) remembering();
      for (const listener of listeners) listener();
    } else if (key === null || key === flag) {
      tell();
    } else if (key.startsWith(start) && isRemembered()) {
      tell(key.slice(start.length));
    }
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tell();
  });

  return {
    read,
    setAside,

    write(activity, values) {
      if (hasLeft) return;
      keep(activity, values);
      for (const listener of listeners) listener(activity);
    },

    progress: () => ({
      format: ANSWERS_FORMAT,
      version: ANSWERS_VERSION,
      course,
      saved: new Date().toISOString(),
      answers: all(),
    }),

    replace(progress) {
      if (!areAnswers(progress?.answers)) return;
      empty(place());
      for (const [activity, values] of Object.entries(progress.answers)) {
        if (areAnswers(values)) keep(activity, values);
      }
      if (isRemembered()) {
        device.put(flag, REPLACED);
        device.put(flag, REMEMBERED);
      }
      tell();
    },

    remembered: () => (device.isOpen() ? isRemembered() : null),

    remember(wanted) {
      if (!device.isOpen() || wanted === isRemembered()) return;
      if (!move(wanted)) notify(wanted ? "answers_not_remembered" : "answers_not_moved");
      tell();
    },

    erase() {
      const wasRemembered = isRemembered();
      for (const storage of [tab, device]) empty(storage);
      if (wasRemembered) device.put(flag, ERASED);
      device.remove(flag);
      tell();
    },

    leave() {
      if (isRemembered()) return;
      hasLeft = true;
      empty(tab);
    },

    readText: (name) => place().get(textKey(name)),

    writeText(name, text) {
      if (hasLeft) return;
      if (text === null) place().remove(textKey(name));
      else place().keep(textKey(name), text);
    },

    onChange: (listener) => void listeners.push(listener),
    listen: (host) => void hosts.push(host),
  };
}

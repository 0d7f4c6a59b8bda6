/**
 * Where the answers of a course are kept in a browser: in this tab, or, where the learner wishes
 * it, on this device. Nothing here draws, and nothing leaves the browser.
 *
 * A classic script, like hydrate.js: it leaves one function, `lessonkitAnswers`.
 */
"use strict";
{
  /**
   * @typedef {{[trait: string]: any}} Values the learner's traits of one activity
   * @typedef {{[activity: string]: Values}} Answers
   */

  const FORMAT = "lessonkit-progress";
  const VERSION = 1;
  const ON = "yes";
  /** Stands for a moment where `ON` does, so that other tabs hear that everything has changed. */
  const REPLACED = "replaced";

  /** @param {any} value @returns {boolean} */
  const isObject = (value) => Object.prototype.toString.call(value) === "[object Object]";

  /** @param {"localStorage" | "sessionStorage"} name @returns {Storage | null} nothing where it is forbidden */
  function storageCalled(name) {
    try {
      return self[name];
    } catch {
      return null;
    }
  }

  /** @param {string | null} text @returns {any} nothing where it is no JSON */
  function parsed(text) {
    try {
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /**
   * Open the answers of a course.
   *
   * @param {string} course
   * @returns {AnswerStore}
   */
  function openAnswers(course) {
    const start = `lessonkit:${course}:`;
    const end = ":damaged";
    const flag = `lessonkit-remember:${course}`;
    const device = storageCalled("localStorage");
    const tab = storageCalled("sessionStorage");

    /** Do what a full or forbidden storage may refuse. @template Result @param {() => Result} act @returns {Result | undefined} */
    function attempt(act) {
      try {
        return act();
      } catch {
        return undefined;
      }
    }

    /** @returns {boolean} */
    const isRemembered = () => attempt(() => device?.getItem(flag)) === ON;
    const storage = () => (isRemembered() ? device : tab);

    /** @param {Storage | null} place @returns {string[]} every name under which this course keeps something */
    function namesIn(place) {
      const names = attempt(() => Object.keys(place ?? {})) ?? [];
      return names.filter((name) => name.startsWith(start));
    }

    /** @param {Storage | null} place */
    function empty(place) {
      for (const name of namesIn(place)) attempt(() => place?.removeItem(name));
    }

    /** Copy what the other place does not have. @param {Storage | null} from @param {Storage | null} to */
    function copy(from, to) {
      for (const name of namesIn(from)) {
        if (to?.getItem(name) === null) to.setItem(name, from?.getItem(name) ?? "");
      }
    }

    /** @param {string} activity @returns {Values | undefined} damaged ones are set aside */
    function read(activity) {
      const text = attempt(() => storage()?.getItem(start + activity)) ?? null;
      const values = parsed(text);
      if (text !== null && !isObject(values)) setAside(activity);
      return isObject(values) ? values : undefined;
    }

    /** @param {string} activity */
    function setAside(activity) {
      attempt(() => {
        const text = storage()?.getItem(start + activity) ?? "";
        storage()?.setItem(start + activity + end, text);
        storage()?.removeItem(start + activity);
      });
      console.warn(`[lessonkit] the answers of ${activity} were damaged and are set aside`);
    }

    /** @returns {Answers} */
    function all() {
      const activities = namesIn(storage())
        .filter((name) => !name.endsWith(end))
        .map((name) => name.slice(start.length));
      const found = activities.map((activity) => [activity, read(activity)]);
      return Object.fromEntries(found.filter(([, values]) => values));
    }

    /** Answers that are only in this tab join those on the device. */
    function join() {
      const joined = attempt(() => copy(tab, device) ?? true);
      if (joined) empty(tab);
    }

    if (isRemembered()) join();

    return {
      read,
      setAside,

      /** @param {string} activity @param {Values} values */
      write(activity, values) {
        attempt(() => storage()?.setItem(start + activity, JSON.stringify(values)));
      },

      /** @returns {CourseProgress} all answers, in the form in which they can be taken away */
      progress: () => ({
        format: FORMAT,
        version: VERSION,
        course,
        saved: new Date().toISOString(),
        answers: all(),
      }),

      /** Put the answers of a progress document in the place of all that are here. @param {any} progress */
      replace(progress) {
        if (!isObject(progress?.answers)) return;
        empty(storage());
        for (const [activity, values] of Object.entries(progress.answers)) {
          if (isObject(values)) this.write(activity, values);
        }
        if (!isRemembered()) return;
        attempt(() => device?.setItem(flag, REPLACED));
        attempt(() => device?.setItem(flag, ON));
      },

      /** @returns {boolean | null} whether answers are kept on this device; null where they cannot be */
      remembered: () =>
        attempt(() => device?.getItem(flag)) === undefined ? null : isRemembered(),

      /** Keep the answers on this device, or no longer. @param {boolean} wanted */
      remember(wanted) {
        if (wanted === isRemembered()) return;
        const [from, to] = wanted ? [tab, device] : [device, tab];
        try {
          copy(from, to);
          if (wanted) device?.setItem(flag, ON);
          else device?.removeItem(flag);
          empty(from);
        } catch {
          // There is no room: what is kept stays where it was.
          empty(to);
        }
      },

      /**
       * Hear of what other tabs do, and of a page that the browser kept for the way back.
       *
       * @param {object} listeners
       * @param {(activity?: string) => void} listeners.changed the answers of one activity, or of any
       * @param {() => void} listeners.remembering this device has begun to remember, or has stopped
       */
      listen({ changed, remembering }) {
        addEventListener("storage", ({ key, newValue }) => {
          if (key === null || (key === flag && newValue === REPLACED)) {
            changed();
          } else if (key === flag) {
            if (isRemembered()) join();
            remembering();
          } else if (key.startsWith(start) && isRemembered()) {
            changed(key.slice(start.length));
          }
        });
        addEventListener("pageshow", ({ persisted }) => {
          if (persisted) changed();
        });
      },
    };
  }

  Object.assign(self, { lessonkitAnswers: openAnswers });
}

/** A browser's storage that never throws: what it refuses, for want of room or altogether, stays in memory. */

/** @typedef {ReturnType<typeof makeSafeStorage>} SafeStorage */

/** @typedef {"" | "full" | "forbidden"} StorageTrouble what kept a text from being stored, if anything did */

/**
 * Do what a storage may refuse.
 *
 * @template Result
 * @param {() => Result} act
 * @returns {Result | undefined}
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/**
 * Open a storage.
 *
 * @param {"localStorage" | "sessionStorage"} name
 */
function makeSafeStorage(name) {
  const storage = attempt(() => self[name]);
  /** @type {Map<string, string>} what could not be stored, for as long as the page is open */
  const waiting = new Map();

  /** Store a text, or leave everything as it was. @param {string} key @param {string} text @returns {StorageTrouble} */
  function put(key, text) {
    if (!storage) return "forbidden";
    try {
      storage.setItem(key, text);
    } catch (error) {
      const { name: cause } = /** @type {DOMException} */ (error);
      return cause === "QuotaExceededError" ? "full" : "forbidden";
    }
    waiting.delete(key);
    return "";
  }

  /** Store what has been waiting for room. */
  function retry() {
    for (const [key, text] of waiting) put(key, text);
  }

  return {
    put,
    retry,

    /** @returns {boolean} whether it can be read */
    isOpen: () => attempt(() => storage?.getItem("")) !== undefined,

    /** @param {string} key @returns {string | null} */
    get: (key) => waiting.get(key) ?? attempt(() => storage?.getItem(key)) ?? null,

    /** Store a text, or hold it in memory until there is room. @param {string} key @param {string} text @returns {StorageTrouble} */
    keep(key, text) {
      const trouble = put(key, text);
      if (trouble) waiting.set(key, text);
      else retry();
      return trouble;
    },

    /** @param {string} key */
    remove(key) {
      waiting.delete(key);
      attempt(() => storage?.removeItem(key));
      retry();
    },

    /** Let go of what is in memory, for another tab has stored something newer. @param {string} key */
    drop: (key) => void waiting.delete(key),

    /** @returns {string[]} */
    keys: () => [
      ...new Set([...(attempt(() => Object.keys(storage ?? {})) ?? []), ...waiting.keys()]),
    ],
  };
}

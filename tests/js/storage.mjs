/** A browser's storage: its entries are its own enumerable keys, as in a browser. */
export class FakeStorage {
  #room;

  /**
   * @param {Record<string, string>} [entries]
   * @param {{room?: number}} [limits] how many entries there may be
   */
  constructor(entries = {}, { room = Number.POSITIVE_INFINITY } = {}) {
    Object.assign(this, entries);
    this.#room = room;
  }

  /** @param {number} room how many entries there may be from now on */
  static give(storage, room) {
    storage.#room = room;
  }

  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, value) {
    if (!Object.hasOwn(this, key) && Object.keys(this).length >= this.#room) {
      throw new DOMException("there is no room", "QuotaExceededError");
    }
    this[key] = value;
  }

  removeItem(key) {
    delete this[key];
  }
}

/** A page to which a browser refuses both storages. */
export const FORBIDDEN = {
  get sessionStorage() {
    throw new DOMException("storage is off", "SecurityError");
  },
  get localStorage() {
    throw new DOMException("storage is off", "SecurityError");
  },
};

/**
 * A drawer of the browser's own storage. Storage may be full or forbidden: then things last as long as the page,
 * and `put` says so.
 */
export class Keeping {
  /** @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage @param {string} prefix */
  constructor(storage, prefix) {
    this.storage = storage;
    this.prefix = prefix;
    /** @type {Map<string, string>} */
    this.memory = new Map();
  }

  /** A drawer within this one. @param {string} name */
  drawer(name) {
    return new Keeping(this.storage, `${this.prefix}${name}.`);
  }

  /** @template T @param {string} name @param {T} otherwise @returns {T} */
  get(name, otherwise) {
    const text = this.memory.get(name) ?? this.storage.getItem(this.prefix + name);
    if (text === null) return otherwise;
    try {
      return JSON.parse(text);
    } catch (cause) {
      console.warn('kept value is unreadable and is dropped', name, cause);
      this.remove(name);
      return otherwise;
    }
  }

  /** @param {string} name @param {unknown} value @returns {boolean} whether it outlasts this page */
  put(name, value) {
    const text = JSON.stringify(value);
    try {
      this.storage.setItem(this.prefix + name, text);
      this.memory.delete(name);
      return true;
    } catch (cause) {
      console.warn('browser storage refused', name, cause);
      this.memory.set(name, text);
      return false;
    }
  }

  /** @param {string} name */
  remove(name) {
    this.memory.delete(name);
    this.storage.removeItem(this.prefix + name);
  }
}

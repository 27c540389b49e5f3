const KEPT = 30;

/**
 * The server's time, estimated from the times its messages carry. A message only ever arrives late, so the largest
 * difference among the last ones is the least wrong.
 */
export class ServerClock {
  /** @param {() => number} now the browser's time, ms */
  constructor(now = Date.now) {
    this.browserNow = now;
    /** @type {number[]} */
    this.samples = [];
  }

  /** @param {string} at a time the server has just told */
  heard(at) {
    const difference = Date.parse(at) - this.browserNow();
    if (Number.isNaN(difference)) return;
    this.samples.push(difference);
    if (this.samples.length > KEPT) this.samples.shift();
  }

  /** ms to add to the browser's time. */
  offset() {
    return this.samples.length ? Math.max(...this.samples) : 0;
  }

  /** Now on the server, ms since 1970. */
  now() {
    return this.browserNow() + this.offset();
  }
}

/** @import { LonLat } from '../types.js' */

const PAUSE_MS = 150;

/** The ground's height where the pointer is: asked after a pause, one question under way, and an answer counts only for the place it was asked for. */
export class PointerHeight {
  /**
   * @param {(at: LonLat) => Promise<number | null>} ask null where no height is known
   * @param {(metres: number | null) => void} show
   * @param {number} [pauseMs]
   */
  constructor(ask, show, pauseMs = PAUSE_MS) {
    this.ask = ask;
    this.show = show;
    this.pauseMs = pauseMs;
    /** @type {LonLat | null} */
    this.place = null;
    this.waiting = false;
  }

  /** @param {LonLat | null} place */
  at(place) {
    this.place = place;
    this.show(null);
    if (place && !this.waiting) void this.follow();
  }

  /** Until the pointer rests where it was asked for. */
  async follow() {
    this.waiting = true;
    try {
      /** @type {LonLat | null} */
      let asked = null;
      while (this.place && this.place !== asked) {
        await new Promise((done) => setTimeout(done, this.pauseMs));
        asked = this.place;
        const metres = asked && (await this.ask(asked));
        if (asked && this.place === asked) this.show(metres);
      }
    } finally {
      this.waiting = false;
    }
  }
}

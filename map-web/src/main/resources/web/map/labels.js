/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{x: number, y: number, width: number, height: number, gap: number}} Wish the mark's middle, the text's size, and the mark's radius
 */

const CELL = 64;

/** Space that is taken, found quickly by a grid. */
export class TakenSpace {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  take(box) {
    this.visit(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  /** @returns {Box[]} */
  all() {
    return [...new Set([...this.cells.values()].flat())];
  }

  /** @param {Box} box */
  isFree(box) {
    return !this.visit(box, (key) => (this.cells.get(key) ?? []).some((other) => overlap(box, other)));
  }

  /** @param {Box} box @param {(key: string) => boolean} visitor stops at true @returns {boolean} */
  visit(box, visitor) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        if (visitor(`${x} ${y}`)) return true;
      }
    }
    return false;
  }
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * A place for a text beside its mark: right, left, below, above. Null when none is free, unless it must be shown.
 * @param {TakenSpace} taken
 * @param {Wish} wish
 * @param {boolean} must
 * @returns {{x: number, y: number} | null} left end of the text and its middle line
 */
export function place(taken, { x, y, width, height, gap }, must) {
  const half = height / 2;
  const spots = [
    { x: x + gap, y },
    { x: x - gap - width, y },
    { x: x - width / 2, y: y + gap + half - 1 },
    { x: x - width / 2, y: y - gap - half + 1 },
  ];
  const boxAt = (/** @type {{x: number, y: number}} */ spot) => ({ left: spot.x - 2, top: spot.y - half, right: spot.x + width + 2, bottom: spot.y + half });
  const free = spots.find((spot) => taken.isFree(boxAt(spot))) ?? (must ? spots[0] : null);
  if (free) taken.take(boxAt(free));
  return free;
}

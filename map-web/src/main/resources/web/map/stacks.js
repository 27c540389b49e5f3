/**
 * Things that lie on top of each other on the screen, such as vehicles in their station: one stands for all.
 * @template {{x: number, y: number}} T
 * @param {T[]} things
 * @param {number} px how close counts as on top of each other
 * @returns {{top: T, count: number, members: T[]}[]} in the order of their first
 */
export function stacks(things, px) {
  /** @type {Map<string, {top: T, count: number, members: T[]}[]>} */
  const cells = new Map();
  /** @type {{top: T, count: number, members: T[]}[]} */
  const found = [];
  for (const thing of things) {
    const column = Math.floor(thing.x / px);
    const row = Math.floor(thing.y / px);
    const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx} ${row + dy}`) ?? []));
    const stack = near.find(({ top }) => Math.hypot(top.x - thing.x, top.y - thing.y) < px);
    if (stack) {
      stack.count++;
      stack.members.push(thing);
      continue;
    }
    const fresh = { top: thing, count: 1, members: [thing] };
    found.push(fresh);
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), fresh]);
  }
  return found;
}

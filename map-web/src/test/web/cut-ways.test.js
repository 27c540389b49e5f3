import { closuresAhead, cutByIncident, cutWays } from '/a/t/model/cut-ways.js';
import { Picture } from '/a/t/model/picture.js';
import { equal, test } from '/test/testing.js';

const ORDERED = '2026-05-01T06:00:00Z';
const LATER = '2026-05-01T06:10:00Z';
const EARLIER = '2026-05-01T05:00:00Z';
/** Five places on one road, some 900 m apart. */
const [A, B, C, D, E] = [0, 1, 2, 3, 4].map((i) => [110.9 + i / 100, 36.7]);

const order = (more = {}) => ({
  id: 'o', incident_id: 'i', unit_id: 'u', state: 'en_route', ordered_at: ORDERED, revision: 1,
  route: { type: 'LineString', coordinates: [A, B, C, D, E] }, ...more,
});
const closure = (stretches, more = {}) => ({ id: 'c', from: LATER, reason: 'slide', stretches: { type: 'MultiLineString', coordinates: stretches }, ...more });

function picture(anOrder, ...closures) {
  const made = new Picture();
  made.takeOrder(anOrder);
  closures.forEach((it) => made.takeClosure(it));
  return made;
}

const fixAt = (made, [lon, lat]) => made.takeFix(['u', lon, lat, LATER, null, null, null, 'http']);
const isCut = (made) => cutWays(made).has('o');

test('an order is hit when its way runs over a closed road, in either direction', () => {
  equal(isCut(picture(order(), closure([[B, C]]))), true);
  equal(isCut(picture(order(), closure([[C, B]]))), true);
});

test('crossing or touching a closed road is no hit', () => {
  equal(isCut(picture(order(), closure([[C, [C[0], 36.71]]]))), false);
  equal(isCut(picture(order(), closure([[[C[0], 36.69], [C[0], 36.71]]]))), false);
});

test('what lies behind the unit does not stop it', () => {
  const made = picture(order(), closure([[B, C]]));
  fixAt(made, [B[0] - 0.002, 36.7]);
  equal(isCut(made), true);
  fixAt(made, [B[0] + 0.002, 36.7]);
  equal(isCut(made), true);
  fixAt(made, [C[0] + 0.002, 36.7]);
  equal(isCut(made), false);
});

test('a unit far off its way has all of it before it', () => {
  const made = picture(order(), closure([[A, B]]));
  fixAt(made, [D[0], 36.71]);
  equal(isCut(made), true);
});

test('a way that ends within a closed road is hit by a later closure, and not by one it was found with', () => {
  const beyond = [110.95, 36.7];
  equal(isCut(picture(order(), closure([[D, beyond]]))), true);
  equal(isCut(picture(order(), closure([[D, beyond]], { from: EARLIER }))), false);
  equal(isCut(picture(order(), closure([[A, B]], { from: EARLIER }))), false);
  equal(isCut(picture(order(), closure([[B, C]], { from: EARLIER }))), true);
});

test('it is over when the closure is lifted, the unit is there or the order ends', () => {
  const made = picture(order(), closure([[B, C]]));
  equal(closuresAhead(made, order()).map((it) => it.reason), ['slide']);
  equal(['on_scene', 'complete', 'countermanded'].map((state) => isCut(picture(order({ state }), closure([[B, C]])))), [false, false, false]);
  made.takeClosure(closure([[B, C]], { lifted_at: LATER }));
  equal(isCut(made), false);
  equal(isCut(picture(order({ route: null }), closure([[B, C]]))), false);
});

test('hits are summed by incident', () => {
  const made = picture(order(), closure([[B, C]]));
  made.takeOrder(order({ id: 'o2', unit_id: 'u2' }));
  equal([...cutByIncident(made, cutWays(made))], [['i', 2]]);
});

import { asWish, circleAround, emptyArea, isSynthetic, wanting, withPoint } from '/a/t/model/area.js';
import { AreaActs } from '/a/t/model/acts/area-acts.js';
import { distanceM } from '/a/t/model/editing/measures.js';
import { Store } from '/a/t/model/store.js';
import { ApiError } from '/a/t/net/api.js';
import { equal, ok, test } from '/test/testing.js';

const A = [110.9, 36.7];
const B = [110.95, 36.72];
const C = [110.93, 36.66];
const draft = (more) => ({ ...emptyArea(), ...more });
const clicked = (kind, ...points) => points.reduce(withPoint, draft({ kind }));

test('a second click moves a circle, adds to a polygon or line, and begins a new piece of road after two', () => {
  equal([clicked('circle', A, B).points, clicked('polygon', A, B).points, clicked('corridor', A, B, C).points, clicked('road', A, B, C).points, clicked('township', A).points], [[B], [A, B], [A, B, C], [C], []]);
});

test('what is still wanting is named', () => {
  equal([draft({}), clicked('polygon', A, B), clicked('corridor', A), draft({ kind: 'township', township: ' ' }), draft({ kind: 'road' }), draft({ kind: 'road', road: 'G209', points: [A] }), draft({ kind: 'feature' })].map(wanting),
    ['circle', 'polygon', 'corridor', 'township', 'road', 'road', 'feature'].map((kind) => `area.wanting.${kind}`));
  equal(['', '0', 'x', '200001', '1', '2.5'].map((radiusM) => wanting({ ...clicked('circle', A), radiusM })), [...Array(4).fill('area.wanting.radius'), null, null]);
});

test('each kind is asked as the contract has it', () => {
  const point = (coordinates) => ({ type: 'Point', coordinates });
  equal(asWish({ ...clicked('circle', A), radiusM: '500' }), { circle: { center: point(A), radius_m: 500 } });
  equal(asWish(clicked('polygon', A, B, C)), { polygon: { type: 'Polygon', coordinates: [[A, B, C, A]] } });
  equal(asWish({ ...clicked('corridor', A, B), distanceM: '50' }), { corridor: { line: { type: 'LineString', coordinates: [A, B] }, distance_m: 50 } });
  equal(asWish(draft({ kind: 'road', road: ' G209 ' })), { corridor: { road: 'G209', distance_m: 200 } });
  equal(asWish({ ...clicked('road', A, B), road: 'G209' }), { corridor: { road: 'G209', from: point(A), to: point(B), distance_m: 200 } });
  equal(asWish(draft({ kind: 'township', township: ' 141031100 ' })), { township: '141031100' });
  equal(asWish(draft({ kind: 'feature', feature: { layer: 'risk_area', feature: { id: 'r1' } } })), { feature: { layer: 'risk_area', id: 'r1' } });
});

test('a circle that is being chosen is as large as it will be, within a half per cent', () => {
  for (const at of circleAround(A, 3_000)) ok(Math.abs(distanceM(A, at) - 3_000) < 15, String(distanceM(A, at)));
});

test('one invented source makes the answer one', () => {
  equal([isSynthetic([{ sources: [{ synthetic: false }] }, { sources: [{ synthetic: true }] }]), isSynthetic([{ sources: [{ synthetic: false }] }, { sources: [] }])], [true, false]);
});

/** Acts before a server that answers by hand. */
function setUp() {
  const waiting = [];
  const calls = [];
  const api = { call: (method, path, { body } = {}) => (calls.push({ path, body }), new Promise((resolve, reject) => waiting.push({ path, resolve, reject }))) };
  const store = new Store();
  store.layerTypes = [{ id: 'depot', count: 3 }, { id: 'mine', count: 0 }];
  store.visibleLayers = new Set(['depot', 'mine']);
  const acts = new AreaActs({ store, api, texts: { t: (key) => key } });
  const answer = (path, value) => waiting.filter((it) => it.path.endsWith(path)).forEach(({ resolve }) => resolve(value));
  return { acts, store, calls, waiting, answer };
}

test('people and facilities are asked for, and of the layers shown only those that have something', async () => {
  const { acts, store, calls, answer } = setUp();
  acts.place(A);
  const asked = acts.ask();
  answer('exposure', { results: [] });
  answer('selections', { results: [] });
  await asked;
  equal(calls.map(({ path, body }) => [path, body.layers ?? null]), [['/api/v1/exposure', null], ['/api/v1/selections', ['depot']]]);
  ok(store.areaAnswer && !store.areaState.busy);
});

test('an answer to an area that was changed meanwhile is left', async () => {
  const { acts, store, answer } = setUp();
  acts.place(A);
  const asked = acts.ask();
  acts.place(B);
  answer('exposure', { results: [] });
  answer('selections', { results: [] });
  await asked;
  equal([store.areaAnswer, store.areaState.busy], [null, false]);
});

test('a refusal is told and what was drawn stays', async () => {
  const { acts, store, waiting } = setUp();
  acts.choose('township');
  acts.write({ township: 'nowhere' });
  const asked = acts.ask();
  waiting.forEach(({ reject }) => reject(new ApiError(422, { title: 'no such township' })));
  await asked;
  equal([store.areaState.problem, store.area.township, store.areaAnswer], ['no such township', 'nowhere', null]);
});

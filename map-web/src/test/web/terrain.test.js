import { TerrainActs } from '/a/t/model/acts/terrain-acts.js';
import { Store } from '/a/t/model/store.js';
import { emptyTerrain, stretches, terrainWanting, windOf, withPlace } from '/a/t/model/terrain.js';
import { ApiError } from '/a/t/net/api.js';
import { equal, ok, test } from '/test/testing.js';

const A = [110.9, 36.7];
const B = [110.95, 36.72];
const texts = { t: (key) => key };
const answering = (call) => {
  const store = new Store();
  return { store, acts: new TerrainActs({ store, texts, api: { call } }) };
};

test('a second click moves a place and a lookout, and goes on with a line', () => {
  equal(['point', 'viewshed', 'profile'].map((kind) => withPlace({ ...emptyTerrain(), kind, points: [A] }, B)), [[B], [B], [A, B]]);
});

test('what is still wanting is named, and beyond the limits nothing is asked', () => {
  const lookout = { ...emptyTerrain(), kind: 'viewshed', points: [A] };
  equal([terrainWanting(emptyTerrain()), terrainWanting({ ...lookout, kind: 'profile' }), terrainWanting(lookout)], ['terrain.wanting.point', 'terrain.wanting.profile', null]);
  equal(['', '0', '31', 'x'].map((radiusKm) => terrainWanting({ ...lookout, radiusKm })), Array(4).fill('terrain.wanting.radius'));
  equal(terrainWanting({ ...lookout, targetM: '-1' }), 'terrain.wanting.height');
});

test('ground falls to the nearest of eight winds', () => {
  equal([0, 22, 23, 90, 181, 337, 338, 359.9].map(windOf), [0, 0, 1, 2, 4, 7, 0, 0]);
});

test('a profile breaks at its gaps, and a single sample between two gaps is no stretch', () => {
  const samples = [1, 2, null, 4, null, 6, 7, 8].map((elevation, i) => ({ distance_m: i, coordinates: A, elevation_m: elevation }));
  equal(stretches(samples).map((stretch) => stretch.map((it) => it.elevation)), [[1, 2], [6, 7, 8]]);
});

test('a clicked place is asked for at once, a lookout only when told, with metres for kilometres', async () => {
  const asked = [];
  const { store, acts } = answering(async (method, path, { body }) => { asked.push([path, body]); return { results: [], sources: [] }; });
  acts.place(A);
  await Promise.resolve();
  equal(asked, [['/api/v1/terrain/points', { points: [{ type: 'Point', coordinates: A }] }]]);
  acts.choose('viewshed');
  acts.place(B);
  equal([asked.length, store.terrainState.point], [1, null]);
  await acts.ask();
  equal(asked[1], ['/api/v1/terrain/viewshed', { from: { type: 'Point', coordinates: B }, height_m: 15, target_height_m: 20, radius_m: 10000 }]);
});

test('an answer that comes after the place has changed is not shown', async () => {
  const answers = [];
  const { store, acts } = answering(() => new Promise((done) => answers.push(done)));
  acts.place(A);
  acts.place(B);
  answers[0]({ results: ['old'] });
  answers[1]({ results: ['new'] });
  await new Promise((done) => setTimeout(done));
  equal(store.terrainState.point.results, ['new']);
});

test('a refusal is told in the words of the server', async () => {
  const { store, acts } = answering(() => Promise.reject(new ApiError(404, { title: '还没有地形数据', detail: '请导入', errors: [] })));
  acts.place(A);
  await new Promise((done) => setTimeout(done));
  ok(store.terrainState.problem === '还没有地形数据', store.terrainState.problem);
});

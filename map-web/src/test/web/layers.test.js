import { LayerActs } from '/a/t/model/acts/layer-acts.js';
import { MOST_FEATURES, ROLE_PRESETS, askedFor, grouped, isShown, needsLoading, withFeature, withPreset } from '/a/t/model/layers.js';
import { Store } from '/a/t/model/store.js';
import { ApiError } from '/a/t/net/api.js';
import { Keeping } from '/a/t/net/keeping.js';
import { equal, later, memoryStorage, ok, test } from '/test/testing.js';

const TYPES = [
  { id: 'reservoir', label: 'Reservoirs', label_zh: '\u6c34\u5e93', group: 'flood', geometry_type: 'any', symbol: 'reservoir', count: 3 },
  { id: 'fire_break', label: 'Fire breaks', group: 'forest', geometry_type: 'any', symbol: 'fire_break', count: 4 },
  { id: 'well', label: 'Wells', group: 'something new', geometry_type: 'point', symbol: 'well', count: 23_411 },
];
const feature = (id, name = id) => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [110.9, 36.7] }, properties: { name } });
const VIEW = [110.8, 36.6, 111, 36.8];

test('layers stand by group; what is in no known group is the county\u2019s own', () => {
  equal(grouped(TYPES, '', (group) => group).map(({ group, types }) => [group, types.map((type) => type.id)]), [['flood', ['reservoir']], ['forest', ['fire_break']], ['own', ['well']]]);
});

test('a layer is found by its label as it is read, by the words of its id and by its group', () => {
  const found = (wanted) => grouped(TYPES, wanted, (group) => (group === 'forest' ? 'Woodland' : group)).flatMap(({ types }) => types.map((type) => type.id));
  equal([found('RESER'), found('fire_b'), found('break'), found('woodland'), found('nothing')], [['reservoir'], ['fire_break'], ['fire_break'], ['fire_break'], []]);
});

test('a layer is not found by letters inside its id nor by its name in the other language', () => {
  const risk = [{ ...TYPES[0], id: 'risk_area', label: '\u98ce\u9669\u533a', label_en: 'Risk areas' }];
  equal([grouped(risk, 'sk', () => ''), grouped(risk, 'areas', () => '')], [[], []]);
});

test('a preset is shown when just its layers are, as far as there are such layers', () => {
  ok(isShown(['reservoir', 'no_such'], new Set(['reservoir']), TYPES));
  ok(!isShown(['reservoir'], new Set(['reservoir', 'well']), TYPES));
  ok(!isShown(['reservoir', 'well'], new Set(['reservoir']), TYPES));
});

test('a preset saved again under its name replaces the old one', () => {
  const presets = withPreset(withPreset([], 'mine', ['a']), 'mine', ['b']);
  equal(presets, [{ id: 'mine', name: 'mine', layers: ['b'] }]);
});

test('a small move in a layer that is all there asks for nothing, one beyond its margin does', () => {
  const loaded = { features: [], box: askedFor(VIEW), complete: true, state: 'ready', problem: '' };
  const moved = (by) => [VIEW[0] + by, VIEW[1], VIEW[2] + by, VIEW[3]];
  equal([needsLoading(loaded, VIEW), needsLoading(loaded, moved(0.03)), needsLoading(loaded, moved(0.05))], [false, false, true]);
});

test('when not all was sent, a closer look asks again, the same look does not', () => {
  const loaded = { features: [], box: askedFor(VIEW), complete: false, state: 'ready', problem: '' };
  equal([needsLoading(loaded, VIEW), needsLoading(loaded, [110.85, 36.65, 110.95, 36.75])], [false, true]);
});

test('a changed feature takes the place of its former state', () => {
  equal(withFeature([feature('a'), feature('b')], feature('a', 'new')).map((it) => it.properties.name), ['new', 'b']);
  equal(withFeature([feature('a')], feature('c')).map((it) => it.id), ['a', 'c']);
});

/** Acts on a store before a server that has these layers and answers later. */
function setUp(answer, storage = memoryStorage()) {
  const asked = [];
  const api = {
    layers: async () => ({ results: TYPES }),
    features: (layer, which) => {
      asked.push({ layer, ...which });
      return answer(layer, which);
    },
  };
  const store = new Store();
  const said = [];
  const acts = new LayerActs({ store, api, keeping: new Keeping(storage, ''), texts: { t: (key) => key }, toasts: { say: (text) => said.push(text) } });
  return { acts, store, asked, said, storage };
}

test('a small layer is asked for whole, a large one by the view, and both with a limit', async () => {
  const { acts, asked } = setUp(async () => ({ features: [], next: null }));
  await acts.load();
  acts.look(VIEW);
  await acts.show(['reservoir', 'well']);
  equal(asked, [{ layer: 'reservoir', box: null, limit: MOST_FEATURES }, { layer: 'well', box: askedFor(VIEW), limit: MOST_FEATURES }]);
});

test('what does not come whole is not called complete', async () => {
  const { acts, store } = setUp(async () => ({ features: [feature('a')], next: 'more' }));
  await acts.load();
  acts.look(VIEW);
  await acts.show(['well']);
  equal(store.loadedLayers.get('well').complete, false);
});

test('an answer that comes after a newer one is left', async () => {
  const waiting = [];
  const { acts, store } = setUp(() => new Promise((resolve) => waiting.push(resolve)));
  await acts.load();
  const first = acts.fetch('reservoir');
  const second = acts.fetch('reservoir');
  waiting[1]({ features: [feature('newer')], next: null });
  waiting[0]({ features: [feature('older')], next: null });
  await Promise.all([first, second]);
  equal(store.loadedLayers.get('reservoir').features.map((it) => it.id), ['newer']);
});

test('a layer that does not come keeps what was there and says so', async () => {
  let works = true;
  const { acts, store } = setUp(async () => {
    if (!works) throw new ApiError(503, { title: 'no answer' });
    return { features: [feature('a')], next: null };
  });
  await acts.load();
  await acts.show(['reservoir']);
  works = false;
  await acts.fetch('reservoir');
  const loaded = store.loadedLayers.get('reservoir');
  equal([loaded.state, loaded.features.length], ['failed', 1]);
});

test('what is shown and the own presets are there again at the next start', async () => {
  const storage = memoryStorage();
  const first = setUp(async () => ({ features: [] }), storage);
  await first.acts.load();
  await first.acts.show(['well']);
  first.acts.savePreset('water');
  const second = setUp(async () => ({ features: [] }), storage);
  await second.acts.load();
  equal([[...second.store.visibleLayers], second.store.presets], [['well'], [{ id: 'water', name: 'water', layers: ['well'] }]]);
});

test('somebody\u2019s change is on the map at once, a removal too, an import asks again', async () => {
  const { acts, store, asked } = setUp(async () => ({ features: [feature('a'), feature('b')], next: null }));
  await acts.load();
  await acts.show(['reservoir']);
  acts.heard({ event: 'feature.changed', payload: { layer: 'reservoir', id: 'a', feature: feature('a', 'changed') } });
  acts.heard({ event: 'feature.removed', payload: { layer: 'reservoir', id: 'b' } });
  equal(store.loadedLayers.get('reservoir').features.map((it) => it.properties.name), ['changed']);
  equal(asked.length, 1);
  acts.heard({ event: 'layer.imported', payload: { layer: 'reservoir' } });
  for (let i = 0; i < 100 && asked.length < 2; i++) await later(20);
  equal(asked.length, 2);
});

test('every preset of a role names its layers once', () => {
  ok(ROLE_PRESETS.every(({ layers }) => new Set(layers).size === layers.length && layers.length > 4));
});

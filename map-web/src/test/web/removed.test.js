import { ApiError } from '/a/t/net/api.js';
import { RemovedActs } from '/a/t/model/acts/removed-acts.js';
import { equal, test } from '/test/testing.js';

const feature = (id, name) => ({ type: 'Feature', id, geometry: null, properties: { name, revision: 4 } });

function desk(api) {
  const saved = [];
  const store = { editing: { removed: null }, notify: () => undefined };
  const acts = new RemovedActs({ store, editingApi: api, texts: { t: (key) => key }, toasts: { say: () => undefined }, onSaved: (layer, { id }) => saved.push(`${layer}/${id}`) });
  return { acts, saved, names: () => (store.editing.removed?.features ?? []).map(({ properties }) => properties.name), list: () => store.editing.removed };
}

test('what was deleted comes page by page and goes away when the list is closed', async () => {
  const pages = { null: { results: [feature('a', 'A')], next: 'n' }, n: { results: [feature('b', 'B')], next: null } };
  const { acts, names, list } = desk({ removedFeatures: async (_, after) => pages[after] });
  await acts.toggle('fire_break');
  equal([names(), list().next], [['A'], 'n']);
  await acts.load('fire_break', 'n');
  equal([names(), list().next], [['A', 'B'], null]);
  await acts.toggle('fire_break');
  equal(list(), null);
});

test('bringing back needs a reason, sends the revision and takes it off the list', async () => {
  const sent = [];
  const { acts, names, saved } = desk({
    removedFeatures: async () => ({ results: [feature('a', 'A'), feature('b', 'B')], next: null }),
    restoreFeature: async (...call) => { sent.push(call); return feature('a', 'A'); },
  });
  await acts.toggle('fire_break');
  acts.choose('a');
  acts.change({ reason: '  ' });
  await acts.restore();
  equal(sent, []);
  acts.change({ reason: ' by mistake ' });
  await acts.restore();
  equal([sent, names(), saved], [[['fire_break', 'a', 4, 'by mistake']], ['B'], ['fire_break/a']]);
});

test('a refusal stays beside the feature with what was written', async () => {
  const { acts, list } = desk({
    removedFeatures: async () => ({ results: [feature('a', 'A')], next: null }),
    restoreFeature: async () => { throw new ApiError(409, { title: 'taken', detail: 'by h1' }); },
  });
  await acts.toggle('fire_break');
  acts.choose('a');
  acts.change({ reason: 'mistake' });
  await acts.restore();
  equal([list().problem, list().reason, list().busy, list().chosen], ['taken by h1', 'mistake', false, 'a']);
});

test('somebody else deletes: the open list of that layer is read again, no other', async () => {
  let reads = 0;
  const { acts } = desk({ removedFeatures: async () => { reads += 1; return { results: [], next: null }; } });
  await acts.toggle('fire_break');
  acts.heard({ event: 'feature.removed', payload: { layer: 'fire_break', id: 'a' } });
  acts.heard({ event: 'feature.removed', payload: { layer: 'forest', id: 'a' } });
  acts.heard({ event: 'feature.changed', payload: { layer: 'fire_break', id: 'a' } });
  equal(reads, 2);
});

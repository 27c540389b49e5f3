import { SnapActs } from '/a/t/model/acts/snap-acts.js';
import { Store } from '/a/t/model/store.js';
import { ApiError } from '/a/t/net/api.js';
import { equal, later, test } from '/test/testing.js';

const feature = (id, coordinates) => ({ type: 'Feature', id, geometry: { type: 'LineString', coordinates }, properties: {} });

function shown(nearestRoad = () => Promise.reject(new ApiError(422, { title: 'no road' }))) {
  const store = new Store();
  store.visibleLayers = new Set(['fire_break']);
  store.loadedLayers.set('fire_break', { features: [feature('a', [[0, 0], [1, 1]]), feature('b', [[5, 5], [6, 6]])], box: null, complete: true, state: 'ready', problem: '' });
  store.loadedLayers.set('forest', { features: [feature('c', [[0, 0], [1, 0]])], box: null, complete: true, state: 'ready', problem: '' });
  return { store, snapping: new SnapActs({ store, api: { nearestRoad } }) };
}

test('what is shown and near can be joined to; a hidden layer, what is far away and the feature in hand cannot', () => {
  const { store, snapping } = shown();
  equal([...snapping.near([0, 0, 2, 2])], [[[0, 0], [1, 1]]]);
  store.editing.drafts.set('k', { key: 'k', id: 'a' });
  store.editing.key = 'k';
  equal([...snapping.near([0, 0, 2, 2])], []);
});

test('roads are asked one at a time, the newest place next; a place without road is none', async () => {
  const asked = [];
  const { snapping } = shown(async (at) => {
    asked.push(at);
    await later(20);
    if (at[0] === 9) throw new ApiError(422, { title: 'no road' });
    return { edge_id: at[0], geometry: { type: 'LineString', coordinates: [at, [at[0] + 1, at[1]]] } };
  });
  [[9, 9], [2, 0], [3, 0]].forEach((at) => snapping.approach(at));
  await later(600);
  equal(asked, [[9, 9], [3, 0]]);
  equal([...snapping.near([3, 0, 4, 0])], [[[3, 0], [4, 0]]]);
});

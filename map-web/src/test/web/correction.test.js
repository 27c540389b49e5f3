import { asCorrection, begunFrom, overtaken, theirs, written } from '/a/t/model/correction.js';
import { equal, test } from '/test/testing.js';

const known = { id: 'i', title: 'smoke', kind: 'forest_fire', place: null, people: null, description: 'a', location: { coordinates: [110.9, 36.7] }, revision: 1 };

test('only what is different is corrected, and nothing when it is as it was', () => {
  equal(asCorrection(begunFrom(known)), null);
  equal(asCorrection(written(begunFrom(known), { title: 'smoke', people: '3' })), { people: 3 });
  equal(asCorrection(written(begunFrom(known), { location: [110.8, 36.6] })), { location: { type: 'Point', coordinates: [110.8, 36.6] } });
});

test('when somebody was faster mine stays, theirs is shown beside it, and what I left alone is not turned back', () => {
  const latest = { ...known, title: 'fire', description: 'b', revision: 2 };
  const now = overtaken(written(begunFrom(known), { title: 'big fire' }), latest);
  equal([now.fields.title, now.fields.description, theirs(now)], ['big fire', 'b', { title: 'fire' }]);
  equal([asCorrection(now), now.seen.revision], [{ title: 'big fire' }, 2]);
  equal(theirs(written(now, { title: 'fire' })), {});
});

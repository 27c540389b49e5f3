import { Texts } from '/a/t/i18n/texts.js';
import { changesIn, correctionsIn } from '/a/t/model/timeline.js';
import { equal, test } from '/test/testing.js';

const incident = (more = {}) => ({ id: 'i', title: 'smoke', kind: 'building_fire', level: 4, place: null, people: null, description: null, location: { coordinates: [110.9, 36.7] }, ...more });
const event = (seq, name, payload) => ({ seq, event: name, payload });
const [english, chinese] = ['en', 'zh-CN'].map((language) => new Texts(() => language));

test('a correction is compared with the last event that carried the incident, whatever that was', () => {
  const log = [
    event(1, 'incident.reported', { incident: incident() }),
    event(2, 'incident.corrected', { incident: incident({ level: 3 }) }),
    event(3, 'order.sent', { order: {} }),
    event(4, 'incident.corrected', { incident: incident({ level: 2 }) }),
  ];
  equal([...correctionsIn(log)].map(([seq, { before, after }]) => [seq, before.level, after.level]), [[2, 4, 3], [4, 3, 2]]);
  equal(correctionsIn(log.slice(1, 3)).size, 0);
});

test('a correction says what it changed and nothing else, in both languages', () => {
  const correction = { before: incident(), after: incident({ level: 3, kind: 'forest_fire', location: { coordinates: [110.8, 36.7] } }) };
  equal(changesIn(correction, english), ['Level \u2163 → \u2162', 'Kind Building fire → Forest fire', 'Location moved']);
  equal(changesIn(correction, chinese), ['\u7ea7\u522b \u2163 → \u2162', '\u7c7b\u578b \u5efa\u7b51\u706b\u707e → \u68ee\u6797\u706b\u707e', '\u4f4d\u7f6e\u5df2\u79fb\u52a8']);
  equal(changesIn({ before: incident(), after: incident() }, english), []);
});

test('what was empty or not judged is said so; long details only that they are others', () => {
  const correction = { before: incident({ level: null, place: '' }), after: incident({ title: 'fire', place: 'mill', people: 3, description: 'long' }) };
  equal(changesIn(correction, english), ['Level Not judged → \u2163', 'Title smoke → fire', 'Place (empty) → mill', 'People (empty) → 3', 'Details rewritten']);
});

import { candidates, chosen, isChosen, renewed, toggled } from '/a/t/model/advice.js';
import { ServerClock } from '/a/t/model/clock.js';
import { spoken } from '/a/t/model/degrees.js';
import { freshness, withInterval } from '/a/t/model/freshness.js';
import { Picture, replaceById } from '/a/t/model/picture.js';
import { asIncident, begun, emptyReport, isOld, messagesByField, missing, understood } from '/a/t/model/report.js';
import { mayDo } from '/a/t/model/rights.js';
import { counts, expectedAt, forces, isUnanswered, openIncidents, ordersOf, unitCounts, unitsIn } from '/a/t/model/selectors.js';
import { commandOf } from '/a/t/model/shortcuts.js';
import { equal, ok, test } from '/test/testing.js';

const T0 = Date.parse('2026-05-01T06:00:00Z');
const at = (s) => new Date(T0 + s * 1000).toISOString();
const incident = (id, level, s, state = 'reported') => ({ id, level, reported_at: at(s), state, revision: 1 });
const order = (id, more = {}) => ({ id, incident_id: 'i', unit_id: `u${id}`, state: 'ordered', ordered_at: at(0), revision: 1, ...more });
const unit = (id, more = {}) => ({ id, name: id, status: 'available', latest: null, revision: 1, provenance: 'SYNTHETIC', ...more });

test('a newer revision replaces, an older one does not', () => {
  const known = replaceById(new Map(), [{ id: 'a', revision: 3, title: 'new' }]);
  equal(replaceById(known, [{ id: 'a', revision: 2, title: 'old' }]).get('a').title, 'new');
  equal(replaceById(known, [{ id: 'a', revision: 4, title: 'newest' }]).get('a').title, 'newest');
});

test('a snapshot replaces all that was known', () => {
  const picture = new Picture();
  picture.takeSnapshot({ realm: { kind: 'real' }, incidents: [incident('a', 1, 0)], orders: [], units: [unit('u', { latest: { location: { coordinates: [1, 2] }, fix_at: at(0) } })], closures: [] });
  picture.takeSnapshot({ realm: { kind: 'real' }, incidents: [], orders: [], units: [], closures: [] });
  equal([picture.incidents.size, picture.units.size, picture.fixes.size], [0, 0, 0]);
});

test('a fix older than the one shown is left out', () => {
  const picture = new Picture();
  picture.takePositions({ fixes: [['u', 2, 2, at(10), null, null, null, 'http'], ['u', 1, 1, at(5), null, null, null, 'http']] });
  equal([picture.fixes.get('u').lon, picture.fixes.get('u').fixAt], [2, T0 + 10_000]);
});

test('a lifted closure disappears', () => {
  const picture = new Picture();
  picture.takeEvent({ payload: { closure: { id: 'c' } } });
  equal(picture.closures.size, 1);
  picture.takeEvent({ payload: { closure: { id: 'c', lifted_at: at(1) } } });
  equal(picture.closures.size, 0);
});

test('the gravest incident comes first, the newest among equals, the unjudged last', () => {
  const picture = new Picture();
  [incident('late2', 2, 9), incident('none', null, 99), incident('one', 1, 0), incident('early2', 2, 1), incident('over', 1, 0, 'closed')].forEach((it) => picture.takeIncident(it));
  equal(openIncidents(picture).map((it) => it.id), ['one', 'late2', 'early2', 'none']);
});

test('forces count what is committed and what is on scene, without what was countermanded', () => {
  const picture = new Picture();
  [order('1'), order('2', { state: 'on_scene' }), order('3', { state: 'countermanded' })].forEach((it) => picture.takeOrder(it));
  equal(forces(picture).get('i'), { committed: 2, onScene: 1, unanswered: 1 });
  equal([counts(picture).unanswered, counts(picture).onScene], [1, 1]);
  equal(ordersOf(picture, 'i').map((it) => it.id), ['1', '2', '3']);
});

test('an order is unanswered after a minute, and no longer once acknowledged', () => {
  equal([59, 60].map((s) => isUnanswered(order('1'), T0 + s * 1000)), [false, true]);
  ok(!isUnanswered(order('1', { state: 'acknowledged' }), T0 + 90_000));
});

test('open incidents to which nobody was sent are counted', () => {
  const picture = new Picture();
  [incident('i', 1, 0), incident('j', 2, 0), incident('k', 2, 0), incident('over', 1, 0, 'closed')].forEach((it) => picture.takeIncident(it));
  equal(counts(picture).waiting, 3);
  [order('1', { state: 'complete' }), order('2', { incident_id: 'j', state: 'countermanded' })].forEach((it) => picture.takeOrder(it));
  equal(counts(picture).waiting, 2);
});

test('a unit is expected from when it left, not from when it was ordered', () => {
  equal(expectedAt(order('1', { duration_s: 540 })), null);
  equal(expectedAt(order('1', { duration_s: 540, departed_at: at(100) })), T0 + 640_000);
  equal(expectedAt(order('1', { departed_at: at(100) })), null);
});

test('units can be narrowed to a state and to those lost', () => {
  const picture = new Picture();
  picture.takeSnapshot({ realm: null, incidents: [], orders: [], closures: [], units: [unit('b'), unit('a', { status: 'en_route', latest: { location: { coordinates: [1, 2] }, fix_at: at(0) } })] });
  equal(unitsIn(picture, 'all', T0).map((it) => it.id), ['a', 'b']);
  equal(unitsIn(picture, 'lost', T0).map((it) => it.id), ['b']);
  equal([unitCounts(picture, T0).all, unitCounts(picture, T0).en_route], [2, 1]);
});

test('freshness goes by the device itself: 3, 10 and 30 of its intervals', () => {
  const fix = { fixAt: T0, intervals: [20_000] };
  equal([59, 61, 199, 201, 599, 601].map((s) => freshness(fix, T0 + s * 1000)), ['fresh', 'ageing', 'ageing', 'stale', 'stale', 'lost']);
  equal(freshness(undefined, T0), 'unknown');
});

test('only the last gaps of a device count', () => {
  equal(withInterval([1, 2, 3, 4], 5), [2, 3, 4, 5]);
});

test('the server clock believes the message that was least late', () => {
  let now = T0;
  const clock = new ServerClock(() => now);
  clock.heard(at(100));
  now += 5000;
  clock.heard(at(101));
  equal(clock.now(), T0 + 105_000);
});

test('one line fills kind, people and telephone, but not what was filled by hand', () => {
  const words = [['flash_flood', 'flash flood'], ['flood', 'flood']];
  const draft = { ...emptyReport('k'), title: 'flash flood, 3 people 13900002210' };
  const found = understood(draft, words, '(\\d+)\\s*people');
  equal([found.kind, found.people, found.phone], ['flash_flood', '3', '13900002210']);
  equal(understood({ ...draft, kind: 'other', touched: ['kind'] }, words, '(\\d+)\\s*people').kind, 'other');
});

test('only kind and place are needed', () => {
  equal(missing(emptyReport('k')), ['kind', 'location']);
  const report = asIncident({ ...emptyReport('k'), kind: 'flood', location: [110.9, 36.7] }, 'Flood');
  equal(report, { kind: 'flood', title: 'Flood', location: { type: 'Point', coordinates: [110.9, 36.7] }, source: 'phone' });
});

test('the caller\'s telephone does not stay in the title', () => {
  const draft = { ...emptyReport('k'), kind: 'flood', title: 'water 13900002210', phone: '13900002210', location: [1, 2] };
  equal([asIncident(draft, '').title, asIncident(draft, '').caller_phone], ['water', '13900002210']);
});

test('a draft of more than 12 hours is old, and whoever goes on with it begins it now', () => {
  const draft = { ...emptyReport('k'), startedAt: at(0), title: 'smoke' };
  const hours = (n) => T0 + n * 3_600_000;
  equal([isOld(draft, hours(11.9)), isOld(draft, hours(12)), isOld(emptyReport('k'), hours(12))], [false, true, false]);
  equal([begun(draft, hours(11)).startedAt, begun(draft, hours(13)).startedAt], [at(0), new Date(hours(13)).toISOString()]);
});

test('server messages find their fields by pointer', () => {
  equal(messagesByField([{ pointer: '/caller_phone', message: 'a' }, { pointer: '/location/coordinates/0', message: 'b' }, { pointer: '', message: 'c' }]), { phone: 'a', location: 'b', '': 'c' });
});

test('coordinates are read out in degrees and minutes', () => {
  equal(spoken([110.93333, 36.69167]), 'N 36°41.5′ E 110°56.0′');
  equal(spoken([-0.99999, -36.0]), 'S 36°00.0′ W 1°00.0′');
});

test('the plan is chosen until somebody changes it by hand, and a newer plan keeps that', () => {
  const pick = (id) => ({ unit_id: id, name: id });
  const advice = { state: 'ready', value: { plans: [{ units: [pick('a'), pick('b')] }], alternatives: [pick('c')] }, newer: null, byHand: {} };
  equal(candidates(advice).map((it) => it.unit_id), ['a', 'b', 'c']);
  const changed = toggled(toggled(advice, 'b'), 'c');
  equal(chosen(changed).map((it) => it.unit_id), ['a', 'c']);
  const newer = renewed({ ...changed, newer: { plans: [{ units: [pick('b'), pick('d')] }], alternatives: [pick('c')] } });
  equal(['b', 'c', 'd'].map((id) => isChosen(newer, id)), [false, true, true]);
});

test('rights are those of the server', () => {
  equal([mayDo(['observer'], 'order'), mayDo(['duty_officer'], 'order'), mayDo(['duty_officer'], 'report'), mayDo(['dispatcher'], 'order')], [false, false, true, true]);
});

const press = (key, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...more });

test('keys are commands, except while somebody writes or composes', () => {
  equal(commandOf(press('N'), false, false), { command: 'report', digit: 0 });
  equal(commandOf(press('3'), false, false), { command: 'toggle', digit: 3 });
  equal(commandOf(press('n'), true, false), null);
  equal(commandOf(press('n', { isComposing: true }), false, false), null);
  equal(commandOf(press('Process'), false, false), null);
  equal(commandOf(press('n', { ctrlKey: true }), false, false), null);
  equal(commandOf(press('Escape'), true, false).command, 'leave');
  equal(commandOf(press(' '), false, true), null);
});

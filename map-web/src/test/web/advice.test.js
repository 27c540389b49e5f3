import { against, carriedOut, driveOf, openGaps, overruled, toggled } from '/a/t/model/advice.js';
import { Picture } from '/a/t/model/picture.js';
import { equal, test } from '/test/testing.js';

const unit = (id, capabilities, status = 'available') => ({ id, name: id, capabilities, status, latest: null, revision: 1 });
const pick = (id, capabilities, fills = []) => ({ unit_id: id, name: id, capabilities, fills });

function picture(...units) {
  const made = new Picture();
  made.takeUnits(units);
  return made;
}

const advice = (more = {}) => ({
  state: 'ready', newer: null, byHand: {}, drives: {},
  value: {
    plans: [{ units: [pick('p', ['medical'], ['medical'])], gaps: [{ capability: 'firefighting', units: 2, text: '' }] }],
    alternatives: [pick('a', ['rescue'])],
    passed_over: [{ unit_id: 'far', name: 'far', reasons: [{ code: 'x', text: 'cut off' }] }],
  },
  ...more,
});

test('the driving time of a unit put in by hand is the one that was asked for', () => {
  const known = advice({ drives: { far: 1500 } });
  equal(['far', 'a', 'p'].map((id) => driveOf(known, id)), [1500, null, null]);
});

test('a unit passed over can be chosen by hand, as long as it is free', () => {
  const units = [unit('p', ['medical']), unit('a', ['rescue']), unit('far', ['firefighting']), unit('out', ['firefighting'], 'out_of_service')];
  const changed = toggled(toggled(toggled(advice(), 'far'), 'out'), 'a');
  equal(overruled(changed, picture(...units)).map((it) => it.id), ['far']);
  equal(overruled(toggled(changed, 'far'), picture(...units)), []);
  const ordered = picture(...units);
  ordered.takeOrder({ id: 'o', unit_id: 'far', incident_id: 'other', state: 'ordered', revision: 1 });
  equal(overruled(changed, ordered), []);
});

test('without any recommendation free units can still be chosen', () => {
  equal(overruled(toggled({ state: 'failed', value: null, newer: null, byHand: {} }, 'far'), picture(unit('far', []))).map((it) => it.id), ['far']);
});

test('what speaks against a unit is known for those passed over only', () => {
  equal([against(advice(), 'far'), against(advice(), 'nobody')], [['cut off'], []]);
});

test('a choice that was carried out is forgotten', () => {
  equal(carriedOut(toggled(toggled(advice(), 'far'), 'a'), 'far').byHand, { a: true });
});

test('gaps are those of the plan, more without a planned unit, fewer with one put in by hand', () => {
  const all = picture(unit('far', ['firefighting', 'medical']), unit('near', ['medical']));
  equal(openGaps(advice(), all), [{ capability: 'firefighting', units: 2 }]);
  equal(openGaps(toggled(advice(), 'p'), all), [{ capability: 'firefighting', units: 2 }, { capability: 'medical', units: 1 }]);
  equal(openGaps(toggled(advice(), 'far'), all), [{ capability: 'firefighting', units: 1 }]);
  // Who can do one thing only takes that, and leaves the other to who can do both.
  equal(openGaps(toggled(toggled(toggled(advice(), 'p'), 'far'), 'near'), all), [{ capability: 'firefighting', units: 1 }]);
});

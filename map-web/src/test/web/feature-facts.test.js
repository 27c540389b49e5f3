import { curvesOf, factsOf } from '/a/t/model/feature-facts.js';
import { anchorOf, boxOf } from '/a/t/model/layers.js';
import { equal, test } from '/test/testing.js';

const WORDS = { yes: 'yes', no: 'no', unit: (unit) => ({ m3: 'm\u00b3', year: '' })[unit] ?? unit };
const attribute = (name, type, more = {}) => ({ name, type, label: name.toUpperCase(), ...more });
const facts = (attributes, properties) => factsOf({ attributes }, { properties }, WORDS);

test('attributes stand in the schema\u2019s order with labels, units and the words of enumerations', () => {
  const schema = [attribute('volume', 'number', { unit: 'm3' }), attribute('scale', 'text', { values: [{ code: 'small_1', label: 'Small 1' }] }), attribute('built', 'integer', { unit: 'year' }), attribute('night', 'boolean')];
  equal(facts(schema, { night: false, scale: 'small_1', built: 1958, volume: 1840000.5, unknown: 'not shown' }).map(({ label, text }) => [label, text]),
    [['VOLUME', '1\u2009840\u2009000.5 m\u00b3'], ['SCALE', 'Small 1'], ['BUILT', '1958'], ['NIGHT', 'no']]);
});

test('what has no value is left out, nought is a value', () => {
  equal(facts([attribute('a', 'text'), attribute('b', 'integer'), attribute('c', 'text'), attribute('d', 'table')], { a: '', b: 0, c: null, d: [] }).map(({ name, text }) => [name, text]), [['b', '0']]);
});

test('a value outside the enumeration speaks for itself', () => {
  equal(facts([attribute('scale', 'text', { values: [{ code: 'a', label: 'A' }] })], { scale: 'other' })[0].text, 'other');
});

test('telephones are known by their name', () => {
  const kinds = facts(['phone', 'duty_phone', 'helper_phone', 'telephoto'].map((name) => attribute(name, 'text')), { phone: '1', duty_phone: '2', helper_phone: '3', telephoto: '4' }).map(({ kind }) => kind);
  equal(kinds, ['phone', 'phone', 'phone', 'text']);
});

const CURVE = attribute('curve', 'table', { columns: [attribute('level_m', 'number', { unit: 'm' }), attribute('volume_m3', 'number', { unit: 'm3' }), attribute('area', 'number')] });
const curve = (rows) => curvesOf(facts([CURVE], { curve: rows })[0].table);

test('level and volume make a curve, a column with gaps does not', () => {
  const drawn = curve([{ level_m: 1, volume_m3: 0, area: 1 }, { level_m: 2, volume_m3: 10 }, { level_m: 4, volume_m3: 50, area: 3 }]);
  equal(drawn, { x: [1, 2, 4], lines: [{ label: 'VOLUME_M3 (m\u00b3)', y: [0, 10, 50] }] });
});

test('a table whose first column does not rise is no curve, nor one of two rows', () => {
  const row = (level) => ({ level_m: level, volume_m3: 1, area: 1 });
  equal([curve([row(1), row(3), row(2)]), curve([row(1), row(2)])], [null, null]);
});

test('a place to go to lies on the feature, its box around it', () => {
  const line = { geometry: { type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[5, 5], [6, 7], [8, 8]]] } };
  equal([anchorOf(line), boxOf(line), anchorOf({ geometry: null }), boxOf({ geometry: null })], [[6, 7], [0, 0, 8, 8], null, null]);
  equal(anchorOf({ geometry: { type: 'Point', coordinates: [3, 4] } }), [3, 4]);
});

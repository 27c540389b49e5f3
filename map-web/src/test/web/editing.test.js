import { before, differences, rowDifferences, shiftM } from '/a/t/model/editing/differences.js';
import { asWish, attributeField, changed, clashes, draftOf, drawn, fieldsOf, isBegun, newDraft, overtaken, shapeOfFeature, unsettled, wanting, withoutShortPath, written } from '/a/t/model/editing/draft.js';
import { problemsByField } from '/a/t/model/editing/problems.js';
import { pasted } from '/a/t/model/editing/rows.js';
import { moved } from '/a/t/model/editing/shape.js';
import { asLayerWish, emptyAttribute, emptyType, emptyValue, formOfType, placeOf, rebased, wantingOfType, withRemoved } from '/a/t/model/editing/type-form.js';
import { fieldOf, valueOf } from '/a/t/model/editing/values.js';
import { equal, ok, test } from '/test/testing.js';

const attribute = (name, type, more = {}) => ({ name, type, label: name, label_zh: name, label_en: name, required: false, values: [], columns: [], ...more });
const WIDTH = attribute('width_m', 'number', { unit: 'm', required: true });
const STOCK = attribute('stock', 'table', { columns: [attribute('item', 'text', { required: true }), attribute('quantity', 'integer')] });
const TYPE = {
  id: 'fire_break', label: 'Fire break', label_zh: 'f', label_en: 'Fire break', geometry_type: 'line', group: 'forest', symbol: 'fire_break', count: 1, catalogue_revision: 4,
  attributes: [WIDTH, attribute('condition', 'text', { values: [{ code: 'good', label: 'good', label_zh: 'g', label_en: 'good' }] }), attribute('cleared', 'date'), STOCK],
};
const feature = (properties = {}, coordinates = [[110.9, 36.7], [110.91, 36.71]]) => ({
  type: 'Feature', id: 'f1', geometry: { type: 'LineString', coordinates },
  properties: { name: 'North ridge', provenance: 'SURVEYED', source: 'Forestry', external_id: null, accuracy_m: 5, revision: 3, width_m: 12, condition: 'good', changed_by: 'li', ...properties },
});
const begun = (base = feature()) => draftOf(TYPE, base, shapeOfFeature(base), 0);
const width = attributeField('width_m');
const condition = attributeField('condition');

test('a field has a value of its type or says why not', () => {
  const read = (type, field) => [valueOf(attribute('a', type), field).value, valueOf(attribute('a', type), field).problem];
  equal([read('integer', ' 12 '), read('integer', '1.5'), read('integer', '99999999999999999')], [[12, ''], [null, 'integer'], [null, 'integer']]);
  equal([read('number', '1.5'), read('number', '-.5'), read('number', '1,5'), read('number', '\uff11\uff12\uff0e\uff15')], [[1.5, ''], [-0.5, ''], [null, 'number'], [12.5, '']]);
  equal([read('date', '2026-02-28'), read('date', '2026-02-30'), read('date', '28.2.2026')], [['2026-02-28', ''], [null, 'date'], [null, 'date']]);
  equal([read('boolean', 'true'), read('boolean', 'false'), read('text', ' a '), read('text', ' '), read('number', '')], [[true, ''], [false, ''], ['a', ''], [null, ''], [null, '']]);
});

test('a table is read row by row: empty rows are left out, a wrong cell is named with its place', () => {
  const rows = [{ item: 'pump', quantity: '3' }, { item: '', quantity: '' }, { item: 'hose' }];
  equal(valueOf(STOCK, rows).value, [{ item: 'pump', quantity: 3 }, { item: 'hose' }]);
  equal(fieldOf(STOCK, [{ item: 'pump', quantity: 3 }, { item: 'hose' }]), [{ item: 'pump', quantity: '3' }, { item: 'hose', quantity: '' }]);
  equal(valueOf(STOCK, [{ item: 'pump', quantity: 'many' }]), { value: null, problem: 'integer', row: 0, column: 'quantity' });
  equal(valueOf(STOCK, [{ quantity: '3' }]).problem, 'row');
  equal([valueOf(STOCK, []).value, fieldOf(STOCK, undefined)], [null, []]);
});

test('a block from a spreadsheet fills the table from its cell on', () => {
  const rows = [{ item: 'pump', quantity: '1' }];
  equal(pasted(rows, ['item', 'quantity'], 0, 'quantity', '5\r\n6\t7\r\n'), [{ item: 'pump', quantity: '5' }, { quantity: '6' }]);
  equal(pasted(rows, ['item', 'quantity'], 1, 'item', 'hose\t2\nrake\t 3'), [rows[0], { item: 'hose', quantity: '2' }, { item: 'rake', quantity: '3' }]);
});

test('of a known feature only what is different is sent, with the reason', () => {
  const draft = { ...written(written(begun(), width, '15'), 'name', 'North ridge'), reason: ' measured ' };
  equal([changed(draft, TYPE), asWish(draft, TYPE)], [[width], { reason: 'measured', attributes: { width_m: 15 } }]);
  equal(asWish({ ...written(begun(), condition, ''), reason: 'r' }, TYPE), { reason: 'r', attributes: { condition: null } });
  equal(asWish({ ...written(begun(), 'accuracy_m', '2.5'), reason: 'r' }, TYPE), { reason: 'r', accuracy_m: 2.5 });
  const shifted = drawn(begun(), moved(begun().journal.now, 1, 0));
  equal(asWish(shifted, TYPE).geometry.coordinates[0], [111.9, 36.7]);
  equal(changed(drawn(shifted, begun().journal.now), TYPE), []);
});

test('a new feature is sent with all that was filled in', () => {
  let draft = newDraft(TYPE, 'line', 'k', 0);
  ok(!isBegun(draft) && draft.drawing !== null);
  draft = written(written(written(drawn(draft, begun().journal.now), 'name', 'South'), width, '8'), 'source', 'Survey');
  equal(asWish({ ...draft, reason: 'new' }, TYPE), {
    reason: 'new', geometry: feature().geometry, name: 'South', provenance: 'REPORTED', source: 'Survey', attributes: { width_m: 8 },
  });
});

test('what is missing or unreadable is named by field', () => {
  const draft = written(written(written(newDraft(TYPE, 'line', 'k', 0), width, 'wide'), 'accuracy_m', 'x'), attributeField('stock'), [{ quantity: '1' }]);
  equal(wanting(draft, TYPE), { geometry: 'empty', name: 'empty', accuracy_m: 'number', 'attributes/width_m': 'number', 'attributes/stock': 'row', reason: 'empty' });
  equal(wanting({ ...begun(), reason: 'r' }, TYPE), {});
  equal(wanting({ ...written(begun(), width, ''), reason: 'r' }, TYPE), { 'attributes/width_m': 'empty' });
});

test('a path too short to be any goes when drawing ends', () => {
  const draft = { ...newDraft(TYPE, 'line', 'k', 0) };
  const one = drawn(draft, { ...draft.journal.now, parts: [[[[1, 1]]]] });
  equal([withoutShortPath(one).journal.now.parts, withoutShortPath(one).drawing], [[], null]);
});

test('when somebody was faster, what this person touched stays and the rest is as it is now', () => {
  const mine = written(begun(), width, '15');
  const after = overtaken(mine, feature({ revision: 4, condition: null, name: 'Ridge' }), TYPE);
  equal([after.fields[width], after.fields.name, after.fields[condition], clashes(after, TYPE), changed(after, TYPE)], ['15', 'Ridge', '', [], [width]]);
});

test('a field both changed must be settled; theirs is not sent, mine is', () => {
  const mine = written(written(begun(), width, '15'), 'name', 'Ridge N');
  const after = overtaken(mine, feature({ revision: 4, width_m: 20 }), TYPE);
  equal([clashes(after, TYPE), unsettled(after, TYPE)], [[width], [width]]);
  const theirs = { ...after, settled: { [width]: 'theirs' } };
  equal([unsettled(theirs, TYPE), changed(theirs, TYPE)], [[], ['name']]);
  equal(changed({ ...after, settled: { [width]: 'mine' } }, TYPE), [width, 'name']);
  equal(clashes(overtaken(mine, feature({ revision: 4, width_m: 15 }), TYPE), TYPE), []);
});

test('a shape both changed clashes; untouched it is theirs', () => {
  const theirs = feature({ revision: 4 }, [[110.9, 36.7], [110.95, 36.75]]);
  const mine = overtaken(drawn(begun(), moved(begun().journal.now, 0.1, 0)), theirs, TYPE);
  equal([clashes(mine, TYPE), clashes(overtaken(begun(), theirs, TYPE), TYPE)], [['geometry'], []]);
  equal(overtaken(begun(), theirs, TYPE).journal.now, shapeOfFeature(theirs));
});

test('a choice holds while the other side stays; a third change asks again', () => {
  const settled = { ...overtaken(written(begun(), width, '15'), feature({ revision: 4, width_m: 20 }), TYPE), settled: { [width]: 'mine' } };
  equal(unsettled(overtaken(settled, feature({ revision: 5, width_m: 20, name: 'R' }), TYPE), TYPE), []);
  equal(unsettled(overtaken(settled, feature({ revision: 5, width_m: 30 }), TYPE), TYPE), [width]);
});

test('the server\'s objections stand at their fields, a row with its number, the rest below', () => {
  const errors = [
    { pointer: '/attributes/width_m', message: 'too wide' }, { pointer: '/attributes/stock/2/item', message: 'missing' }, { pointer: '/geometry', message: 'invalid' },
    { pointer: '/elsewhere', message: 'odd' }, { pointer: '', message: 'no' },
  ];
  equal(problemsByField({ wanting: { reason: 'empty' }, errors }, TYPE, (why) => `<${why}>`), {
    reason: '<empty>', 'attributes/width_m': 'too wide', 'attributes/stock': '3: missing', geometry: 'invalid', '': 'odd no',
  });
});

test('a history says what changed from state to state, in the order of the form', () => {
  const [old, now] = [feature({ stock: [{ item: 'pump', quantity: 1 }] }), feature({ name: 'Ridge', width_m: 15, revision: 4, changed_by: 'wang', stock: [{ quantity: 1, item: 'pump' }] }, [[110.9, 36.7], [110.92, 36.71]])];
  equal(differences(old, now, TYPE).map(({ field }) => field), ['geometry', 'name', width]);
  equal(differences(old, now, TYPE)[2], { field: width, before: 12, after: 15 });
  equal(differences(old, feature({ stock: [{ item: 'pump', quantity: 1 }], condition: null }), TYPE), [{ field: condition, before: 'good', after: null }]);
  ok(Math.abs(shiftM(old, now) - 446.7) < 1, `${shiftM(old, now)}`);
  const versions = [{ revision: 2 }, { revision: 1 }];
  equal([before(versions, versions[0]), before(versions, versions[1])], [versions[1], null]);
});

test('rows of a table that came and went are told apart, equal ones counted', () => {
  const [pump, hose] = [{ item: 'pump', quantity: 1 }, { item: 'hose' }];
  equal(rowDifferences([pump, pump, hose], [hose, { quantity: 1, item: 'pump' }, { item: 'rake' }]), { gone: [pump], came: [{ item: 'rake' }] });
});

test('fields of no feature are empty, of a feature as they are written', () => {
  equal(fieldsOf(null, TYPE)[width], '');
  equal([fieldsOf(feature(), TYPE).accuracy_m, fieldsOf(feature(), TYPE)[attributeField('stock')]], ['5', []]);
});

test('a new type needs an identifier and words; attributes names of their own, words, and tables columns', () => {
  equal(wantingOfType(emptyType()), { id: 'name', label_zh: 'empty', label_en: 'empty' });
  const named = { ...emptyType(), id: 'well', zh: 'w', en: 'Well', accuracyM: '-1' };
  const one = (more) => ({ ...emptyAttribute(), name: 'depth_m', zh: 'd', en: 'Depth', ...more });
  equal(wantingOfType({ ...named, attributes: [one({ name: 'name' }), one(), one(), one({ name: 'Depth', en: '' }), one({ name: 't', type: 'table' })] }), {
    accuracy_m: 'number', 'attributes/0/name': 'taken', 'attributes/2/name': 'twice', 'attributes/3/name': 'name', 'attributes/3/label': 'labels', 'attributes/4/columns': 'columns',
  });
  equal(wantingOfType({ ...named, accuracyM: '', attributes: [one({ values: [{ ...emptyValue(), code: 'a' }] })] }), { 'attributes/0/values': 'values' });
});

test('a new type is sent whole, of a known one only what is different, attributes as the whole list', () => {
  const depth = { ...emptyAttribute(), name: 'depth_m', type: 'number', unit: 'm', zh: 'd', en: 'Depth', values: [emptyValue()] };
  equal(asLayerWish({ ...emptyType(), id: 'well', zh: ' w ', en: 'Well', attributes: [depth] }), {
    id: 'well', geometry_type: 'point', label_zh: 'w', label_en: 'Well', group: 'own', symbol: 'facility', source: null, accuracy_m: null, update_rule: null,
    attributes: [{ name: 'depth_m', type: 'number', label_zh: 'd', label_en: 'Depth', required: false, unit: 'm' }],
  });
  equal(asLayerWish(formOfType(TYPE)), {});
  const more = { ...formOfType(TYPE), en: 'Break', attributes: [...formOfType(TYPE).attributes, depth] };
  equal([Object.keys(asLayerWish(more)), asLayerWish(more).attributes.length], [['label_en', 'attributes'], 5]);
});

test('what the server knows is only marked as removed and can be kept after all', () => {
  const list = [{ known: true, removed: false }, { known: false, removed: false }];
  equal(withRemoved(list, 1), [list[0]]);
  equal(withRemoved(withRemoved(list, 0), 0), list);
  const gone = { ...formOfType(TYPE), attributes: withRemoved(formOfType(TYPE).attributes, 3) };
  equal(asLayerWish(gone).attributes.length, 3);
});

test('when another administrator was faster, attributes and words of both are there', () => {
  const mine = formOfType(TYPE);
  mine.en = 'Break';
  mine.attributes = mine.attributes.map((it) => (it.name === 'condition' ? { ...it, values: [...it.values, { ...emptyValue(), code: 'mine' }] } : it));
  mine.attributes.push({ ...emptyAttribute(), name: 'own' });
  const values = [...TYPE.attributes[1].values, { code: 'theirs', label: 't', label_zh: 't', label_en: 't' }];
  const latest = { ...TYPE, label_zh: 'new', catalogue_revision: 5, attributes: [{ ...WIDTH, unit: 'cm' }, { ...TYPE.attributes[1], values }, attribute('added', 'text')] };
  const both = rebased(mine, latest);
  equal([both.en, both.zh, both.base.catalogue_revision, both.attributes.map(({ name }) => name)], ['Break', 'new', 5, ['width_m', 'condition', 'added', 'own']]);
  equal([both.attributes[0].unit, both.attributes[1].values.map(({ code }) => code)], ['cm', ['good', 'mine', 'theirs']]);
});

test('an objection to the second attribute that was sent stands at the third of the form when the first is to go', () => {
  const form = { ...formOfType(TYPE), attributes: withRemoved(formOfType(TYPE).attributes, 0) };
  equal([placeOf(form, '/attributes/1/name'), placeOf(form, '/attributes'), placeOf(form, '/id')], ['attributes/2/name', 'attributes', 'id']);
});

import { carriedOver, fitting, hasPlace, hasPlaceNamesOnly, takenTwice, targetsOf } from '/a/t/model/importing/mapping.js';
import { coverOf, placeOfFinding, previewed } from '/a/t/model/importing/preview.js';
import { freshImport, isReachable, isReady, isTerrainFile, modeOf, needsCrs, noMerge, onlyLayer, stepOfErrors, tryKey, wanting, wishOf, withFound } from '/a/t/model/importing/state.js';
import { groupedSystems } from '/a/t/model/importing/systems.js';
import { equal, ok, test } from '/test/testing.js';

const system = (code) => ({ code, label: code });
const table = (name, fields, more = {}) => ({
  name, count: 2, geometry_type: 'line', fields: fields.map((field) => ({ name: field, type: 'text', samples: [] })), crs_declared: null, encoding: 'UTF-8',
  suggested_mapping: Object.fromEntries(fields.map((field) => [field, null])), ...more,
});
const found = (...layers) => ({ upload: 'u1', file: 'a.zip', format: 'shapefile', source_layers: layers, preview: null });
const state = (change = {}) => ({ ...freshImport('mine'), file: { name: 'a.zip', bytes: 1 }, ...change });
const filled = (change = {}) => state({ found: found(table('t', ['a'])), sourceLayer: 't', crs: 'EPSG:4546', mapping: { a: 'external_id' }, ...change });
const mine = { id: 'mine', geometry_type: 'any', label: 'Mine', symbol: 'mine', count: 3, provenance: ['IMPORTED'], attributes: [{ name: 'kind', type: 'text', label: 'Kind' }] };
const done = (change = {}) => ({ state: 'done', accepted: 5, rejected_count: 0, warnings: [], ...change });

test('systems of the county stand first, each once, and none is lost', () => {
  const all = ['EPSG:4490', 'GCJ-02', 'EPSG:4546', 'EPSG:4525', 'EPSG:4508', 'EPSG:4497', 'EPSG:4534', 'EPSG:4491', 'EPSG:32649'].map(system);
  const groups = groupedSystems(all, 110.9);
  equal(groups[0].id, 'here');
  equal(groups[0].systems.map(({ code }) => code), ['EPSG:4490', 'GCJ-02', 'EPSG:4546', 'EPSG:4525', 'EPSG:4508', 'EPSG:4497']);
  equal(groups.flatMap(({ systems }) => systems).length, all.length);
  equal(groups.at(-1).systems.map(({ code }) => code), ['EPSG:32649']);
});

test('each step says what it wants, and no later one is reachable before', () => {
  equal(wanting({ ...freshImport('') }, 'file'), { layer: 'layer', file: 'file' });
  const undecided = state({ found: found(table('t', ['a'], { encoding: null })), sourceLayer: 't' });
  equal(wanting(undecided, 'content'), { encoding: 'encoding', crs: 'crs' });
  ok(isReachable(undecided, 'content'), 'the file is there');
  ok(!isReachable(undecided, 'fields'), 'but not what it is');
  ok(isReachable(filled(), 'check'), 'all is said');
  equal(wanting(filled({ accuracyM: 'five' }), 'fields'), { accuracy_m: 'accuracy' });
});

test('a table wants a place, and place names alone want no coordinate system', () => {
  const rows = (mapping) => state({ found: found(table('t', Object.keys(mapping), { geometry_type: null })), sourceLayer: 't', mapping });
  equal(wanting(rows({ a: 'name' }), 'fields'), { mapping: 'place' });
  ok(needsCrs(rows({ a: 'lon', b: 'lat' })), 'coordinates');
  ok(!needsCrs(rows({ a: 'place' })), 'names');
  ok(hasPlace({ a: 'x', b: 'y' }) && !hasPlace({ a: 'x' }), 'both of a pair');
  ok(!hasPlaceNamesOnly({ a: 'place', b: 'wkt' }), 'both ways');
  equal(takenTwice({ a: 'name', b: 'name', c: 'place', d: 'place', e: null, f: null }), ['name']);
  equal(targetsOf(mine, table('t', [])).places, []);
  equal(targetsOf(mine, table('t', [])).attributes, ['kind']);
});

test('of an extract of OpenStreetMap the table called like the layer is meant, and its system is known', () => {
  const osm = state({ found: { ...found(table('school', []), table('mine', [])), format: 'osm_pbf' } });
  equal(onlyLayer(osm), 'mine');
  equal(onlyLayer({ ...osm, layer: 'dam' }), '');
  ok(!needsCrs({ ...osm, sourceLayer: 'mine' }), 'by its own definition');
});

test('a mended file keeps what the person wrote and takes proposals for what is new', () => {
  const layer = table('t', ['a', 'b'], { suggested_mapping: { a: 'external_id', b: 'kind' } });
  equal(carriedOver({ a: 'name', gone: 'kind' }, layer), { a: 'name', b: 'kind' });
  equal(withFound(state(), found(layer), carriedOver).mapping, { a: 'external_id', b: 'kind' });
  equal(withFound(state({ mapping: { a: 'name' }, mappingOwn: true }), found(layer), carriedOver).mapping, { a: 'name', b: 'kind' });
});

test('the samples in both encodings of the first look stay while one of them is tried', () => {
  const both = { 'UTF-8': ['?'], GBK: ['x'] };
  const first = withFound(state(), found({ ...table('t', []), fields: [{ name: 'a', type: 'text', samples: [], samples_by_encoding: both }] }), carriedOver);
  equal(withFound(first, found(table('t', ['a'])), carriedOver).both, { a: both });
});

test('saved mappings are offered whose every field is in the file', () => {
  const saved = (mapping) => ({ layer: 'mine', source: 's', crs: null, mapping, saved_at: '', saved_by: '' });
  equal(fitting([saved({ a: 'name' }), saved({ c: 'name' }), saved({ c: null, a: 'name' })], table('t', ['a'])).length, 2);
});

test('it merges where that is possible, and invented features leave as a whole', () => {
  equal(modeOf(filled(), mine), 'merge');
  equal(noMerge(filled({ mapping: { a: 'name' } }), mine), 'noId');
  equal(noMerge(filled(), { ...mine, provenance: ['SYNTHETIC'] }), 'synthetic');
  equal(modeOf(filled({ mode: 'merge' }), { ...mine, provenance: ['SYNTHETIC'] }), 'replace');
  equal(modeOf(filled({ mode: 'replace' }), mine), 'replace');
});

test('only what was tried just like this is stored, and with rejected rows only knowingly', () => {
  const tried = (change, report) => {
    const it = filled(change);
    return { ...it, tried: tryKey(it, mine), report: done(report) };
  };
  ok(isReady(tried(), mine), 'tried');
  ok(!isReady({ ...tried(), crs: 'GCJ-02' }, mine), 'another system since');
  ok(!isReady({ ...tried(), mode: 'replace' }, mine), 'another way since');
  ok(!isReady(tried({}, { rejected_count: 1 }), mine), 'a row is bad');
  ok(isReady(tried({ skipRejected: true }, { rejected_count: 1 }), mine), 'and is left out knowingly');
  const elsewhere = { warnings: [{ code: 'import.elsewhere', message: 'm' }] };
  ok(!isReady(tried({}, elsewhere), mine), 'it lies far from the county');
  ok(isReady(tried({ allowElsewhere: true }, elsewhere), mine), 'which is right, somebody says');
  ok(!isReady(tried({ skipRejected: true }, { accepted: 0, rejected_count: 1 }), mine), 'nothing is left');
});

test('what is sent has no empty field', () => {
  equal(wishOf(filled({ source: ' ' })), { upload: 'u1', layer: 'mine', crs: 'EPSG:4546', source_layer: 't', mapping: '{"a":"external_id"}', provenance: 'IMPORTED' });
});

test('a refusal leads to the first step that has its field', () => {
  const error = (pointer) => ({ pointer, code: 'x', message: 'm' });
  equal(stepOfErrors(filled({ errors: [error('/mapping'), error('/crs')] })), 'content');
  equal(stepOfErrors(filled({ errors: [error('')] })), null);
});

test('files of heights are known by their names', () => {
  for (const name of ['a.tif', 'A.TIFF', 'a.asc', 'N36E110.hgt', 'N36E110.hgt.zip']) ok(isTerrainFile(name), name);
  for (const name of ['a.zip', 'tif.csv']) ok(!isTerrainFile(name), name);
});

test('the map shows what comes, what is rejected, what lies outside, and both states of what was repaired, each row once', () => {
  const feature = (row, at) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { row } });
  const finding = (row, more) => ({ row, field: null, code: 'x', reason: '', value: null, ...more });
  const line = { type: 'LineString', coordinates: [[1, 1], [2, 2]] };
  const flagged = [finding(2, { location: { type: 'Point', coordinates: [9, 9] } }), finding(700, { location: { type: 'Point', coordinates: [8, 8] } })];
  const shown = { ...filled(), preview: { type: 'FeatureCollection', features: [feature(1, [1, 1]), feature(2, [9, 9]), feature(3, [1, 1]), feature(4, [1, 1])] }, report: { ...done(), rejected: [finding(4)], flagged, repaired: [finding(3, { before: line, after: line })] } };
  equal(previewed(shown).map(({ look }) => look), ['brought', 'outside', 'rejected', 'outside', 'before', 'after']);
  equal(placeOfFinding(finding(1), shown.preview.features).coordinates, [1, 1]);
  equal(coverOf(previewed(shown)).geometry.coordinates.length, 8);
  equal(coverOf([]), null);
});

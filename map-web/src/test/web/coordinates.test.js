import { looksLikeCoordinates, readCoordinates } from '/a/t/model/coordinates.js';
import { decimal, spoken } from '/a/t/model/degrees.js';
import { equal, ok, test } from '/test/testing.js';

const COUNTY = [110.6, 36.4, 111.2, 37.0];
const near = ([lon, lat]) => Math.abs(lon - 110.93333) < 2e-4 && Math.abs(lat - 36.69167) < 2e-4;

const WRITTEN = [
  '110.93333, 36.69167', '110.93333 36.69167', '110.93333\uff0c36.69167', '110.93333\u300136.69167',
  'N36.69167 E110.93333', 'E110.93333 N36.69167', '36.69167N, 110.93333E', '110.93333 e / 36.69167 n',
  'N 36\u00b041.5\u2032 E 110\u00b056.0\u2032', "36\u00b041.5'N 110\u00b056.0'E", "E 110\u00b056' N 36\u00b041.5'", 'N 36 41.5 E 110 56.0',
  'N 36\u00b041\u203230\u2033 E 110\u00b056\u20320\u2033', '36\u00b041\'30"N 110\u00b056\'00"E', "110\u00b056'00'' 36\u00b041'30''",
  '\u5317\u7eac36\u5ea641\u520630\u79d2 \u4e1c\u7ecf110\u5ea656\u5206', '\u4e1c\u7ecf110.93333\u5ea6\uff0c\u5317\u7eac36.69167\u5ea6',
  '110\u00b056.0\u2032, 36\u00b041.5\u2032',
];

for (const text of WRITTEN) {
  test(`a place written as ${text} is understood`, () => {
    const { state, at } = readCoordinates(text, COUNTY);
    ok(state === 'place' && near(at), `${state} ${at}`);
  });
}

test('what the screen itself shows can be typed into it, in the whole county', () => {
  for (let i = 0; i <= 20; i++) {
    const at = [110.6 + 0.03 * i, 37.0 - 0.03 * i];
    for (const text of [spoken(at), decimal(at)]) {
      const read = readCoordinates(text, COUNTY).at;
      ok(Math.abs(read[0] - at[0]) < 1e-3 && Math.abs(read[1] - at[1]) < 1e-3, text);
    }
  }
});

test('a pair whose mirror lies in the county is offered turned round, not turned', () => {
  equal(readCoordinates('36.68, 110.94', COUNTY), { state: 'mirrored', at: [110.94, 36.68], km: 0 });
  equal(readCoordinates('N110.94 E36.68', COUNTY).state, 'mirrored');
});

test('a place outside says how far; the neighbour may be meant, Beijing may not', () => {
  equal([readCoordinates('116.4, 39.9', COUNTY).state, readCoordinates('39.9, 116.4', COUNTY).state], ['outside', 'outside']);
  ok(Math.abs(readCoordinates('39.9, 116.4', COUNTY).km - 552) < 10, 'the distance to Beijing');
  const beside = readCoordinates('111.3, 36.7', COUNTY);
  equal([beside.state, beside.at, Math.round(beside.km)], ['beside', [111.3, 36.7], 9]);
});

test('what is no place is not understood, and nothing is nothing', () => {
  const states = ['somewhere', '110.93', '110.93, 36.69, 1', 'N36.69 N36.70', 'N 36\u00b075\u2032 E 110\u00b000\u2032', '36.5\u00b030\u2032 110\u00b000\u2032', '1234, 36.7', 'A110.93 B36.69', 'N36.69']
    .map((text) => readCoordinates(text, COUNTY).state);
  equal([...new Set(states)], ['unreadable']);
  equal(readCoordinates('  ', COUNTY).state, 'empty');
});

test('south and west count below zero', () => {
  equal(readCoordinates('S 33.5 W 70.5', [-71, -34, -70, -33]).at, [-70.5, -33.5]);
  equal(readCoordinates('-70.5, -33.5', [-71, -34, -70, -33]).at, [-70.5, -33.5]);
});

test('two numbers mean coordinates even when they are none; a name with a number does not', () => {
  equal(['999, 999', 'N 36', '4062301.5 493742.1', 'X214 12', 'lq', ''].map(looksLikeCoordinates), [true, false, true, false, false, false]);
});

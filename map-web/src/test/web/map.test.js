import { Texts } from '/a/t/i18n/texts.js';
import { TakenSpace, place } from '/a/t/map/labels.js';
import { fittingZoom, metresPerPixel, scaleBar } from '/a/t/map/mercator.js';
import { readPalette } from '/a/t/map/sprites.js';
import { stacks } from '/a/t/map/stacks.js';
import { lookOf } from '/a/t/map/unit-looks.js';
import { UnitPainter } from '/a/t/map/unit-painter.js';
import { Store } from '/a/t/model/store.js';
import { equal, ok, test } from '/test/testing.js';

const wish = (x, y) => ({ x, y, width: 60, height: 16, gap: 15 });

test('labels of neighbours avoid each other', () => {
  const taken = new TakenSpace();
  const first = place(taken, wish(100, 100), false);
  const second = place(taken, wish(104, 102), false);
  ok(first.x > 100 && second.x < 104, 'the second goes to the other side');
});

test('a label without room is left out, unless it must be shown', () => {
  const taken = new TakenSpace();
  taken.take({ left: -500, right: 500, top: -500, bottom: 500 });
  equal(place(taken, wish(0, 0), false), null);
  ok(place(taken, wish(0, 0), true) !== null);
});

test('the scale bar is a round length that fits', () => {
  const perPixel = metresPerPixel(36.7, 13);
  const { metres, px } = scaleBar(perPixel, 120);
  ok([1, 2, 5].includes(metres / 10 ** Math.floor(Math.log10(metres))) && px <= 120 && px > 45);
  ok(Math.abs(px * perPixel - metres) <= perPixel / 2 + 1e-9);
});

test('a county fills its window: between two zooms where that is sharp, else at the whole one below', () => {
  equal([9.7, 9.5, 9.4, 10].map(fittingZoom), [9.7, 9.5, 9, 10]);
  for (let exact = 8; exact < 12; exact += 0.013) {
    const filled = 2 ** (fittingZoom(exact) - exact);
    ok(filled <= 1 && filled > 0.7, `filled ${filled}`);
  }
});

test('an acknowledged order looks unlike one without answer', () => {
  const fix = { fixAt: 0, intervals: [], courseDeg: 90 };
  equal(lookOf({ status: 'ordered' }, fix, { state: 'ordered' }, 0, '').state, 'ordered');
  equal(lookOf({ status: 'ordered' }, fix, { state: 'acknowledged' }, 0, '').state, 'acknowledged');
  equal([lookOf({ status: 'en_route' }, fix, undefined, 0, '').courseDeg, lookOf({ status: 'on_scene' }, fix, undefined, 0, '').courseDeg], [90, null]);
});

test('ages and elapsed times are short', () => {
  const texts = new Texts(() => 'en');
  equal([0, 59_999, 60_000, 3_600_000, 200_000_000].map((ms) => texts.age(ms)), ['0 s', '59 s', '1 min', '1 h', '2 d']);
  equal([401_000, 4_001_000].map((ms) => texts.elapsed(ms)), ['06:41', '1:06:41']);
  equal([10, 89, 91, null].map((s) => texts.minutes(s)), ['1 min', '1 min', '2 min', '—']);
});

test('a text that is not there is a defect, a code that is not known speaks for itself', () => {
  const texts = new Texts(() => 'en');
  equal(texts.code('unitType', 'hover_craft'), 'hover craft');
  let thrown = false;
  try {
    texts.t('no.such');
  } catch {
    thrown = true;
  }
  ok(thrown);
});

test('units in one station are one stack with their number, others stay apart', () => {
  const found = stacks([{ x: 0, y: 0 }, { x: 3, y: 4 }, { x: 40, y: 0 }, { x: 13.9, y: 0 }], 14);
  equal(found.map(({ top, count }) => [top.x, count]), [[0, 3], [40, 1]]);
});

test('10,000 units in view are painted as dots, each where it is', () => {
  const store = new Store();
  store.picture.takeSnapshot({ realm: null, incidents: [], orders: [], closures: [], units: Array.from({ length: 10_000 }, (_, i) => ({ id: `u${i}`, name: `unit ${i}`, type: 'x', status: 'available', latest: null, revision: 1 })) });
  const canvas = document.createElement('canvas');
  canvas.width = 1900;
  canvas.height = 1000;
  const painter = new UnitPainter(store, new Texts(() => 'en'), (lon, lat) => ({ x: lon, y: lat }), () => 10);
  painter.setPalette(readPalette());
  const g = canvas.getContext('2d');
  store.picture.takePositions({ fixes: Array.from({ length: 10_000 }, (_, i) => [`u${i}`, 10 + (i % 100) * 18, 10 + Math.floor(i / 100) * 9, new Date().toISOString(), 40, 90, 5, 'http']) });
  painter.paint(g, { x: 0, y: 0 }, { x: 1900, y: 1000 });
  const inked = (/** @type {number} */ x, /** @type {number} */ y) => g.getImageData(x, y, 1, 1).data[3] > 0;
  ok([0, 57, 5_050, 9_999].every((i) => inked(10 + (i % 100) * 18, 10 + Math.floor(i / 100) * 9)), 'a dot in each place');
  ok(!inked(19, 14), 'nothing between them');
});

const FREE = { x: 400, y: 300 };

/** One idle unit in the middle, drawn at a zoom; where there is ink and what was written. */
function drawnAt(zoom) {
  const store = new Store();
  store.picture.takeSnapshot({ realm: null, incidents: [], orders: [], closures: [], units: [{ id: 'u', name: 'Vaduz 1', type: 'ambulance', status: 'available', latest: null, revision: 1 }] });
  store.picture.takePositions({ fixes: [['u', 200, 150, new Date().toISOString(), 0, 0, 5, 'http']] });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: FREE.x, height: FREE.y });
  const g = canvas.getContext('2d');
  const words = [];
  const fillText = g.fillText.bind(g);
  g.fillText = (text, ...rest) => (words.push(text), fillText(text, ...rest));
  const painter = new UnitPainter(store, new Texts(() => 'en'), (lon, lat) => ({ x: lon, y: lat }), () => zoom);
  painter.setPalette(readPalette());
  const looks = [];
  const { of } = painter.sprites;
  painter.sprites.of = (look) => (looks.push(look), of.call(painter.sprites, look));
  painter.paint(g, { x: 0, y: 0 }, FREE);
  return { painter, words, look: looks[0], inked: (x, y) => g.getImageData(x, y, 1, 1).data[3] > 0 };
}

test('an idle unit has its letter at every zoom, and at an overview stands small above its place, where the name is printed', () => {
  equal([8, 10, 12, 16].map((zoom) => drawnAt(zoom).look.glyph), ['A', 'A', 'A', 'A']);
  const far = drawnAt(10);
  ok(far.look.small && far.inked(200, 134) && !far.inked(208, 150), 'above the place, nothing beside it');
  equal([far.painter.hit({ x: 200, y: 134 })?.id, drawnAt(12).look.small, drawnAt(12).inked(204, 155)], ['u', false, true]);
});

test('an idle unit is named from a closer zoom only', () => {
  equal([10, 12, 13].map((zoom) => drawnAt(zoom).words.length > 0), [false, false, true]);
});

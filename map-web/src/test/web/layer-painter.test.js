import { Texts } from '/a/t/i18n/texts.js';
import { LayerPainter } from '/a/t/map/layer-painter.js';
import { distanceTo, halfWay, inside, labelPoint, shapeOf, worldX, worldY } from '/a/t/map/shapes.js';
import { readLayerPalette } from '/a/t/map/symbol-painter.js';
import { SYMBOLS, levelOf, symbolOf } from '/a/t/map/symbols.js';
import { Store } from '/a/t/model/store.js';
import { equal, ok, test } from '/test/testing.js';

const SIZE = { x: 400, y: 300 };
const SCALE = 256 * 2 ** 14;
const LEFT = worldX(110.9) * SCALE;
const TOP = worldY(36.7) * SCALE;
/** The place at a pixel of the canvas. */
const place = (x, y) => {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + TOP)) / SCALE))) * 180) / Math.PI;
  return [((x + LEFT) / SCALE - 0.5) * 360, lat];
};
const row = (...pixels) => pixels.map(([x, y]) => place(x, y));
let next = 0;
const feature = (type, coordinates, properties = {}) => ({ type: 'Feature', id: `f${next++}`, geometry: { type, coordinates }, properties: { name: '', ...properties } });

/** What is drawn of layers: [symbol, features] each. */
function drawn(layers, { zoom = 14, selected = null } = {}) {
  const store = new Store();
  store.layerTypes = layers.map(([symbol]) => ({ id: symbol, symbol, label: symbol, group: 'own', geometry_type: 'any', count: 1 }));
  store.visibleLayers = new Set(layers.map(([symbol]) => symbol));
  for (const [symbol, features] of layers) store.loadedLayers.set(symbol, { features, box: null, complete: true, state: 'ready', problem: '' });
  store.selectedFeature = selected;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: SIZE.x, height: SIZE.y });
  const g = canvas.getContext('2d');
  const words = [];
  const { fillText } = g;
  g.fillText = (text, ...rest) => (words.push(text), fillText.call(g, text, ...rest));
  const painter = new LayerPainter(store, new Texts(() => 'en'), () => ({ scale: SCALE, left: LEFT, top: TOP }), () => zoom);
  painter.setPalette(readLayerPalette());
  painter.paint(g, { x: 0, y: 0 }, SIZE);
  return { painter, words, store, hit: (x, y) => painter.hit({ x, y }).map(({ feature: { id } }) => id), inked: (x, y) => g.getImageData(x, y, 1, 1).data[3] > 0 };
}

test('a point, a line and an area lie where they are', () => {
  const { inked } = drawn([
    ['forest_compartment', [feature('Polygon', [row([20, 20], [120, 20], [120, 120], [20, 120], [20, 20])])]],
    ['fire_lane', [feature('LineString', row([200, 50], [390, 50]))]],
    ['cistern', [feature('Point', place(300, 200))]],
  ]);
  ok(inked(70, 70) && inked(300, 50) && inked(300, 200), 'something of each');
  ok(!inked(150, 70) && !inked(300, 80) && !inked(340, 200), 'nothing between');
});

test('a hole in an area is left free and is not the area', () => {
  const { inked, hit } = drawn([['reservoir', [feature('Polygon', [row([20, 20], [220, 20], [220, 220], [20, 220], [20, 20]), row([80, 80], [160, 80], [160, 160], [80, 160], [80, 80])])]]]);
  ok(inked(50, 50) && !inked(120, 120));
  equal([hit(50, 50).length, hit(120, 120).length], [1, 0]);
});

test('under a click the point comes first, then the line, then the smaller area', () => {
  const point = feature('Point', place(100, 100));
  const line = feature('LineString', row([0, 100], [200, 100]));
  const small = feature('Polygon', [row([80, 80], [120, 80], [120, 120], [80, 120], [80, 80])]);
  const large = feature('Polygon', [row([10, 10], [300, 10], [300, 250], [10, 250], [10, 10])]);
  const { hit } = drawn([['forest_compartment', [large, small]], ['fire_lane', [line]], ['cistern', [point]]]);
  equal(hit(102, 99), [point.id, line.id, small.id, large.id]);
  equal(hit(180, 103), [line.id, large.id]);
  equal(hit(350, 280), []);
});

test('an area without a filling is met on its outline only', () => {
  const { hit } = drawn([['division', [feature('Polygon', [row([20, 20], [220, 20], [220, 220], [20, 220], [20, 20])])]]]);
  equal([hit(120, 120).length, hit(120, 21).length], [0, 1]);
});

test('symbols on top of each other are one with their number, and a click finds all', () => {
  const features = [0, 3, 6].map((x) => feature('Point', place(100 + x, 100)));
  const { words, hit } = drawn([['cistern', features]]);
  ok(words.includes('3'), 'the number');
  equal(hit(100, 100).sort(), features.map((it) => it.id).sort());
});

test('thousands of points at an overview are dots without letters, each where it is', () => {
  const features = Array.from({ length: 5_000 }, (_, i) => feature('Point', place(5 + (i % 78) * 5, 5 + Math.floor(i / 78) * 5)));
  const { inked, words, hit, store } = drawn([['cistern', features]], { zoom: 10 });
  equal([words, inked(5 + 40 * 5, 5 + 30 * 5)], [[], true]);
  ok(hit(5, 5).includes(features[0].id));
  ok(store.pointsAreDots, 'the legend is told');
  ok(!drawn([['cistern', features.slice(0, 9)]], { zoom: 10 }).store.pointsAreDots, 'a few are symbols');
});

test('a level has its colour and its numeral, whatever the registry calls it', () => {
  const areas = ['red', 'orange', 'yellow', 'blue'].map((level, i) => feature('Polygon', [row([10 + 90 * i, 20], [80 + 90 * i, 20], [80 + 90 * i, 90], [10 + 90 * i, 90], [10 + 90 * i, 20])], { level }));
  equal(drawn([['risk_area', areas]]).words, ['\u2160', '\u2161', '\u2162', '\u2163']);
  equal(levelOf(symbolOf({ symbol: 'risk_area' }), feature('Point', [0, 0], { level: 'unknown' })), null);
});

test('only the layer of levels has levels, and no tone is near a level\u2019s colour, by day and by night', async () => {
  equal(Object.keys(SYMBOLS).filter((id) => SYMBOLS[id].level), ['risk_area']);
  const css = await (await fetch('/a/t/style/tokens.css')).text();
  for (const theme of css.split(':root').slice(1)) {
    const colours = (name) => [...theme.matchAll(new RegExp(`--${name}: #(\\w{2})(\\w{2})(\\w{2});`, 'g'))].map((found) => found.slice(1).map((hex) => parseInt(hex, 16)));
    const [tones, levels] = [colours('tone-\\w+'), colours('l[1-4]')];
    equal([tones.length, levels.length], [7, 4]);
    for (const tone of tones) for (const level of levels) ok(Math.hypot(...tone.map((part, i) => part - level[i])) > 60, `${tone} and ${level}`);
  }
});

test('the chosen feature is on the map although its layer is not', () => {
  const hidden = feature('Point', place(200, 150));
  const { painter, store } = drawn([['cistern', []]], { selected: { layer: 'cistern', id: hidden.id, feature: hidden, others: [], problem: '' } });
  store.visibleLayers = new Set();
  equal(painter.items.map((item) => item.feature.id), [hidden.id]);
});

test('a type of the county\u2019s own looks like its group', () => {
  equal([symbolOf({ symbol: 'unknown', group: 'hazard' }).frame, symbolOf({ symbol: 'unknown', group: 'base' }).frame], ['diamond', 'dot']);
  equal(symbolOf({ symbol: 'unknown' }).tone, 'grey');
});

test('a label of an area that is bent lies inside it', () => {
  for (let i = 0; i < 200; i++) {
    const corners = Array.from({ length: 12 }, (_, k) => {
      const r = 20 + Math.random() * 80;
      return [200 + r * Math.cos((k / 12) * 2 * Math.PI), 150 + r * Math.sin((k / 12) * 2 * Math.PI)];
    });
    const ring = new Float64Array([...corners, corners[0]].flat());
    const { x, y, width } = labelPoint([ring]);
    ok(width === 0 || inside([ring], x, y), `${x} ${y} of ${[...ring]}`);
  }
});

test('distances and middles of lines are those of geometry', () => {
  const line = new Float64Array([0, 0, 10, 0, 10, 10]);
  equal([distanceTo(line, 5, 3), distanceTo(line, 13, 14), halfWay(line)], [3, 5, { x: 10, y: 0 }]);
});

test('the world\u2019s square is Web Mercator', () => {
  equal([worldX(-180), worldX(180), worldY(0)], [0, 1, 0.5]);
  ok(Math.abs(worldY(85.0511287798)) < 1e-9 && Math.abs(worldY(-85.0511287798) - 1) < 1e-9);
  const shape = shapeOf(feature('MultiPoint', [[0, 0], [90, 0]]));
  equal([shape.points.length, shape.west, shape.east], [4, 0.5, 0.75]);
});

test('every symbol has a name in both languages', () => {
  for (const language of ['en', 'zh-CN']) {
    const named = new Texts(() => language).codes('symbol');
    equal(Object.keys(SYMBOLS).filter((id) => !named.includes(id)), []);
  }
});

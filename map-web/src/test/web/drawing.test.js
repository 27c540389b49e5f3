import { textOf, typedShape } from '/a/t/model/editing/coordinate-text.js';
import { faults } from '/a/t/model/editing/crossings.js';
import { begunJournal, redone, shortened, stepped, undone } from '/a/t/model/editing/journal.js';
import { areaM2, distanceM, lengthM } from '/a/t/model/editing/measures.js';
import {
  edges, geometryOf, isSameShape, middleOf, moved, shapeOf, unfinished, vertices, withPathBegun, withPathRemoved, withVertexAdded, withVertexAppended, withVertexMoved, withVertexRemoved,
} from '/a/t/model/editing/shape.js';
import { snap } from '/a/t/model/editing/snapping.js';
import { equal, ok, test } from '/test/testing.js';

const BOUNDS = [110.6, 36.4, 111.2, 37];
const square = (x, y, side) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
const area = (...parts) => ({ kind: 'polygon', multi: parts.length > 1, parts });
const line = (...parts) => ({ kind: 'line', multi: parts.length > 1, parts: parts.map((path) => [path]) });
const at = (part, ring, vertex) => ({ part, ring, vertex });

const GEOMETRIES = [
  { type: 'Point', coordinates: [1, 2] },
  { type: 'MultiPoint', coordinates: [[1, 2]] },
  { type: 'LineString', coordinates: [[1, 2], [3, 4]] },
  { type: 'MultiLineString', coordinates: [[[1, 2], [3, 4]], [[5, 6], [7, 8], [9, 9]]] },
  { type: 'Polygon', coordinates: [[[0, 0], [9, 0], [9, 9], [0, 0]], [[2, 1], [3, 1], [3, 2], [2, 1]]] },
  { type: 'MultiPolygon', coordinates: [[[[0, 0], [9, 0], [9, 9], [0, 0]]]] },
];

test('every geometry comes back as it was, a multi geometry of one part too', () => {
  for (const geometry of GEOMETRIES) equal(geometryOf(shapeOf(geometry)), geometry);
});

test('heights are left out, mixed collections are not drawn on, nothing drawn is no geometry', () => {
  equal(geometryOf(shapeOf({ type: 'LineString', coordinates: [[1, 2, 800], [3, 4, 810]] })), { type: 'LineString', coordinates: [[1, 2], [3, 4]] });
  equal([shapeOf({ type: 'GeometryCollection', geometries: [] }), shapeOf(null), geometryOf({ kind: 'line', multi: true, parts: [] })], [null, null, null]);
});

test('a second part makes a multi geometry of a single one', () => {
  const { shape, part } = withPathBegun(line([[0, 0], [1, 1]]), null);
  const two = [[2, 2], [3, 3]].reduce((drawn, vertex) => withVertexAppended(drawn, { part, ring: 0 }, vertex), shape);
  equal(geometryOf(two).type, 'MultiLineString');
  equal(geometryOf(withPathRemoved(two, 0, 0)), { type: 'LineString', coordinates: [[2, 2], [3, 3]] });
});

test('a hole is begun in a part and drawn there', () => {
  const { shape, part, ring } = withPathBegun(area([square(0, 0, 9)], [square(20, 0, 9)]), 1);
  const drawn = withVertexAppended(shape, { part, ring }, [21, 1]);
  equal([part, ring, drawn.parts[1][1], drawn.parts[0].length], [1, 1, [[21, 1]], 1]);
});

test('vertices are moved, added and removed where they are addressed, and nothing else changes', () => {
  const before = area([square(0, 0, 9), square(2, 2, 3)], [square(20, 0, 9)]);
  const kept = JSON.stringify(before);
  equal(withVertexMoved(before, at(0, 1, 2), [6, 6]).parts[0][1][2], [6, 6]);
  equal(withVertexAdded(before, at(1, 0, 4), [20, 5]).parts[1][0].length, 5);
  equal(withVertexRemoved(before, at(0, 0, 1)).parts[0][0].length, 3);
  equal(JSON.stringify(before), kept);
});

test('a path that would keep too few vertices goes: a hole alone, an outer ring with its part; while it is drawn it may be short', () => {
  const triangle = [[0, 0], [9, 0], [0, 9]];
  equal(withVertexRemoved(area([square(0, 0, 20), triangle]), at(0, 1, 0)).parts, [[square(0, 0, 20)]]);
  equal(withVertexRemoved(area([triangle], [square(20, 0, 9)]), at(0, 0, 0)).parts, [[square(20, 0, 9)]]);
  equal(withVertexRemoved(line([[0, 0], [1, 1]]), at(0, 0, 1)).parts, []);
  equal(withVertexRemoved(line([[0, 0], [1, 1]]), at(0, 0, 1), true).parts, [[[[0, 0]]]]);
});

test('every edge of a ring has a middle whose new vertex lies on it; a line is not closed', () => {
  const ring = area([square(0, 0, 2)]);
  equal(edges(ring).length, 4);
  const last = edges(ring)[3];
  equal([last.from, last.to], [[0, 2], [0, 0]]);
  equal(withVertexAdded(ring, last.address, [0, 1]).parts[0][0], [...square(0, 0, 2), [0, 1]]);
  equal([edges(line([[0, 0], [1, 1], [2, 0]])).length, vertices(ring).length], [2, 4]);
});

test('moving keeps the form; the middle is that of the extent', () => {
  const shape = area([square(0, 0, 2)]);
  equal([moved(shape, 1, 2).parts[0][0][2], middleOf(shape), middleOf(area())], [[3, 4], [1, 1], null]);
  ok(isSameShape(moved(moved(shape, 1, 2), -1, -2), shape) && !isSameShape(shape, moved(shape, 1, 0)) && isSameShape(null, null));
});

test('too few vertices cannot be sent', () => {
  equal(unfinished(line([[0, 0]], [[1, 1], [2, 2]])), [{ part: 0, ring: 0 }]);
  equal(unfinished(line([[0, 0], [0, 0]])), [{ part: 0, ring: 0 }]);
  equal(unfinished(area([square(0, 0, 2), [[1, 1]]])), [{ part: 0, ring: 1 }]);
});

test('steps are taken back and again, a new step ends the way forward, no step is none', () => {
  const [a, b, c] = [line([[0, 0]]), line([[1, 1]]), line([[2, 2]])];
  const two = stepped(stepped(begunJournal(a), b), c);
  equal([undone(two).now, undone(undone(two)).now, undone(undone(undone(two))).now], [b, a, a]);
  equal([redone(undone(two)).now, redone(two).now, redone(redone(undone(undone(two)))).now], [c, c, c]);
  const other = stepped(undone(two), a);
  equal([other.now, redone(other).now, undone(other).now], [a, a, b]);
  ok(stepped(two, c) === two);
});

test('the oldest steps are forgotten', () => {
  let journal = begunJournal(line([[0, 0]]));
  for (let i = 1; i <= 500; i++) journal = stepped(journal, line([[i, 0]]));
  equal([journal.past.length, journal.past[0].parts[0][0][0][0]], [200, 300]);
});

test('lengths are those of the ellipsoid, as PostGIS measures them', () => {
  const cases = [
    [[110.93, 36.69], [110.9412, 36.6981], 1345.2859, 0.001],
    [[110.7, 36.5], [111.1, 36.9], 56991.128, 0.5],
    [[110.93, 36.69], [110.93, 36.6900001], 0.0111, 0.0001],
  ];
  for (const [a, b, expected, within] of cases) ok(Math.abs(distanceM(a, b) - expected) < within, `${distanceM(a, b)} for ${expected}`);
});

test('areas are those of the ellipsoid without their holes, lengths of areas those of all rings', () => {
  const outer = square(110.93, 36.69, 0.01);
  const hole = [[110.932, 36.692], [110.932, 36.696], [110.936, 36.692]];
  const near = (actual, expected) => ok(Math.abs(actual / expected - 1) < 1e-4, `${actual} for ${expected}`);
  near(areaM2(area([outer])), 991_711.07);
  near(areaM2(area([[...outer].reverse()])), 991_711.07);
  near(areaM2(area([outer, hole])), 912_371.11);
  near(areaM2(area([outer], [square(110.95, 36.69, 0.01)])), 2 * 991_711.07);
  near(lengthM(area([outer])), 4006.757);
  equal([areaM2(line(outer)), areaM2(area([outer.slice(0, 2)])), lengthM({ kind: 'point', multi: false, parts: [[[[1, 1]]]] })], [0, 0, 0]);
});

/** What ST_IsValid says of them. */
const VALID = [
  area([square(0, 0, 9)]),
  area([square(0, 0, 9), square(2, 2, 3)]),
  area([square(0, 0, 9), [[0, 0], [5, 2], [2, 5]]]),
  area([square(0, 0, 4)], [square(4, 4, 4)]),
  area([square(0, 0, 9), square(2, 2, 5)], [square(3, 3, 3)]),
  area([[[0, 0], [9, 0], [9, 0], [9, 9], [0, 9]]]),
];
const BROKEN = [
  ['a bow tie', area([[[0, 0], [9, 9], [9, 0], [0, 9]]])],
  ['a spike', area([[[0, 0], [9, 0], [9, 9], [9, 0], [0, 9]]])],
  ['a ring that touches itself', area([[[0, 0], [9, 0], [5, 5], [9, 9], [0, 9], [5, 5]]])],
  ['nothing but a line', area([[[0, 0], [5, 0], [9, 0]]])],
  ['a hole across the edge', area([square(0, 0, 9), square(5, 5, 9)])],
  ['a hole outside', area([square(0, 0, 9), square(20, 20, 3)])],
  ['a hole in a hole', area([square(0, 0, 20), square(2, 2, 9), square(4, 4, 3)])],
  ['a hole along the edge', area([square(0, 0, 9), square(0, 2, 3)])],
  ['a hole that cuts off a corner', area([square(0, 0, 9), [[0, 4], [4, 0], [5, 5]]])],
  ['parts that overlap', area([square(0, 0, 9)], [square(4, 4, 9)])],
  ['parts with a common edge', area([square(0, 0, 4)], [square(4, 0, 4)])],
  ['a part in a part', area([square(0, 0, 9)], [square(2, 2, 3)])],
  ['the same part twice', area([square(0, 0, 9)], [square(0, 0, 9)])],
];

test('what simple features allow is let through, what they forbid is found and shown where', () => {
  VALID.forEach((shape, i) => equal([i, faults(shape)], [i, []]));
  for (const [name, shape] of BROKEN) ok(faults(shape).length > 0, name);
  equal(faults(BROKEN[0][1]), [[4.5, 4.5]]);
  equal(faults(line([[0, 0], [9, 9], [9, 0], [0, 9]])), []);
});

test('a ring of thousands of corners is whole until two of them change places', () => {
  const n = 4000;
  const ring = Array.from({ length: n }, (_, i) => [Math.cos((2 * Math.PI * i) / n), Math.sin((2 * Math.PI * i) / n)]);
  equal(faults(area([ring])), []);
  const crossed = ring.map((vertex, i) => (i === 1000 ? ring[1001] : i === 1001 ? ring[1000] : vertex));
  equal(faults(area([crossed])).length > 0, true);
});

const project = ([x, y]) => ({ x: x * 10, y: y * 10 });
const near = (pointer, paths, reach = 12) => snap(pointer, paths, project, reach, [(pointer.x - reach) / 10, (pointer.y - reach) / 10, (pointer.x + reach) / 10, (pointer.y + reach) / 10]);

test('the pointer is drawn to a vertex before an edge, to the nearest of its kind, and to nothing out of reach', () => {
  const paths = [[[0, 0], [10, 0], [10, 10]], [[0, 1.5]]];
  equal(near({ x: 50, y: 5 }, paths), { at: [5, 0], kind: 'edge' });
  equal(near({ x: 92, y: 5 }, paths), { at: [10, 0], kind: 'vertex' });
  equal(near({ x: 1, y: 13 }, paths), { at: [0, 1.5], kind: 'vertex' });
  equal(near({ x: 50, y: 13 }, paths), null);
  equal(near({ x: 50, y: 13 }, []), null);
});

test('a long edge that only passes by is seen though none of its ends is near', () => {
  const found = near({ x: 500, y: 505 }, [[[0, 0], [100, 100]]]);
  equal(found.kind, 'edge');
  ok(Math.abs(found.at[0] - found.at[1]) < 1e-9, 'on the edge');
});

test('a shape is written as lines and read again with all its figures', () => {
  const shapes = [
    area([square(110.9123456789, 36.7, 0.02), square(110.915, 36.705, 0.003)], [square(110.95, 36.7, 0.01)]),
    line([[110.9, 36.7], [110.91, 36.7123456789]], [[110.92, 36.7], [110.93, 36.7]]),
    { kind: 'point', multi: true, parts: [[[[110.9, 36.7]]], [[[110.91, 36.7]]]] },
  ];
  for (const shape of shapes) equal(typedShape(textOf(shape), shape, BOUNDS).shape, shape);
});

test('coordinates are typed as on paper; a line that is none is named', () => {
  const empty = { kind: 'line', multi: false, parts: [] };
  equal(typedShape('110.9 36.7\nN 36\u00b042.6\u2032 E 110\u00b055.0\u2032\n', empty, BOUNDS).shape.parts, [[[[110.9, 36.7], [110 + 55 / 60, 36.71]]]]);
  equal(typedShape('110.9, 36.7\nhere', empty, BOUNDS), { shape: null, line: 2, state: 'unreadable' });
  equal(typedShape('36.7, 110.9', empty, BOUNDS), { shape: null, line: 1, state: 'mirrored' });
  equal(typedShape('', empty, BOUNDS).shape.parts, []);
});

test('an empty line begins a hole, three dashes a part, whatever stands around them', () => {
  const typed = ['110.90,36.70', '110.92,36.70', '110.92,36.72', '', '110.91,36.702', '110.915,36.702', '110.915,36.71', '', '---', '', '110.95,36.7', '110.96,36.7', '110.96,36.71', ''].join('\n');
  const { shape } = typedShape(typed, { kind: 'polygon', multi: false, parts: [] }, BOUNDS);
  equal(shape.parts.map((rings) => rings.map((ring) => ring.length)), [[3, 3], [3]]);
});

test('as many steps are kept as go into a small drawer, the nearest ones', () => {
  let journal = begunJournal(line([[0, 0], [1, 0]]));
  for (let i = 1; i <= 9; i++) journal = stepped(journal, line([[i, 0], [i, 1]]));
  const half = undone(undone(undone(journal)));
  equal([shortened(half, 2, 1000).past.map((shape) => shape.parts[0][0][0][0]), shortened(half, 2, 1000).future.length], [[4, 5], 2]);
  equal([shortened(journal, 30, 8).past.length, shortened(journal, 30, 1).past.length, shortened(journal, 30, 1).now], [4, 0, journal.now]);
});

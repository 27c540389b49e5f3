/** @import { GeoGeometry, OpenPath, Shape, ShapeKind, VertexAddress } from '../../editing-types.js' */
/** @import { LonLat } from '../../types.js' */

/** Vertices that a path must keep; a ring is counted without its repeated last vertex. */
export const LEAST = /** @type {Record<ShapeKind, number>} */ ({ point: 1, line: 2, polygon: 3 });

/** @param {ShapeKind} kind @returns {Shape} */
export function emptyShape(kind) {
  return { kind, multi: false, parts: [] };
}

/** Null for what cannot be edited here: a collection of different kinds. @param {GeoGeometry | null} geometry @returns {Shape | null} */
export function shapeOf(geometry) {
  if (!geometry) return null;
  const flat = (/** @type {number[]} */ [lon, lat]) => /** @type {LonLat} */ ([lon, lat]);
  const path = (/** @type {number[][]} */ line) => line.map(flat);
  const rings = (/** @type {number[][][]} */ polygon) => polygon.map((ring) => path(ring.slice(0, -1)));
  switch (geometry.type) {
    case 'Point':
      return { kind: 'point', multi: false, parts: [[[flat(geometry.coordinates)]]] };
    case 'MultiPoint':
      return { kind: 'point', multi: true, parts: geometry.coordinates.map((at) => [[flat(at)]]) };
    case 'LineString':
      return { kind: 'line', multi: false, parts: [[path(geometry.coordinates)]] };
    case 'MultiLineString':
      return { kind: 'line', multi: true, parts: geometry.coordinates.map((line) => [path(line)]) };
    case 'Polygon':
      return { kind: 'polygon', multi: false, parts: [rings(geometry.coordinates)] };
    case 'MultiPolygon':
      return { kind: 'polygon', multi: true, parts: geometry.coordinates.map(rings) };
    default:
      return null;
  }
}

/** What was a multi geometry stays one; several parts make one. @param {Shape} shape @returns {GeoGeometry | null} null while nothing is drawn */
export function geometryOf({ kind, multi, parts }) {
  if (!parts.length) return null;
  const many = multi || parts.length > 1;
  const coordinates = parts.map((rings) => {
    if (kind === 'point') return rings[0][0];
    return kind === 'line' ? rings[0] : rings.map((ring) => [...ring, ring[0]]);
  });
  const type = { point: 'Point', line: 'LineString', polygon: 'Polygon' }[kind];
  return /** @type {GeoGeometry} */ (many ? { type: `Multi${type}`, coordinates } : { type, coordinates: coordinates[0] });
}

/** Paths that have too few different vertices to be sent. @param {Shape} shape @returns {{part: number, ring: number}[]} */
export function unfinished({ kind, parts }) {
  return parts.flatMap((rings, part) => rings.flatMap((path, ring) => (new Set(path.map(String)).size < LEAST[kind] ? [{ part, ring }] : [])));
}

/** @param {Shape} shape @returns {number} */
export function vertexCount({ parts }) {
  return parts.reduce((sum, rings) => sum + rings.reduce((n, path) => n + path.length, 0), 0);
}

/** @param {Shape} shape @param {VertexAddress} address @returns {LonLat | undefined} */
export function vertexAt({ parts }, { part, ring, vertex }) {
  return parts[part]?.[ring]?.[vertex];
}

/** @param {Shape} shape @param {VertexAddress} address @param {LonLat} at @returns {Shape} */
export function withVertexMoved(shape, { part, ring, vertex }, at) {
  return withPath(shape, part, ring, (path) => path.map((old, i) => (i === vertex ? at : old)));
}

/** A new vertex that takes the address. @param {Shape} shape @param {VertexAddress} address @param {LonLat} at @returns {Shape} */
export function withVertexAdded(shape, { part, ring, vertex }, at) {
  return withPath(shape, part, ring, (path) => [...path.slice(0, vertex), at, ...path.slice(vertex)]);
}

/** @param {Shape} shape @param {OpenPath} path which may not be there yet @param {LonLat} at @returns {Shape} */
export function withVertexAppended(shape, { part, ring }, at) {
  const path = shape.parts[part]?.[ring];
  if (path) return withPath(shape, part, ring, () => [...path, at]);
  return { ...shape, parts: [...shape.parts, [[at]]] };
}

/**
 * A path that would keep too few vertices goes altogether, with its part if it is the outer one. While it is still being drawn it may be short.
 * @param {Shape} shape @param {VertexAddress} address @param {boolean} [drawing] @returns {Shape}
 */
export function withVertexRemoved(shape, { part, ring, vertex }, drawing = false) {
  const path = shape.parts[part][ring];
  const least = drawing ? 1 : LEAST[shape.kind];
  if (path.length > least) return withPath(shape, part, ring, (all) => all.filter((_, i) => i !== vertex));
  return withPathRemoved(shape, part, ring);
}

/** A hole, or the whole part with its holes. @param {Shape} shape @param {number} part @param {number} ring @returns {Shape} */
export function withPathRemoved(shape, part, ring) {
  const parts = ring === 0
    ? shape.parts.filter((_, i) => i !== part)
    : shape.parts.map((rings, i) => (i === part ? rings.filter((_, j) => j !== ring) : rings));
  return { ...shape, parts };
}

/** An empty path to draw into: a further part, or a hole of a polygon's part. @param {Shape} shape @param {number | null} holeOf @returns {{shape: Shape, part: number, ring: number}} */
export function withPathBegun(shape, holeOf) {
  if (holeOf === null) return { shape: { ...shape, parts: [...shape.parts, [[]]] }, part: shape.parts.length, ring: 0 };
  const parts = shape.parts.map((rings, i) => (i === holeOf ? [...rings, []] : rings));
  return { shape: { ...shape, parts }, part: holeOf, ring: parts[holeOf].length - 1 };
}

/** The same shape elsewhere. @param {Shape} shape @param {number} lon @param {number} lat by so many degrees @returns {Shape} */
export function moved(shape, lon, lat) {
  return mapped(shape, ([x, y]) => [x + lon, y + lat]);
}

/** @param {Shape} shape @param {(at: LonLat) => LonLat} change @returns {Shape} */
export function mapped(shape, change) {
  return { ...shape, parts: shape.parts.map((rings) => rings.map((path) => path.map(change))) };
}

/**
 * Edges with the address a vertex in their middle would get; a ring is closed.
 * @param {Shape} shape @returns {{from: LonLat, to: LonLat, address: VertexAddress}[]}
 */
export function edges({ kind, parts }) {
  if (kind === 'point') return [];
  return parts.flatMap((rings, part) => rings.flatMap((path, ring) => {
    const last = kind === 'polygon' && path.length > 2 ? path.length : path.length - 1;
    return path.slice(0, Math.max(0, last)).map((from, i) => ({ from, to: path[(i + 1) % path.length], address: { part, ring, vertex: i + 1 } }));
  }));
}

/** @param {Shape} shape @returns {{at: LonLat, address: VertexAddress}[]} */
export function vertices({ parts }) {
  return parts.flatMap((rings, part) => rings.flatMap((path, ring) => path.map((at, vertex) => ({ at, address: { part, ring, vertex } }))));
}

/** Below its extent, where nothing of it is in the way of a hand that wants to move it all. @param {Shape} shape @returns {LonLat | null} */
export function gripOf(shape) {
  const middle = middleOf(shape);
  return middle && [middle[0], shape.parts.flat(2).reduce((low, [, lat]) => Math.min(low, lat), Infinity)];
}

/** The middle of its extent. @param {Shape} shape @returns {LonLat | null} */
export function middleOf(shape) {
  const all = shape.parts.flat(2);
  if (!all.length) return null;
  const [x, y] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)];
  const mid = (/** @type {number[]} */ of) => (of.reduce((a, b) => Math.min(a, b)) + of.reduce((a, b) => Math.max(a, b))) / 2;
  return [mid(x), mid(y)];
}

/** @param {Shape | null} a @param {Shape | null} b */
export function isSameShape(a, b) {
  return JSON.stringify(a && geometryOf(a)) === JSON.stringify(b && geometryOf(b));
}

/** @param {Shape} shape @param {number} part @param {number} ring @param {(path: LonLat[]) => LonLat[]} change @returns {Shape} */
function withPath(shape, part, ring, change) {
  return { ...shape, parts: shape.parts.map((rings, i) => (i === part ? rings.map((path, j) => (j === ring ? change(path) : path)) : rings)) };
}

/** @import { Feature, LayerType } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */
/** @import { Store } from '../model/store.js' */
/** @import { Box } from './labels.js' */
/** @import { Shape } from './shapes.js' */
/** @import { LayerPalette } from './symbol-painter.js' */
import { glyphOf } from '../model/layers.js';
import { numeral } from '../model/levels.js';
import { TakenSpace, place } from './labels.js';
import { Pen } from './pen.js';
import { distanceTo, halfWay, inside, labelPoint, shapeOf } from './shapes.js';
import { stacks } from './stacks.js';
import { LayerSprites } from './symbol-painter.js';
import { levelOf, symbolOf } from './symbols.js';

const SYMBOLS_FROM_ZOOM = 12;
const NAMES_FROM_ZOOM = 15;
const LINE_NAMES_FROM_ZOOM = 14;
const AREA_NAMES_FROM_ZOOM = 12;
const MOST_SYMBOLS_AFAR = 120;
const STACK_PX = 19;
const CLOSE_STACK_PX = 9;
const REACH_PX = 12;
const LINE_REACH_PX = 7;
const SMALLEST_PX = 2;
const ROOM_FOR_NUMERAL_PX = 18;

/** @typedef {{x: number, y: number}} Pixel */
/** @typedef {{type: LayerType, symbol: ReturnType<typeof symbolOf>, feature: Feature, shape: Shape}} Item */
/** @typedef {{x: number, y: number, item: Item}} Spot a point symbol's place on the canvas */
/** @typedef {{x: number, y: number, members: Item[]}} Drawn in layer pixels */
/** @typedef {{scale: number, left: number, top: number}} Frame from the world's square to layer pixels */

/** Draws the features of the layers shown: areas, then lines, then points, and knows afterwards what lies where. */
export class LayerPainter {
  /** @param {Store} store @param {Texts} texts @param {() => Frame} frame @param {() => number} zoom */
  constructor(store, texts, frame, zoom) {
    this.store = store;
    this.texts = texts;
    this.frame = frame;
    this.zoom = zoom;
    /** @type {LayerSprites | null} */
    this.sprites = null;
    /** What was drawn in view last. @type {Item[]} */
    this.items = [];
    /** @type {Drawn[]} */
    this.symbols = [];
    /** Space of symbols and names, in layer pixels. @type {Box[]} */
    this.boxes = [];
  }

  /** @param {LayerPalette} palette */
  setPalette(palette) {
    this.sprites = new LayerSprites(palette, Math.min(window.devicePixelRatio || 1, 2));
  }

  /** @param {CanvasRenderingContext2D} g @param {Pixel} origin @param {Pixel} size */
  paint(g, origin, size) {
    if (!this.sprites) return;
    const { scale, left, top } = this.frame();
    const pen = new Pen(g, this.sprites, { scale, left: left + origin.x, top: top + origin.y }, origin, this.zoom());
    this.items = this.inView(pen, size);
    const selected = this.store.selectedFeature?.id;
    const mine = this.items.find(({ feature }) => feature.id === selected);
    const looks = this.byLook();
    for (const { symbol, level, items } of looks) pen.areas(items.filter(({ shape }) => pen.width(shape) >= SMALLEST_PX).flatMap(({ shape }) => shape.polygons), symbol, level);
    for (const { symbol, level, items } of looks) pen.lines(items.flatMap(({ shape }) => shape.lines), symbol, level);
    if (mine) pen.mark(mine.shape);
    const taken = new TakenSpace();
    this.symbols = this.points(pen, size, taken);
    this.words(pen, taken);
    this.boxes = taken.all().map((box) => ({ left: box.left + origin.x, right: box.right + origin.x, top: box.top + origin.y, bottom: box.bottom + origin.y }));
    this.symbols.forEach((it) => Object.assign(it, { x: it.x + origin.x, y: it.y + origin.y }));
  }

  /** Features of the visible layers that touch the canvas, in the catalogue's order. @param {Pen} pen @param {Pixel} size @returns {Item[]} */
  inView(pen, size) {
    const { selectedFeature } = this.store;
    return this.store.layerTypes.flatMap((type) => {
      const symbol = symbolOf(type);
      const loaded = this.store.visibleLayers.has(type.id) ? this.store.loadedLayers.get(type.id)?.features ?? [] : [];
      // The chosen one is seen even when its layer is not.
      const chosen = selectedFeature?.layer === type.id && selectedFeature.feature && !loaded.some((it) => it.id === selectedFeature.id) ? [selectedFeature.feature] : [];
      return [...loaded, ...chosen].map((feature) => ({ type, symbol, feature, shape: shapeOf(feature) })).filter(({ shape }) => pen.touches(shape, size));
    });
  }

  /** What looks alike is drawn as one: a layer, or of a layer of levels each level, the gravest last. */
  byLook() {
    /** @type {Map<string, {symbol: Item['symbol'], level: ReturnType<typeof levelOf>, items: Item[]}>} */
    const found = new Map();
    for (const item of this.items) {
      const level = levelOf(item.symbol, item.feature);
      const key = `${item.type.id} ${level}`;
      const known = found.get(key);
      if (known) known.items.push(item);
      else found.set(key, { symbol: item.symbol, level, items: [item] });
    }
    return [...found.values()].sort((a, b) => (b.level ?? 9) - (a.level ?? 9));
  }

  /** @param {Pen} pen @param {Pixel} size @param {TakenSpace} taken @returns {Drawn[]} */
  points(pen, size, taken) {
    const spots = this.items.flatMap((item) => this.spots(pen, item)).filter(({ x, y }) => x > -12 && y > -12 && x < size.x + 12 && y < size.y + 12);
    const zoom = this.zoom();
    const areDots = zoom < SYMBOLS_FROM_ZOOM && spots.length > MOST_SYMBOLS_AFAR;
    if (areDots !== this.store.pointsAreDots) {
      // The legend shows what a dot is.
      this.store.pointsAreDots = areDots;
      this.store.notify('drawn');
    }
    if (areDots) return this.dots(pen, spots);
    /** @type {Map<LayerType, Spot[]>} */
    const layers = new Map();
    for (const spot of spots) {
      const known = layers.get(spot.item.type);
      if (known) known.push(spot);
      else layers.set(spot.item.type, [spot]);
    }
    const px = zoom < NAMES_FROM_ZOOM ? STACK_PX : CLOSE_STACK_PX;
    return [...layers.values()].flatMap((own) => stacks(own, px).map(({ top: { x, y, item }, members }) => {
      pen.symbol(x, y, item.symbol, glyphOf(this.texts, item.type), levelOf(item.symbol, item.feature));
      taken.take({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 });
      if (members.length > 1) pen.badge(x + 8, y - 8, String(members.length));
      return { x, y, members: members.map((it) => it.item) };
    }));
  }

  /** Too many for pictures at an overview: a dot each, those on top of each other once. @param {Pen} pen @param {Spot[]} spots @returns {Drawn[]} */
  dots(pen, spots) {
    return stacks(spots, 4).map(({ top: { x, y, item }, members }) => {
      pen.dot(x, y, item.symbol, levelOf(item.symbol, item.feature));
      return { x, y, members: members.map((it) => it.item) };
    });
  }

  /** Where its point symbols stand. @param {Pen} pen @param {Item} item @returns {Spot[]} */
  spots(pen, item) {
    const { points, polygons } = item.shape;
    /** @type {Spot[]} */
    const found = [];
    for (let i = 0; i < points.length; i += 2) found.push({ ...pen.at(points[i], points[i + 1]), item });
    // An area too small to be seen is still there.
    if (polygons.length && pen.width(item.shape) < SMALLEST_PX) found.push({ ...pen.at(item.shape.west, item.shape.north), item });
    return found;
  }

  /** Numerals of levels wherever there is room, names when close. @param {Pen} pen @param {TakenSpace} taken */
  words(pen, taken) {
    const zoom = this.zoom();
    for (const { shape, symbol, feature } of this.items) {
      const level = levelOf(symbol, feature);
      for (const rings of level ? shape.polygons : []) {
        const spot = labelPoint(rings);
        if (level && spot.width * pen.scale >= ROOM_FOR_NUMERAL_PX) pen.numeral(pen.at(spot.x, spot.y), level, numeral(level));
      }
      if (level && shape.lines.length && zoom >= SYMBOLS_FROM_ZOOM) pen.numeral(pen.middle(halfWay(shape.lines[0])), level, numeral(level));
      const name = feature.properties.name;
      if (!name) continue;
      if (shape.lines.length && zoom >= LINE_NAMES_FROM_ZOOM) this.name(pen, taken, pen.middle(halfWay(shape.lines[0])), name, 0);
      if (shape.polygons.length && zoom >= AREA_NAMES_FROM_ZOOM) this.areaName(pen, taken, shape, name, level !== null);
    }
    if (zoom < NAMES_FROM_ZOOM) return;
    for (const { x, y, members } of this.symbols) if (members.length === 1) this.name(pen, taken, { x, y }, String(members[0].feature.properties.name ?? ''), 12);
  }

  /** Only where it fits inside. @param {Pen} pen @param {TakenSpace} taken @param {Shape} shape @param {string} name @param {boolean} below a numeral stands in the middle */
  areaName(pen, taken, shape, name, below) {
    const spot = labelPoint(shape.polygons[0]);
    const width = pen.measure(name);
    if (spot.width * pen.scale < width + 8) return;
    const { x, y } = pen.at(spot.x, spot.y + (below ? 16 / pen.scale : 0));
    const box = { left: x - width / 2, right: x + width / 2, top: y - 7, bottom: y + 7 };
    if (!taken.isFree(box)) return;
    taken.take(box);
    pen.word(name, x - width / 2, y);
  }

  /** @param {Pen} pen @param {TakenSpace} taken @param {Pixel} at @param {string} name @param {number} gap */
  name(pen, taken, { x, y }, name, gap) {
    const spot = name ? place(taken, { x, y, width: pen.measure(name), height: 14, gap }, false) : null;
    if (spot) pen.word(name, spot.x, spot.y);
  }

  /**
   * What lies at a layer pixel, the smallest first: symbols, then lines, then areas.
   * @param {Pixel} at @returns {Item[]}
   */
  hit(at) {
    const { scale, left, top } = this.frame();
    const [x, y] = [(at.x + left) / scale, (at.y + top) / scale];
    const symbols = this.symbolsAt(at);
    const reach = LINE_REACH_PX / scale;
    const lines = this.items.filter(({ shape, symbol }) => near(shape, x, y, reach) && edges(shape, symbol).some((row) => distanceTo(row, x, y) <= reach));
    const areas = this.items.filter(({ shape, symbol }) => symbol.fill.alpha && near(shape, x, y, 0) && shape.polygons.some((rings) => inside(rings, x, y)));
    areas.sort((a, b) => extent(a.shape) - extent(b.shape));
    return [...new Set([...symbols, ...lines, ...areas])];
  }

  /** @param {Pixel} at */
  symbolsAt(at) {
    const near = this.symbols.map((it) => ({ it, distance: Math.hypot(it.x - at.x, it.y - at.y) })).filter(({ distance }) => distance <= REACH_PX);
    return near.sort((a, b) => a.distance - b.distance).flatMap(({ it }) => it.members);
  }
}

/** @param {Shape} shape @param {number} x @param {number} y @param {number} reach */
function near(shape, x, y, reach) {
  return x >= shape.west - reach && x <= shape.east + reach && y >= shape.north - reach && y <= shape.south + reach;
}

/** What is met like a line: an area without a filling is only its outline. @param {Shape} shape @param {Item['symbol']} symbol */
function edges({ lines, polygons }, { fill }) {
  return fill.alpha ? lines : [...lines, ...polygons.flat()];
}

/** @param {Shape} shape */
function extent(shape) {
  return (shape.east - shape.west) * (shape.south - shape.north);
}

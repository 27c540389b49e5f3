/** @import { Fix, Order, Unit } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */
/** @import { Store } from '../model/store.js' */
/** @import { Palette } from './sprites.js' */
import { activeOrders, isUnanswered } from '../model/selectors.js';
import { nameParts } from '../model/unit-names.js';
import { TakenSpace, place } from './labels.js';
import { Sprites } from './sprites.js';
import { stacks } from './stacks.js';
import { RANK, lookOf, rankOf } from './unit-looks.js';

const MOST_SPRITES = 2000;
const IDLE_LABELS_FROM_ZOOM = 13;
const OVERVIEW_BELOW_ZOOM = 12;
const LIFT_PX = 16;
const REACH_PX = 16;
const STACK_PX = 14;
const OVERVIEW_STACK_PX = 18;

/** @typedef {{x: number, y: number}} Pixel */
/** @typedef {{unit: Unit, fix: Fix, order: Order | undefined, x: number, y: number, rank: number, lift: number}} Seen `lift`: px above its place */

/** Draws units onto one canvas and knows afterwards where each of them is. */
export class UnitPainter {
  /** @param {Store} store @param {Texts} texts @param {(lon: number, lat: number) => Pixel} project to layer pixels @param {() => number} zoom */
  constructor(store, texts, project, zoom) {
    this.store = store;
    this.texts = texts;
    this.project = project;
    this.zoom = zoom;
    /** Space that other things on the map have taken, in layer pixels. @type {() => import('./labels.js').Box[]} */
    this.reserved = () => [];
    /** @type {Sprites | null} */
    this.sprites = null;
    /** What was drawn last, in layer pixels. @type {Seen[]} */
    this.seen = [];
    this.origin = { x: 0, y: 0 };
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.sprites = new Sprites(palette, Math.min(window.devicePixelRatio || 1, 2));
  }

  /** @param {CanvasRenderingContext2D} g @param {Pixel} origin @param {Pixel} size */
  paint(g, origin, size) {
    if (!this.sprites) return;
    this.origin = origin;
    const taken = new TakenSpace();
    this.reserved().forEach((box) => taken.take({ left: box.left - origin.x, right: box.right - origin.x, top: box.top - origin.y, bottom: box.bottom - origin.y }));
    this.seen = this.collect(size);
    if (this.seen.length > MOST_SPRITES) this.dots(g);
    else if (this.zoom() < OVERVIEW_BELOW_ZOOM) this.lift();
    this.spritesOf(g, taken);
  }

  /** Units in view, the most important last so that they lie on top. @param {Pixel} size @returns {Seen[]} */
  collect(size) {
    const now = this.store.now();
    const orders = activeOrders(this.store.picture);
    /** @type {Seen[]} */
    const seen = [];
    for (const unit of this.store.picture.units.values()) {
      const fix = this.store.picture.fixes.get(unit.id);
      if (!fix) continue;
      const at = this.project(fix.lon, fix.lat);
      const x = at.x - this.origin.x;
      const y = at.y - this.origin.y;
      if (x < -20 || y < -20 || x > size.x + 20 || y > size.y + 20) continue;
      const order = orders.get(unit.id);
      const rank = rankOf(unit, order, unit.id === this.store.unitId, now);
      seen.push({ unit, fix, order, x, y, rank, lift: 0 });
    }
    return seen.sort((a, b) => a.rank - b.rank || a.y - b.y);
  }

  /** Whoever is idle stands above its place at an overview: the names of places are printed there. */
  lift() {
    for (const it of this.seen) {
      if (it.rank !== RANK.other) continue;
      it.lift = LIFT_PX;
      it.y -= LIFT_PX;
    }
  }

  /** Too many for pictures: a dot each, except those that matter now. @param {CanvasRenderingContext2D} g */
  dots(g) {
    const palette = /** @type {Sprites} */ (this.sprites).palette;
    g.fillStyle = palette.freeLine;
    for (const { x, y, rank } of this.seen) if (rank === RANK.other) g.fillRect(x - 2, y - 2, 4, 4);
  }

  /** @param {CanvasRenderingContext2D} g @param {TakenSpace} taken */
  spritesOf(g, taken) {
    const sprites = /** @type {Sprites} */ (this.sprites);
    const now = this.store.now();
    const overview = this.zoom() < OVERVIEW_BELOW_ZOOM;
    const idle = this.seen.length > MOST_SPRITES ? [] : stacks(this.seen.filter((it) => it.rank === RANK.other), overview ? OVERVIEW_STACK_PX : STACK_PX);
    const counts = new Map(idle.map(({ top, count }) => [top, count]));
    const shown = [...idle.map(({ top }) => top), ...this.seen.filter((it) => it.rank > RANK.other)];
    const half = sprites.size / 2;
    for (const it of shown) {
      const { unit, fix, order, x, y } = it;
      const look = { ...lookOf(unit, fix, order, now, this.glyph('unitGlyph', unit.type)), small: it.lift > 0 };
      if (it.lift) this.stem(g, x, y + it.lift, it.lift);
      if (unit.id === this.store.unitId) this.halo(g, x, y);
      g.drawImage(sprites.of(look), x - half, y - half, sprites.size, sprites.size);
      const radius = it.lift ? 9 : 11;
      taken.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
      const count = counts.get(it) ?? 1;
      if (count > 1) this.badge(g, x + radius - 2, y + 2 - radius, String(count));
    }
    for (const it of [...shown].reverse()) {
      const alone = (counts.get(it) ?? 1) === 1;
      if (it.rank > RANK.other || (alone && this.zoom() >= IDLE_LABELS_FROM_ZOOM)) this.label(g, it, taken, now);
    }
  }

  /** From the place up to who stands above it. @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} height */
  stem(g, x, y, height) {
    const palette = /** @type {Sprites} */ (this.sprites).palette;
    g.beginPath();
    g.moveTo(x, y);
    g.lineTo(x, y - height);
    g.strokeStyle = palette.freeLine;
    g.lineWidth = 1.3;
    g.stroke();
    g.beginPath();
    g.arc(x, y, 1.8, 0, 2 * Math.PI);
    g.fillStyle = palette.freeLine;
    g.fill();
  }

  /** How many stand here. @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {string} text */
  badge(g, x, y, text) {
    const palette = /** @type {Sprites} */ (this.sprites).palette;
    g.beginPath();
    g.roundRect(x - 4 - 3 * text.length, y - 7, 8 + 6 * text.length, 14, 7);
    g.fillStyle = palette.freeLine;
    g.fill();
    g.strokeStyle = palette.rim;
    g.lineWidth = 1.4;
    g.stroke();
    g.font = `600 10px ${palette.font}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillStyle = palette.free;
    g.fillText(text, x, y + 0.6);
  }

  /** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y */
  halo(g, x, y) {
    const palette = /** @type {Sprites} */ (this.sprites).palette;
    g.beginPath();
    g.arc(x, y, 17, 0, 2 * Math.PI);
    g.strokeStyle = palette.accent;
    g.lineWidth = 2.5;
    g.stroke();
  }

  /** Name and age; a place without an age would be a rumour. @param {CanvasRenderingContext2D} g @param {Seen} it @param {TakenSpace} taken @param {number} now */
  label(g, { unit, fix, order, x, y, rank }, taken, now) {
    const palette = /** @type {Sprites} */ (this.sprites).palette;
    const late = order !== undefined && isUnanswered(order, now);
    const name = unit.call_sign || (rank === RANK.other && unit.name.includes(' ') ? nameParts(unit.name)[1] : unit.name);
    const facts = late ? this.texts.t('orders.unanswered', { time: this.texts.elapsed(now - Date.parse(order.ordered_at)) }) : this.texts.age(now - fix.fixAt);
    const bold = `600 12px ${palette.font}`;
    const plain = `12px ${palette.font}`;
    g.font = bold;
    const nameWidth = g.measureText(name).width;
    g.font = plain;
    const width = nameWidth + 6 + g.measureText(facts).width;
    const spot = place(taken, { x, y, width, height: 16, gap: 15 }, rank >= RANK.unanswered);
    if (!spot) return;
    this.text(g, name, spot.x, spot.y, bold, late ? palette.violet : palette.text);
    this.text(g, facts, spot.x + nameWidth + 6, spot.y, plain, late ? palette.violet : palette.mute);
  }

  /** @param {CanvasRenderingContext2D} g @param {string} text @param {number} x @param {number} y @param {string} font @param {string} colour */
  text(g, text, x, y, font, colour) {
    const palette = /** @type {Sprites} */ (this.sprites).palette;
    g.font = font;
    g.textAlign = 'left';
    g.textBaseline = 'middle';
    g.lineJoin = 'round';
    g.lineWidth = 3.2;
    g.strokeStyle = palette.halo;
    g.strokeText(text, x, y);
    g.fillStyle = colour;
    g.fillText(text, x, y);
  }

  /** @param {string} group @param {string} code */
  glyph(group, code) {
    return this.texts.code(group, code).slice(0, 1);
  }

  /** The topmost unit at a layer pixel. @param {Pixel} at @returns {Unit | null} */
  hit(at) {
    const x = at.x - this.origin.x;
    const y = at.y - this.origin.y;
    let best = null;
    let nearest = REACH_PX;
    for (const it of this.seen) {
      const distance = Math.hypot(it.x - x, it.y - y);
      if (distance <= nearest) {
        nearest = distance;
        best = it.unit;
      }
    }
    return best;
  }
}

/** @import { UnitLook } from './unit-looks.js' */

const SIZE = 32;
const HEADINGS = 36;
const SMALL = 0.8;

/** Colours of the theme in force, read from the style sheet. */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    rim: read('--unit-rim'), free: read('--unit-free'), freeLine: read('--unit-free-line'), ordered: read('--unit-ordered'), enRoute: read('--unit-en-route'),
    onScene: read('--unit-on-scene'), back: read('--unit-back'), cue: read('--unit-cue'), sceneCue: read('--unit-scene-cue'), cross: read('--unit-cross'),
    text: read('--map-text'), halo: read('--map-halo'), mute: read('--map-mute'), violet: read('--alert'), accent: read('--act'),
    font: read('--font'),
  };
}

/** @typedef {ReturnType<typeof readPalette>} Palette */

/** Pictures of units, each drawn once per look and theme. */
export class Sprites {
  /** @param {Palette} palette @param {number} ratio device pixels per CSS pixel */
  constructor(palette, ratio) {
    this.palette = palette;
    this.ratio = ratio;
    /** @type {Map<string, HTMLCanvasElement>} */
    this.drawn = new Map();
  }

  get size() {
    return SIZE;
  }

  /** @param {UnitLook} look @returns {HTMLCanvasElement} */
  of(look) {
    const heading = look.courseDeg === null ? null : Math.round(look.courseDeg / (360 / HEADINGS)) % HEADINGS;
    const key = `${look.state} ${look.freshness} ${heading} ${look.glyph} ${look.small ? 's' : ''}`;
    let sprite = this.drawn.get(key);
    if (!sprite) {
      sprite = this.draw({ ...look, courseDeg: heading === null ? null : heading * (360 / HEADINGS) });
      this.drawn.set(key, sprite);
    }
    return sprite;
  }

  /** @param {UnitLook} look */
  draw(look) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SIZE * this.ratio;
    const g = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    g.scale(this.ratio, this.ratio);
    g.translate(SIZE / 2, SIZE / 2);
    if (look.small) g.scale(SMALL, SMALL);
    if (look.freshness === 'ageing') g.globalAlpha = 0.62;
    const hollow = look.freshness === 'stale' || look.freshness === 'lost' || look.freshness === 'unknown';
    if (hollow) this.hollow(g, look);
    else this.solid(g, look);
    return canvas;
  }

  /** Its place is old: only an outline is left of it. @param {CanvasRenderingContext2D} g @param {UnitLook} look */
  hollow(g, look) {
    const p = this.palette;
    circle(g, 9.5, p.free);
    g.setLineDash([3, 2.4]);
    ring(g, 9.5, look.state === 'ordered' ? p.ordered : look.state === 'en_route' ? p.enRoute : p.freeLine, 1.8);
    g.setLineDash([]);
    if (look.freshness === 'lost' || look.freshness === 'unknown') cross(g, 4, p.cross, 1.8);
    else this.glyph(g, look, p.mute);
  }

  /** @param {CanvasRenderingContext2D} g @param {UnitLook} look */
  solid(g, look) {
    const p = this.palette;
    switch (look.state) {
      case 'ordered':
        disc(g, 11, p.ordered, p.rim);
        line(g, [[0, -5.4], [0, 0.3], [3.8, 2.6]], p.cue, 2);
        break;
      case 'acknowledged':
        disc(g, 11, p.ordered, p.rim);
        line(g, [[-4.4, 0.4], [-1.4, 3.4], [4.4, -3.4]], p.cue, 2.1);
        break;
      case 'en_route':
        disc(g, 11.5, p.enRoute, p.rim);
        g.rotate(((look.courseDeg ?? 0) * Math.PI) / 180);
        arrow(g, p.cue, look.courseDeg !== null);
        break;
      case 'on_scene':
        disc(g, 11, p.onScene, p.rim);
        circle(g, 3.6, p.sceneCue);
        break;
      case 'returning':
        disc(g, 10, p.free, p.rim);
        half(g, 9, p.back);
        ring(g, 9, p.back, 1.8);
        break;
      case 'out_of_service':
        disc(g, 10, p.free, p.rim);
        ring(g, 9, p.cross, 1.8);
        cross(g, 4, p.cross, 2);
        break;
      default:
        disc(g, 10.5, p.free, p.rim);
        ring(g, 9.5, p.freeLine, 1.9);
        this.glyph(g, look, p.freeLine);
    }
  }

  /** @param {CanvasRenderingContext2D} g @param {UnitLook} look @param {string} colour */
  glyph(g, { glyph, small }, colour) {
    if (!glyph) return;
    g.font = `600 ${small ? 12.5 : 11}px ${this.palette.font}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillStyle = colour;
    g.fillText(glyph, 0, 0.8);
  }
}

/** @param {CanvasRenderingContext2D} g @param {number} r @param {string} fill */
function circle(g, r, fill) {
  g.beginPath();
  g.arc(0, 0, r, 0, 2 * Math.PI);
  g.fillStyle = fill;
  g.fill();
}

/** @param {CanvasRenderingContext2D} g @param {number} r @param {string} fill @param {string} rim */
function disc(g, r, fill, rim) {
  circle(g, r + 1.2, rim);
  circle(g, r - 0.6, fill);
}

/** @param {CanvasRenderingContext2D} g @param {number} r @param {string} colour @param {number} width */
function ring(g, r, colour, width) {
  g.beginPath();
  g.arc(0, 0, r, 0, 2 * Math.PI);
  g.strokeStyle = colour;
  g.lineWidth = width;
  g.stroke();
}

/** @param {CanvasRenderingContext2D} g @param {number} r @param {string} colour */
function half(g, r, colour) {
  g.beginPath();
  g.arc(0, 0, r, -Math.PI / 2, Math.PI / 2);
  g.fillStyle = colour;
  g.fill();
}

/** @param {CanvasRenderingContext2D} g @param {[number, number][]} points @param {string} colour @param {number} width */
function line(g, points, colour, width) {
  g.beginPath();
  points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.strokeStyle = colour;
  g.lineWidth = width;
  g.lineCap = g.lineJoin = 'round';
  g.stroke();
}

/** @param {CanvasRenderingContext2D} g @param {number} r @param {string} colour @param {number} width */
function cross(g, r, colour, width) {
  line(g, [[-r, -r], [r, r]], colour, width);
  line(g, [[r, -r], [-r, r]], colour, width);
}

/** Where it heads; a bar when the heading is unknown. @param {CanvasRenderingContext2D} g @param {string} colour @param {boolean} known */
function arrow(g, colour, known) {
  if (!known) return line(g, [[-4, 0], [4, 0]], colour, 2.4);
  g.beginPath();
  [[0, -7], [5.4, 5], [0, 2.2], [-5.4, 5]].forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.closePath();
  g.fillStyle = colour;
  g.fill();
  return undefined;
}

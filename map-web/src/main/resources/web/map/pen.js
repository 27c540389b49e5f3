/** @import { Shape } from './shapes.js' */
/** @import { LayerSprites } from './symbol-painter.js' */
/** @import { Symbol } from './symbols.js' */

/** Corners nearer to the last one than this change nothing that can be seen. */
const FINEST_PX = 0.8;
const MOST_DASHED = 800;
const DASHED_FROM_WEIGHT = 0.8;

/** Draws shapes of the world onto a canvas in the manner of their symbols. */
export class Pen {
  /**
   * @param {CanvasRenderingContext2D} g @param {LayerSprites} sprites
   * @param {{scale: number, left: number, top: number}} frame from the world's square to the canvas
   * @param {{x: number, y: number}} origin of the canvas in layer pixels
   * @param {number} zoom
   */
  constructor(g, sprites, { scale, left, top }, origin, zoom) {
    this.g = g;
    this.sprites = sprites;
    this.palette = sprites.palette;
    this.scale = scale;
    this.left = left;
    this.top = top;
    this.origin = origin;
    /** Lines are thin at an overview, where there are many. */
    this.weight = zoom < 11 ? 0.6 : zoom < 13 ? 0.8 : 1;
  }

  /** @param {number} x @param {number} y */
  at(x, y) {
    return { x: x * this.scale - this.left, y: y * this.scale - this.top };
  }

  /** @param {{x: number, y: number}} world */
  middle({ x, y }) {
    return this.at(x, y);
  }

  /** The greater of its width and height, px. @param {Shape} shape */
  width({ west, east, north, south }) {
    return Math.max(east - west, south - north) * this.scale;
  }

  /** @param {Shape} shape @param {{x: number, y: number}} size */
  touches(shape, size) {
    const [from, to] = [this.at(shape.west, shape.north), this.at(shape.east, shape.south)];
    return from.x < size.x + 12 && from.y < size.y + 12 && to.x > -12 && to.y > -12;
  }

  /** A ring ends where it began. It is not closed by the canvas: that takes the box of all paths before it, each time anew. @param {Float64Array} row */
  row(row) {
    const { g, scale, left, top } = this;
    let [lastX, lastY] = [row[0] * scale - left, row[1] * scale - top];
    g.moveTo(lastX, lastY);
    for (let i = 2; i < row.length; i += 2) {
      const [x, y] = [row[i] * scale - left, row[i + 1] * scale - top];
      if (i + 2 < row.length && Math.abs(x - lastX) < FINEST_PX && Math.abs(y - lastY) < FINEST_PX) continue;
      g.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
  }

  /** All areas of one look as one path. @param {Float64Array[][]} polygons @param {Pick<Required<Symbol>, 'tone' | 'fill'>} symbol @param {1 | 2 | 3 | 4 | null} level */
  areas(polygons, { tone, fill }, level) {
    if (!polygons.length) return;
    const colour = level ? this.palette.levels[level] : this.palette.tones[tone];
    this.g.beginPath();
    for (const rings of polygons) for (const ring of rings) this.row(ring);
    if (fill.alpha) this.fill(colour, fill.alpha);
    if (fill.hatch && !level) this.hatch(fill.hatch, colour);
    this.stroke(colour, fill.edge * this.weight, this.dashes(polygons.length, fill.dash));
  }

  /** Not at an overview, where short lines would be dots, nor on thousands of lines: that costs more than it says. @param {number} many @param {number[]} [dash] */
  dashes(many, dash = []) {
    return many > MOST_DASHED || this.weight < DASHED_FROM_WEIGHT ? [] : dash;
  }

  /** @param {string} colour @param {number} alpha */
  fill(colour, alpha) {
    this.g.globalAlpha = alpha;
    this.g.fillStyle = colour;
    this.g.fill();
    this.g.globalAlpha = 1;
  }

  /** It stays where it is when the map is moved. @param {NonNullable<import('./symbols.js').Fill['hatch']>} kind @param {string} colour */
  hatch(kind, colour) {
    const pattern = /** @type {CanvasPattern} */ (this.g.createPattern(this.sprites.hatch(kind, colour), 'repeat'));
    pattern.setTransform(new DOMMatrix([1, 0, 0, 1, -this.origin.x % 8, -this.origin.y % 8]));
    this.g.fillStyle = pattern;
    this.g.fill();
  }

  /** @param {Float64Array[]} rows @param {Pick<Required<Symbol>, 'tone' | 'line'>} symbol @param {1 | 2 | 3 | 4 | null} level */
  lines(rows, { tone, line }, level) {
    const { g, palette } = this;
    if (!rows.length) return;
    const colour = level ? palette.levels[level] : palette.tones[tone];
    const width = line.width * this.weight;
    g.beginPath();
    rows.forEach((row) => this.row(row));
    if (rows.length <= MOST_DASHED) this.stroke(palette.halo, width + 2.4 * this.weight, []);
    this.stroke(colour, width, this.dashes(rows.length, line.dash));
    if (line.core && this.weight >= DASHED_FROM_WEIGHT) this.stroke(palette.paper, width * 0.42, line.core === true ? [] : this.dashes(rows.length, line.core));
    if (line.teeth && rows.length <= MOST_DASHED) this.stroke(colour, width * 2.2, [1.6, 6]);
  }

  /** @param {string} colour @param {number} width @param {number[]} dash */
  stroke(colour, width, dash) {
    const { g } = this;
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.lineJoin = 'bevel';
    g.lineCap = 'butt';
    g.setLineDash(dash);
    g.stroke();
    g.setLineDash([]);
  }

  /** The chosen one. @param {Shape} shape */
  mark({ points, lines, polygons }) {
    const { g, palette } = this;
    g.beginPath();
    lines.forEach((row) => this.row(row));
    polygons.flat().forEach((ring) => this.row(ring));
    this.stroke(palette.halo, 7, []);
    this.stroke(palette.accent, 3.4, []);
    g.beginPath();
    for (let i = 0; i < points.length; i += 2) {
      const { x, y } = this.at(points[i], points[i + 1]);
      g.moveTo(x + 14, y);
      g.arc(x, y, 14, 0, 2 * Math.PI);
    }
    this.stroke(palette.halo, 5, []);
    this.stroke(palette.accent, 2.6, []);
  }

  /** @param {number} x @param {number} y @param {Pick<Symbol, 'tone' | 'frame'>} symbol @param {string} letter @param {1 | 2 | 3 | 4 | null} level */
  symbol(x, y, symbol, letter, level) {
    const { size } = this.sprites;
    this.g.drawImage(this.sprites.of(symbol, letter, level), Math.round(x) - size / 2, Math.round(y) - size / 2, size, size);
  }

  /** @param {number} x @param {number} y @param {Pick<Symbol, 'tone'>} symbol @param {1 | 2 | 3 | 4 | null} level */
  dot(x, y, { tone }, level) {
    const { g, palette } = this;
    g.fillStyle = palette.halo;
    g.fillRect(x - 2.5, y - 2.5, 5, 5);
    g.fillStyle = level ? palette.levels[level] : palette.tones[tone];
    g.fillRect(x - 1.5, y - 1.5, 3, 3);
  }

  /** How many one symbol stands for. @param {number} x @param {number} y @param {string} text */
  badge(x, y, text) {
    const { g, palette } = this;
    g.beginPath();
    g.roundRect(x - 4 - 3 * text.length, y - 7, 8 + 6 * text.length, 14, 7);
    g.fillStyle = palette.tones.slate;
    g.fill();
    g.font = `600 10px ${palette.font}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillStyle = palette.paper;
    g.fillText(text, x, y + 0.6);
  }

  /** @param {{x: number, y: number}} at @param {1 | 2 | 3 | 4} level @param {string} text */
  numeral({ x, y }, level, text) {
    const { g, palette } = this;
    g.beginPath();
    g.roundRect(x - 8, y - 7, 16, 14, 3);
    g.fillStyle = palette.levels[level];
    g.fill();
    g.font = `700 10px ${palette.font}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillStyle = this.sprites.onLevel(level);
    g.fillText(text, x, y + 0.6);
  }

  /** @param {string} text */
  measure(text) {
    this.g.font = `11.5px ${this.palette.font}`;
    return this.g.measureText(text).width;
  }

  /** From its left end, on its middle line. @param {string} text @param {number} x @param {number} y */
  word(text, x, y) {
    const { g, palette } = this;
    g.font = `11.5px ${palette.font}`;
    g.textAlign = 'left';
    g.textBaseline = 'middle';
    g.lineJoin = 'round';
    g.lineWidth = 3;
    g.strokeStyle = palette.halo;
    g.strokeText(text, x, y);
    g.fillStyle = palette.mute;
    g.fillText(text, x, y);
  }
}

/** @import { Symbol, Tone } from './symbols.js' */
import { numeral } from '../model/levels.js';

const SIZE = 26;
const HATCH_PX = 8;

/** @typedef {Record<Tone, string>} Tones */

/** Colours of the categories and levels in the theme in force. */
export function readLayerPalette() {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    tones: /** @type {Tones} */ ({ grey: read('--tone-grey'), slate: read('--tone-slate'), forest: read('--tone-forest'), water: read('--tone-water'), earth: read('--tone-earth'), plum: read('--tone-plum'), olive: read('--tone-olive') }),
    levels: { 1: read('--l1'), 2: read('--l2'), 3: read('--l3'), 4: read('--l4') },
    onLevel: read('--on-level'), onYellow: read('--on-l3'), paper: read('--facility'), halo: read('--map-halo'), text: read('--map-text'),
    mute: read('--map-mute'), accent: read('--act'), font: read('--font'),
  };
}

/** @typedef {ReturnType<typeof readLayerPalette>} LayerPalette */

/** Pictures of point symbols and hatches, each drawn once per theme. */
export class LayerSprites {
  /** @param {LayerPalette} palette @param {number} ratio device pixels per CSS pixel */
  constructor(palette, ratio) {
    this.palette = palette;
    this.ratio = ratio;
    /** @type {Map<string, HTMLCanvasElement>} */
    this.drawn = new Map();
  }

  get size() {
    return SIZE;
  }

  /** @param {Pick<Symbol, 'tone' | 'frame'>} symbol @param {string} letter @param {1 | 2 | 3 | 4 | null} level @returns {HTMLCanvasElement} */
  of({ tone, frame = 'square' }, letter, level) {
    return this.once(`${tone} ${frame} ${letter} ${level}`, SIZE * this.ratio, (g) => {
      g.scale(this.ratio, this.ratio);
      g.translate(SIZE / 2, SIZE / 2);
      outline(g, frame);
      g.lineJoin = 'round';
      g.lineWidth = 3.6;
      g.strokeStyle = this.palette.halo;
      g.stroke();
      g.fillStyle = level ? this.palette.levels[level] : this.palette.paper;
      g.fill();
      g.lineWidth = 1.5;
      g.strokeStyle = level ? this.palette.text : this.palette.tones[tone];
      g.stroke();
      if (frame === 'dot' && !level) return;
      g.font = `${level ? 700 : 500} ${level ? 9.5 : 10.5}px ${this.palette.font}`;
      g.textAlign = 'center';
      g.textBaseline = 'middle';
      g.fillStyle = level ? this.onLevel(level) : this.palette.tones[tone];
      g.fillText(level ? numeral(level) : letter, 0, frame === 'house' ? 1.4 : 0.8);
    });
  }

  /** @param {1 | 2 | 3 | 4} level */
  onLevel(level) {
    return level === 3 ? this.palette.onYellow : this.palette.onLevel;
  }

  /** @param {NonNullable<import('./symbols.js').Fill['hatch']>} kind @param {string} colour @returns {HTMLCanvasElement} */
  hatch(kind, colour) {
    return this.once(`${kind} ${colour}`, HATCH_PX, (g) => {
      g.strokeStyle = g.fillStyle = colour;
      g.globalAlpha = 0.4;
      g.lineWidth = 0.9;
      g.beginPath();
      if (kind === 'dots') g.arc(HATCH_PX / 2, HATCH_PX / 2, 0.9, 0, 2 * Math.PI);
      for (const shift of kind === 'dots' ? [] : [-HATCH_PX, 0, HATCH_PX]) {
        g.moveTo(shift - 1, HATCH_PX + 1);
        g.lineTo(shift + HATCH_PX + 1, -1);
        if (kind === 'cross') {
          g.moveTo(shift - 1, -1);
          g.lineTo(shift + HATCH_PX + 1, HATCH_PX + 1);
        }
      }
      if (kind === 'dots') g.fill();
      else g.stroke();
    });
  }

  /** @param {string} key @param {number} px @param {(g: CanvasRenderingContext2D) => void} draw */
  once(key, px, draw) {
    let canvas = this.drawn.get(key);
    if (!canvas) {
      canvas = document.createElement('canvas');
      canvas.width = canvas.height = px;
      draw(/** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')));
      this.drawn.set(key, canvas);
    }
    return canvas;
  }
}

/** @type {Record<NonNullable<Symbol['frame']>, [number, number][]>} */
const CORNERS = {
  square: [[-7.5, -7.5], [7.5, -7.5], [7.5, 7.5], [-7.5, 7.5]],
  diamond: [[0, -10], [10, 0], [0, 10], [-10, 0]],
  house: [[-8, 8], [-8, -2], [0, -9.5], [8, -2], [8, 8]],
  dot: [],
};

/** @param {CanvasRenderingContext2D} g @param {NonNullable<Symbol['frame']>} frame */
function outline(g, frame) {
  g.beginPath();
  if (frame === 'dot') g.arc(0, 0, 3.2, 0, 2 * Math.PI);
  CORNERS[frame].forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.closePath();
}

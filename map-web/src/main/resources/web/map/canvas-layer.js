import { DomUtil, Renderer } from 'leaflet';

/**
 * A canvas over the map that its painter fills: it moves and scales with the map, and has device pixels.
 * Built on Leaflet's own Renderer, which knows how to follow zoom animations.
 */
const Canvas = Renderer.extend({
  /** @type {(g: CanvasRenderingContext2D, origin: {x: number, y: number}, size: {x: number, y: number}) => void} */
  paint: () => undefined,
  ratio: 1,
  frame: 0,

  _initContainer() {
    const canvas = document.createElement('canvas');
    canvas.className = 'unit-canvas';
    this._container = canvas;
  },

  _destroyContainer() {
    cancelAnimationFrame(this.frame);
    this._container.remove();
  },

  _updatePaths() {},

  _update() {
    Renderer.prototype._update.call(this);
    const canvas = /** @type {HTMLCanvasElement} */ (this._container);
    const size = this._bounds.getSize();
    this.ratio = Math.min(window.devicePixelRatio || 1, 2);
    DomUtil.setPosition(canvas, this._bounds.min);
    canvas.width = size.x * this.ratio;
    canvas.height = size.y * this.ratio;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    this.draw();
  },

  /** At the next frame, once, however often it is asked. */
  soon() {
    if (this.frame || !this._map) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  },

  draw() {
    if (!this._map || !this._bounds) return;
    const canvas = /** @type {HTMLCanvasElement} */ (this._container);
    const g = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const size = this._bounds.getSize();
    g.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    g.clearRect(0, 0, size.x, size.y);
    this.paint(g, this._bounds.min, size);
  },
});

/** @typedef {InstanceType<typeof Canvas>} CanvasLayer */

/** @param {CanvasLayer['paint']} paint @param {string} pane @returns {CanvasLayer} */
export function canvasLayer(paint, pane) {
  const layer = new Canvas({ pane, padding: 0.25 });
  layer.paint = paint;
  return layer;
}

/** @import { Shape } from '../editing-types.js' */
/** @import { LonLat, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { textOf, typedShape } from '../model/editing/coordinate-text.js';
import { faults } from '../model/editing/crossings.js';
import './location-field.js';
import { Panel } from './panel.js';

const NO_BOUNDS = [-180, -90, 180, 90];
const ROWS = 9;

/** The shape in figures: for those who have them on paper, and for the keyboard. */
export class GeometryField extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['editing', 'setup'];
  static properties = { ...Panel.properties, problem: { attribute: false }, typing: { state: true }, opened: { state: true } };

  constructor() {
    super();
    this.problem = '';
    /** What is being typed, until it is a shape. @type {string | null} */
    this.typing = null;
    this.opened = false;
  }

  /** @override */
  render() {
    const shape = this.store.editing.draft()?.journal.now;
    if (!shape) return nothing;
    const crossed = faults(shape).length;
    const problem = crossed ? this.t('editing.crossing', { n: crossed }) : this.problem;
    const isPoint = shape.kind === 'point' && shape.parts.length < 2 && !shape.multi;
    return html`<div class="geometry-field" data-testid="geometry">${isPoint ? this.point(shape, problem) : this.paths(shape, problem)}</div>`;
  }

  /** @param {Shape} shape @param {string} problem */
  point(shape, problem) {
    return html`<wl-location-field .app=${this.app} .at=${shape.parts[0]?.[0]?.[0] ?? null} .problem=${problem} .written=${this.located}></wl-location-field>`;
  }

  /** @param {Shape} shape @param {string} problem */
  paths(shape, problem) {
    const reading = this.typing === null ? null : this.read(this.typing, shape);
    const wrong = reading && !reading.shape ? this.t(`drawing.typed.${reading.state === 'outside' || reading.state === 'mirrored' ? reading.state : 'unreadable'}`, { line: reading.line }) : '';
    return html`<details class="coordinate-list" ?open=${this.opened} @toggle=${this.toggled}><summary data-testid="coordinate-list">${this.t('drawing.typed')}</summary>
      ${this.opened ? html`<label class="field"><span class="visually-hidden">${this.t('drawing.typed')}</span>
        <textarea name="vertices" rows=${ROWS} spellcheck="false" autocomplete="off" .value=${this.typing ?? textOf(shape)} aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="hint-vertices" @input=${this.typed} @change=${this.taken}></textarea></label>
        <p class=${wrong ? 'field-problem' : 'hint'} id="hint-vertices" data-testid="problem-vertices">${wrong || this.t(`drawing.typedHint.${shape.kind}`)}</p>${this.removals(shape)}` : nothing}</details>
      <p class="field-problem" role="alert" data-testid="problem-geometry">${problem}</p>`;
  }

  /** Paths that can go: of several parts any, and holes. @param {Shape} shape */
  removals(shape) {
    const many = shape.parts.length > 1;
    const paths = shape.parts.flatMap((rings, part) => rings.map((path, ring) => ({ part, ring, n: path.length }))).filter(({ ring }) => many || ring);
    if (!paths.length) return nothing;
    return html`<ul class="path-list">${paths.map(({ part, ring, n }) => html`<li><span>${this.t(ring ? 'drawing.holeOf' : 'drawing.partOf', { part: part + 1, hole: ring })} <small>${this.t('drawing.vertices', { n })}</small></span>
      <button type="button" class="small" @click=${() => this.app.drawing.removePath({ part, ring })}>${this.t('drawing.remove')}</button></li>`)}</ul>`;
  }

  /** @param {string} text @param {Shape} shape */
  read(text, shape) {
    return typedShape(text, shape, this.store.setup?.bounds ?? NO_BOUNDS);
  }

  /** @param {Event} event */
  toggled(event) {
    this.opened = /** @type {HTMLDetailsElement} */ (event.target).open;
  }

  /** @param {InputEvent} event */
  typed(event) {
    this.typing = /** @type {HTMLTextAreaElement} */ (event.target).value;
  }

  /** One step for all that was typed before the field was left. */
  taken() {
    const shape = this.store.editing.draft()?.journal.now;
    const next = shape && this.typing !== null ? this.read(this.typing, shape).shape : null;
    if (!shape || !next) return;
    this.typing = null;
    if (textOf(next) !== textOf(shape)) this.app.drawing.type(next);
  }

  located = (/** @type {LonLat | null} */ at) => {
    const shape = this.store.editing.draft()?.journal.now;
    if (shape) this.app.drawing.type({ ...shape, parts: at ? [[[at]]] : [] });
  };
}
customElements.define('wl-geometry-field', GeometryField);

/** @import { Topic } from '../types.js' */
/** @import { FeatureDraft, Shape } from '../editing-types.js' */
import { html, nothing } from 'lit';
import { areaM2, lengthM } from '../model/editing/measures.js';
import { vertexCount } from '../model/editing/shape.js';
import { Panel } from './panel.js';

/** Over the map while a feature is drawn: what a click does, how long and large it is, and the steps back. */
export class DrawingBar extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['editing', 'mode'];

  /** @override */
  render() {
    const draft = this.store.mode === 'edit' ? this.store.editing.draft() : null;
    if (!draft) return nothing;
    return html`<div class="float drawing-bar" role="toolbar" aria-label=${this.t('drawing.title')} data-testid="drawing-bar">
      <span class="drawing-hint" role="status">${this.hint(draft)}</span>${this.measure(this.store.editing.shape())} ${this.steps(draft)} ${draft.drawing ? this.ending() : this.paths(draft)}</div>`;
  }

  /** @param {FeatureDraft} draft */
  hint({ drawing, journal: { now } }) {
    if (now.kind === 'point') return this.t(drawing ? 'drawing.hint.point' : 'drawing.hint.pointThere');
    return this.t(drawing ? `drawing.hint.${now.kind}` : 'drawing.hint.shape');
  }

  /** @param {Shape | null} shape */
  measure(shape) {
    if (!shape || shape.kind === 'point') return nothing;
    const length = this.app.texts.length(lengthM(shape));
    const text = shape.kind === 'line' ? this.t('drawing.length', { length }) : this.t('drawing.area', { area: this.app.texts.area(areaM2(shape)), length });
    return html`<b class="drawing-measure" data-testid="measure">${text} <small>${this.t('drawing.vertices', { n: vertexCount(shape) })}</small></b>`;
  }

  /** @param {FeatureDraft} draft */
  steps({ journal: { past, future } }) {
    return html`<button class="small" data-testid="undo" ?disabled=${!past.length} title="Ctrl+Z" @click=${() => this.app.drawing.undo()}>${this.t('drawing.undo')}</button>
      <button class="small" data-testid="redo" ?disabled=${!future.length} title="Ctrl+Shift+Z" @click=${() => this.app.drawing.redo()}>${this.t('drawing.redo')}</button>`;
  }

  ending() {
    return html`<button class="small primary" data-testid="finish-path" ?disabled=${!this.app.drawing.mayFinish()} @click=${() => this.app.drawing.finishPath()}>${this.t('drawing.finish')} <kbd>Enter</kbd></button>`;
  }

  /** @param {FeatureDraft} draft */
  paths({ journal: { now } }) {
    const [part] = [now.parts.length - 1];
    const more = html`<button class="small" data-testid="add-part" @click=${() => this.app.drawing.beginPath(null)}>${this.t('drawing.part')}</button>`;
    if (now.kind === 'point') return more;
    if (now.kind === 'line') return html`<button class="small" data-testid="continue-path" @click=${() => this.app.drawing.continuePath({ part, ring: 0 })}>${this.t('drawing.continue')}</button>${more}`;
    return html`${more}<button class="small" data-testid="add-hole" @click=${() => this.app.drawing.beginPath(part)}>${this.t('drawing.hole')}</button>`;
  }
}
customElements.define('wl-drawing-bar', DrawingBar);

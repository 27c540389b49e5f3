/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { freshness } from '../model/freshness.js';
import { isActive } from '../model/selectors.js';
import { dataDate } from './data-date.js';
import { layerDot, layerSign } from './layer-sign.js';
import { Panel } from './panel.js';
import { noEntry, unitSign } from './signs.js';

const STATES = /** @type {const} */ (['available', 'ordered', 'en_route', 'on_scene', 'returning', 'out_of_service', 'lost']);
const LOST = ['lost', 'unknown'];
const FOLDED = 'legendFolded';
const ROOMY_PX = 1600;

/** What the signs mean that are on the map now, and nothing else; with the age of what is under them. */
export class Legend extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['setup', 'layers', 'units', 'orders', 'closures', 'preview', 'selection', 'mode', 'drawn'];
  static properties = { ...Panel.properties, folded: { state: true } };

  constructor() {
    super();
    /** Null until the person has said it. @type {boolean | null} */
    this.folded = null;
  }

  /** On a small screen it would cover the map. */
  isFolded() {
    return this.folded ?? this.app.keeping.get(FOLDED, window.innerWidth < ROOMY_PX);
  }

  fold() {
    this.folded = !this.isFolded();
    this.app.keeping.put(FOLDED, this.folded);
  }

  /** @override */
  render() {
    if (this.store.unitId) return nothing;
    const head = html`<button class="quiet legend-head" aria-expanded=${!this.isFolded()} data-testid="legend-toggle" @click=${this.fold}>${this.t('layers.legend')} <small>${this.t('layers.visibleOnly')}</small></button>`;
    if (this.isFolded()) return html`<section class="float map-legend is-folded" data-testid="legend">${head}${this.partly()}</section>`;
    const { picture, setup } = this.store;
    return html`<section class="float map-legend" aria-label=${this.t('layers.legend')} data-testid="legend">${head}
      <ul class="legend">${this.states().map((state) => html`<li>${unitSign(state)}${this.t(`filter.${state}`)}</li>`)}
        ${picture.closures.size ? html`<li>${noEntry()}${this.t('layers.closed')}</li>` : nothing}
        ${this.store.preview ? html`<li><i class="swatch route"></i>${this.t('layers.route')}</li>` : nothing}
        ${[...picture.orders.values()].some((order) => isActive(order) && order.route) ? html`<li><i class="swatch underway"></i>${this.t('layers.underway')}</li>` : nothing}
        ${this.layers().map((type) => html`<li data-testid="legend-layer" data-layer=${type.id}>${layerSign(type, this.app.texts)}${this.store.pointsAreDots ? layerDot(type) : nothing}${type.label}</li>`)}</ul>
      ${this.partly()}<p class="sources" title=${setup?.source ?? ''}>${this.t('layers.base')}${this.t('join.colon')}${[setup?.source, this.app.texts.code('provenance', setup?.provenance), dataDate(setup, this.app.texts)].filter(Boolean).join(' · ')}</p></section>`;
  }

  /** Whoever looks at the map must know that it does not show everything. */
  partly() {
    const some = this.layers().filter((type) => this.store.loadedLayers.get(type.id)?.complete === false);
    if (!some.length) return nothing;
    return html`<ul class="partly" data-testid="map-partly">${some.map((type) => html`<li><b>${type.label}</b> ${this.t('layers.partly', {
      n: this.app.texts.count(this.store.loadedLayers.get(type.id)?.features.length ?? 0), m: this.app.texts.count(type.count) })}</li>`)}</ul>`;
  }

  /** Of units that have a place. */
  states() {
    const now = this.store.now();
    const units = [...this.store.picture.units.values()].filter((unit) => this.store.picture.fixes.has(unit.id));
    const there = new Set(units.map((unit) => (LOST.includes(freshness(this.store.picture.fixes.get(unit.id), now)) ? 'lost' : unit.status)));
    return STATES.filter((state) => there.has(state));
  }

  layers() {
    return this.store.layerTypes.filter((type) => this.store.visibleLayers.has(type.id) && (this.store.loadedLayers.get(type.id)?.features.length ?? 0) > 0);
  }
}
customElements.define('wl-legend', Legend);

/** @import { LonLat, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { scaleBar } from '../map/mercator.js';
import { spoken } from '../model/degrees.js';
import { hasSyntheticUnits } from '../model/selectors.js';
import { Panel } from './panel.js';
import { noEntry, unitSign } from './signs.js';

const LEGEND = /** @type {const} */ (['available', 'ordered', 'en_route', 'on_scene', 'returning', 'lost']);
const LONGEST_BAR_PX = 120;

/** What lies at the map's edges: tools, layers with legend, scale, place, where the data is from. */
export class MapFrame extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['setup', 'layers', 'mode', 'units'];
  static properties = { ...Panel.properties, pointer: { attribute: false } };

  constructor() {
    super();
    /** @type {LonLat | null} */
    this.pointer = null;
  }

  /** @override */
  render() {
    return html`${this.watermark()} ${this.tools()} ${this.store.layersOpen ? this.layers() : nothing} ${this.readout()}`;
  }

  watermark() {
    const { setup, picture } = this.store;
    const key = setup?.provenance === 'SYNTHETIC' ? 'map.synthetic' : hasSyntheticUnits(picture) ? 'map.syntheticUnits' : null;
    if (!key) return nothing;
    return html`<div class="watermark" data-testid="synthetic">${this.t(key)}${setup?.simulator ? html` · ${this.t('map.simulated')}` : nothing}</div>`;
  }

  tools() {
    const { stage } = this.app;
    return html`<div class="float map-tools" role="toolbar" aria-label=${this.t('map.label')}>
      <button aria-label=${this.t('map.zoomIn')} @click=${() => stage.zoomIn()}>+</button><button aria-label=${this.t('map.zoomOut')} @click=${() => stage.zoomOut()}>−</button>
      <button @click=${() => stage.county()}>${this.t('map.county')}</button>
      <button aria-pressed=${this.store.layersOpen} data-testid="layers" @click=${this.toggleLayers}>${this.t('layers.title')}</button>
      <button aria-pressed=${this.store.mode === 'closures'} data-testid="closures-tool" @click=${this.toggleClosures}>${this.t('closures.tool')}</button></div>`;
  }

  toggleLayers() {
    this.store.layersOpen = !this.store.layersOpen;
    this.store.notify('mode');
  }

  toggleClosures() {
    this.store.mode = this.store.mode === 'closures' ? 'incident' : 'closures';
    this.store.notify('mode');
  }

  layers() {
    return html`<section class="float layers" aria-label=${this.t('layers.title')} data-testid="layers-panel">
      <h3>${this.t('layers.title')}<span class="spring"></span><span class="plain">${this.t('layers.from', { zoom: 12 })}</span></h3>
      ${this.store.layerTypes.length ? nothing : html`<p class="empty short">${this.t('layers.none')}</p>`}
      <ul>${this.store.layerTypes.map((type) => {
        const loaded = this.store.layerFeatures.get(type.id);
        const origin = [loaded?.source === this.store.setup?.source ? '' : loaded?.source, this.app.texts.code('provenance', loaded?.provenance ?? type.provenance?.[0])].filter(Boolean).join(' · ');
        return html`<li><label><input type="checkbox" .checked=${this.store.visibleLayers.has(type.id)} @change=${() => this.app.layers.toggle(type.id)}>
          <i class="facility">${this.app.layers.glyph(type)}</i><span>${type.label} <b>${type.count}</b><small>${origin}</small></span></label></li>`;
      })}</ul>
      <h3>${this.t('layers.legend')}</h3>
      <ul class="legend">${LEGEND.map((state) => html`<li>${unitSign(state)}${this.t(`filter.${state}`)}</li>`)}
        <li>${noEntry()}${this.t('layers.closed')}</li><li><i class="swatch route"></i>${this.t('layers.route')}</li><li><i class="swatch underway"></i>${this.t('layers.underway')}</li></ul>
      <p class="sources">${this.t('layers.live')}<br>${this.t('layers.closures')}<br>${this.t('layers.base')}${this.t('join.colon')}${this.store.setup?.source ?? ''} · ${this.app.texts.code('provenance', this.store.setup?.provenance)}${this.dataDate() && ` · ${this.dataDate()}`}</p>
    </section>`;
  }

  /** Empty for what is invented: it never was true on any day. */
  dataDate() {
    const date = this.store.setup?.data_date;
    if (!date && this.store.setup?.provenance === 'SYNTHETIC') return '';
    return date ? this.t('layers.dataDate', { date }) : this.t('layers.noDate');
  }

  readout() {
    const { metresPerPixel, centre } = this.app.stage.view();
    const { metres, px } = scaleBar(metresPerPixel, LONGEST_BAR_PX);
    return html`<div class="float readout" data-testid="readout">
      <span class="scale"><svg width=${px + 2} height="8" aria-hidden="true"><path d="M1 0v7h${px}V0"/></svg>${metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}</span>
      <span>${this.t('map.crs')}</span><span class="place" data-testid="coordinates">${spoken(this.pointer ?? centre)}</span>
      <span class="attribution" title=${this.dataDate()}>${this.store.setup?.attribution ?? ''}${this.store.setup?.data_date ? ` · ${this.store.setup.data_date}` : ''}</span></div>`;
  }
}
customElements.define('wl-map-frame', MapFrame);

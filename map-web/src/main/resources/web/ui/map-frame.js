/** @import { LonLat, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { imageryShown } from '../model/imagery.js';
import { scaleBar } from '../map/mercator.js';
import { spoken } from '../model/degrees.js';
import { hasSyntheticUnits } from '../model/selectors.js';
import { dataDate } from './data-date.js';
import { Panel } from './panel.js';

const LONGEST_BAR_PX = 120;

/** What lies at the map's edges: tools, scale, place, where the data is from. */
export class MapFrame extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['setup', 'layers', 'mode', 'units', 'imagery'];
  static properties = { ...Panel.properties, pointer: { attribute: false }, elevation: { attribute: false } };

  constructor() {
    super();
    /** @type {LonLat | null} */
    this.pointer = null;
    /** Under the pointer, metres. @type {number | null} */
    this.elevation = null;
  }

  /** @override */
  render() {
    return html`${this.watermark()} ${this.tools()} ${this.readout()}`;
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
      <button aria-pressed=${this.store.mode === 'closures'} data-testid="closures-tool" @click=${this.toggleClosures}>${this.t('closures.tool')}</button>
      <button aria-pressed=${this.store.mode === 'area'} data-testid="area-tool" @click=${this.toggleArea}>${this.t('area.tool')}</button>
      <button aria-pressed=${this.store.mode === 'terrain'} data-testid="terrain-tool" @click=${this.toggleTerrain}>${this.t('terrain.tool')}</button>
      ${this.store.may('editFeature') ? html`<button aria-pressed=${this.store.mode === 'edit'} data-testid="editing-tool" @click=${this.toggleEditing}>${this.t('editing.tool')}</button>` : nothing}</div>`;
  }

  toggleLayers() {
    this.store.layersOpen = !this.store.layersOpen;
    this.store.notify('mode');
  }

  toggleEditing() {
    if (this.store.mode === 'edit') this.app.editing.leave();
    else this.app.editing.start();
  }

  toggleArea() {
    this.store.mode = this.store.mode === 'area' ? 'incident' : 'area';
    this.store.notify('mode');
  }

  toggleTerrain() {
    this.store.mode = this.store.mode === 'terrain' ? 'incident' : 'terrain';
    this.store.notify('mode');
  }

  toggleClosures() {
    this.store.mode = this.store.mode === 'closures' ? 'incident' : 'closures';
    this.store.notify('mode');
  }

  readout() {
    const imagery = imageryShown(this.store);
    const { metresPerPixel, centre } = this.app.stage.view();
    const { metres, px } = scaleBar(metresPerPixel, LONGEST_BAR_PX);
    return html`<div class="float readout" data-testid="readout">
      <span class="scale"><svg width=${px + 2} height="8" aria-hidden="true"><path d="M1 0v7h${px}V0"/></svg>${metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}</span>
      <span>${this.t('map.crs')}</span><span class="place" data-testid="coordinates">${spoken(this.pointer ?? centre)}</span>${this.elevation === null ? nothing : html`<span data-testid="elevation">${Math.round(this.elevation)} m</span>`}
      ${imagery ? html`<span class="attribution" data-testid="imagery-attribution">${[imagery.attribution || imagery.name, imagery.date].filter(Boolean).join(' · ')}${imagery.datum === 'undeclared' ? ` · ⚠ ${this.t('imagery.undeclared')}` : ''}</span>` : nothing}
      <span class="attribution" title=${dataDate(this.store.setup, this.app.texts)}>${this.store.setup?.attribution ?? ''}${this.store.setup?.data_date ? ` · ${this.store.setup.data_date}` : ''}</span></div>`;
  }
}
customElements.define('wl-map-frame', MapFrame);

/** @import { LonLat, Selected, Topic } from '../types.js' */
import { html } from 'lit';
import '../ui/advice.js';
import '../ui/area-panel.js';
import '../ui/catalogue.js';
import '../ui/closures.js';
import '../ui/correct-form.js';
import '../ui/drawing-bar.js';
import '../ui/editor.js';
import '../ui/feature-card.js';
import '../ui/feature-history.js';
import '../ui/feature-tools.js';
import '../ui/import-wizard.js';
import '../ui/incident-list.js';
import '../ui/incident-panel.js';
import '../ui/layers-panel.js';
import '../ui/legend.js';
import '../ui/map-frame.js';
import '../ui/orders.js';
import '../ui/overlays.js';
import '../ui/own-password.js';
import '../ui/people.js';
import '../ui/report-form.js';
import '../ui/search-box.js';
import '../ui/sheet.js';
import '../ui/terrain.js';
import '../ui/timeline.js';
import '../ui/top-bar.js';
import '../ui/unit-card.js';
import '../ui/unit-list.js';
import { PointerHeight } from '../model/pointer-height.js';
import { Panel } from '../ui/panel.js';
import { drawerOf } from './editing.js';

const ROADS_FROM_ZOOM = 12;

/** The command map: lists on the left, the map, the work in hand on the right. */
export class CommandView extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['mode', 'link'];

  constructor() {
    super();
    this.height = new PointerHeight((at) => this.app.terrain.heightAt(at), (metres) => this.showHeight(metres));
  }

  /** @override */
  firstUpdated() {
    const container = /** @type {HTMLElement} */ (this.querySelector('.stage'));
    this.app.stage.open(container, {
      onPlace: (at) => this.place(at),
      onUnit: (id) => this.unit(id),
      onIncident: (id) => this.app.incidents.select(id),
      onFeatures: (hits) => this.features(hits),
      onView: () => this.viewed(),
      onPointer: (at) => this.point(at),
      onImageryMissed: () => this.app.imagery.missed(),
      drawer: drawerOf(this.app),
    });
    this.viewed();
    this.resize = new ResizeObserver(() => this.app.stage.resized());
    this.resize.observe(container);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.app.stage.close();
  }

  frame() {
    return /** @type {import('../ui/map-frame.js').MapFrame} */ (this.querySelector('wl-map-frame'));
  }

  viewed() {
    this.frame().requestUpdate();
    const box = this.app.stage.box();
    if (box) this.app.layers.look(box);
  }

  /** @param {LonLat | null} at */
  point(at) {
    this.frame().pointer = at;
    this.height.at(at);
  }

  /** @param {number | null} metres */
  showHeight(metres) {
    const frame = this.frame();
    if (frame) frame.elevation = metres;
  }

  /** @param {LonLat} at */
  place(at) {
    if (this.store.mode === 'report') this.reportAt(at);
    else if (this.store.mode === 'correct') this.app.correct.write({ location: at });
    else if (this.store.mode === 'closures') this.road(at);
    else if (this.store.mode === 'area') this.app.areas.place(at);
    else if (this.store.mode === 'terrain') this.app.terrain.place(at);
    else this.unit(null);
  }

  /** The click took the focus to the map, where Enter and letters mean something else. @param {LonLat} at */
  reportAt(at) {
    this.app.incidents.write({ location: at });
    /** @type {import('../ui/report-form.js').ReportForm | null} */ (this.querySelector('wl-report-form'))?.resume();
  }

  /** Whoever is about to edit means to edit what is clicked. @param {Selected['others']} hits the topmost first */
  features(hits) {
    const [{ layer, id }] = hits;
    if (this.store.mode === 'edit') void this.app.editing.begin(layer, id);
    else void this.app.features.select(layer, id, hits);
  }

  /** From afar a click near a junction means any of its roads: first closer, then the road. @param {LonLat} at */
  road(at) {
    if (this.app.stage.view().zoom >= ROADS_FROM_ZOOM) {
      void this.app.closures.pick(at);
      return;
    }
    this.app.stage.centre(at);
    this.app.toasts.say(this.t('closures.closer'));
  }

  /** @param {string | null} id */
  unit(id) {
    this.store.unitId = id;
    this.store.selectedFeature = null;
    this.store.notify('selection', 'feature');
  }

  /** @override */
  render() {
    const { app } = this;
    const picking = this.store.mode !== 'incident' && this.store.mode !== 'import';
    return html`
      <div class="frame ${this.store.isLost() ? 'is-lost' : ''}">
        <wl-top-bar .app=${app}></wl-top-bar>
        <wl-link-strip .app=${app}></wl-link-strip>
        <div class="columns ${this.store.mode === 'import' ? 'is-wide' : ''}">
          <aside class="side left"><wl-incident-list .app=${app}></wl-incident-list><wl-unit-list .app=${app}></wl-unit-list></aside>
          <main class="map is-mode-${this.store.mode} ${picking ? 'is-picking' : ''}">
            <div class="stage" role="application" aria-label=${this.t('map.label')} tabindex="0" data-testid="map"></div>
            <wl-map-frame .app=${app}></wl-map-frame><wl-search-box .app=${app}></wl-search-box><wl-layers-panel .app=${app}></wl-layers-panel><wl-legend .app=${app}></wl-legend><wl-feature-card .app=${app}></wl-feature-card><wl-unit-card .app=${app}></wl-unit-card><wl-drawing-bar .app=${app}></wl-drawing-bar><wl-toasts .app=${app}></wl-toasts>
          </main>
          <aside class="side right">${this.work()}</aside>
        </div>
        <wl-sheet .app=${app}></wl-sheet><wl-help .app=${app}></wl-help><wl-people .app=${app}></wl-people><wl-own-password .app=${app}></wl-own-password><wl-catalogue .app=${app}></wl-catalogue>
      </div>`;
  }

  work() {
    const { app } = this;
    switch (this.store.mode) {
      case 'report':
        return html`<wl-report-form .app=${app}></wl-report-form>`;
      case 'correct':
        return html`<wl-correct-form .app=${app}></wl-correct-form>`;
      case 'closures':
        return html`<wl-closures .app=${app}></wl-closures>`;
      case 'area':
        return html`<wl-area-panel .app=${app}></wl-area-panel>`;
      case 'terrain':
        return html`<wl-terrain-panel .app=${app}></wl-terrain-panel>`;
      case 'edit':
        return html`<wl-editor .app=${app}></wl-editor>`;
      case 'import':
        return html`<wl-import-wizard .app=${app}></wl-import-wizard>`;
      case 'history':
        return html`<wl-history .app=${app}></wl-history>`;
      default:
        return html`<wl-incident-panel .app=${app}></wl-incident-panel>`;
    }
  }
}
customElements.define('wl-command-view', CommandView);

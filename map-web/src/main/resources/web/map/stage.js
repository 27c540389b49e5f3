/** @import { Box, Feature, LonLat, Selected, Theme, Unit } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */
/** @import { Store } from '../model/store.js' */
import { LatLngBounds, Map as LeafletMap, Marker, DivIcon, Point, TileLayer } from 'leaflet';
import { ghostsOf } from '../model/editing/ghosts.js';
import { AreaLayer } from './area-layer.js';
import { canvasLayer } from './canvas-layer.js';
import { DrawingLayer } from './drawing-layer.js';
import { GhostLayer } from './ghost-layer.js';
import { IncidentLayer } from './incident-layer.js';
import { ImageryLayer } from './imagery-layer.js';
import { LayerPainter } from './layer-painter.js';
import { ImportLayer } from './import-layer.js';
import { LineLayer } from './line-layer.js';
import { fittingZoom, metresPerPixel } from './mercator.js';
import { readPalette } from './sprites.js';
import { readLayerPalette } from './symbol-painter.js';
import { TerrainLayer } from './terrain-layer.js';
import { UnitPainter } from './unit-painter.js';
import { boxOf } from '../model/layers.js';

const LOWEST_ZOOM = 8;
const HIGHEST_ZOOM = 18;
const CLOSE_ZOOM = 14;
const EDGE_PX = 12;
const SHOWN_MARGIN_PX = 80;
const WATERMARK_PX = 36;
const READOUT_PX = 52;
const WORLD_PX = 256;
const MOST_ON_A_SPOT = 9;

/**
 * @typedef {object} StageEvents
 * @property {(at: LonLat) => void} onPlace a click on nothing but ground
 * @property {(id: string) => void} onUnit
 * @property {(id: string) => void} onIncident
 * @property {(hits: Selected['others']) => void} onFeatures what lies under a click, the topmost first
 * @property {() => void} onView the view moved
 * @property {(at: LonLat | null) => void} onPointer
 * @property {() => void} onImageryMissed a picture behind the map did not come
 * @property {import('./drawing-layer.js').Drawer} drawer
 */

/** The map, with all that lies on it. The only door to Leaflet. */
export class Stage {
  /** @param {Store} store @param {Texts} texts */
  constructor(store, texts) {
    this.store = store;
    this.texts = texts;
    /** @type {LeafletMap | null} */
    this.map = null;
    /** @type {StageEvents | null} */
    this.events = null;
    /** @type {(() => void)[]} */
    this.ends = [];
    /** How the county was last shown. @type {{centre: LonLat, zoom: number} | null} */
    this.whole = null;
  }

  /** @param {HTMLElement} container @param {StageEvents} events */
  open(container, events) {
    this.events = events;
    const map = new LeafletMap(container, {
      zoomControl: false, attributionControl: false, minZoom: LOWEST_ZOOM, maxZoom: HIGHEST_ZOOM, wheelPxPerZoomLevel: 100, boxZoom: false,
    });
    this.map = map;
    map.createPane('layers');
    map.createPane('units');
    this.tiles = new TileLayer('', { minZoom: LOWEST_ZOOM, maxZoom: HIGHEST_ZOOM, keepBuffer: 3 });
    this.imagery = new ImageryLayer(map, this.store, events.onImageryMissed);
    this.county();
    this.setTheme(this.store.preferences.theme);
    this.lines = new LineLayer(map, this.store, this.texts);
    this.incidents = new IncidentLayer(map, this.store, this.texts, events.onIncident);
    this.layers = new LayerPainter(this.store, this.texts, () => frameOf(map), () => map.getZoom());
    this.layers.setPalette(readLayerPalette());
    this.layerCanvas = canvasLayer((g, origin, size) => this.layers?.paint(g, origin, size), 'layers');
    this.layerCanvas.addTo(map);
    this.painter = new UnitPainter(this.store, this.texts, (lon, lat) => map.latLngToLayerPoint([lat, lon]), () => map.getZoom());
    this.painter.reserved = () => [...(this.incidents?.boxes() ?? []), ...(this.layers?.boxes ?? [])];
    this.painter.setPalette(readPalette());
    this.canvas = canvasLayer((g, origin, size) => this.painter?.paint(g, origin, size), 'units');
    this.canvas.addTo(map);
    this.ghosts = new GhostLayer(map);
    this.drawing = new DrawingLayer(map, this.store, this.texts, events.drawer);
    this.area = new AreaLayer(map, this.store);
    this.terrain = new TerrainLayer(map, this.store);
    this.brought = new ImportLayer(map, this.store);
    this.listen(map, events);
    this.betweenZooms();
    this.follow();
  }

  /** @param {LeafletMap} map @param {StageEvents} events */
  listen(map, events) {
    map.on('click', (event) => {
      if (this.drawing?.click(event)) return;
      const unit = this.store.mode === 'incident' ? this.painter?.hit(event.layerPoint) : null;
      if (unit) {
        events.onUnit(unit.id);
        return;
      }
      const hits = ['incident', 'edit'].includes(this.store.mode) ? this.layers?.hit(event.layerPoint) ?? [] : [];
      // So many on one spot are first pulled apart.
      if (hits.length > MOST_ON_A_SPOT && map.getZoom() < HIGHEST_ZOOM) map.setView([event.latlng.lat, event.latlng.lng], Math.min(HIGHEST_ZOOM, map.getZoom() + 2), { animate: true, duration: 0.25 });
      else if (hits.length) events.onFeatures(hits.map(({ type, feature }) => ({ layer: type.id, id: feature.id ?? '', name: feature.properties.name ?? '' })));
      else events.onPlace([event.latlng.lng, event.latlng.lat]);
    });
    map.on('mousemove', (event) => {
      this.drawing?.hover(event);
      events.onPointer([event.latlng.lng, event.latlng.lat]);
      map.getContainer().classList.toggle('is-over-unit', this.store.mode === 'incident' && (this.painter?.hit(event.layerPoint) !== null || Boolean(this.layers?.symbolsAt(event.layerPoint).length)));
    });
    map.on('mouseout', () => events.onPointer(null));
    map.on('moveend', () => {
      this.betweenZooms();
      this.incidents?.untangle();
      this.drawing?.update();
      this.area?.update();
      events.onView();
    });
  }

  /** Whether the pictures are scaled. */
  betweenZooms() {
    this.map?.getContainer().classList.toggle('is-between-zooms', !Number.isInteger(this.map.getZoom()));
  }

  /** Draws again what changed. */
  follow() {
    const { store } = this;
    const on = (/** @type {import('../types.js').Topic[]} */ topics, /** @type {() => void} */ draw) => {
      this.ends.push(store.subscribe(topics, draw));
      draw();
    };
    on(['incidents', 'selection', 'preferences'], () => this.incidents?.update());
    on(['closures', 'preferences'], () => this.lines?.closures());
    on(['orders', 'selection'], () => this.lines?.routes());
    on(['closures', 'tick'], () => this.lines?.cuts());
    on(['preview'], () => this.lines?.preview());
    on(['closure', 'mode'], () => this.lines?.wish());
    on(['report', 'correction', 'mode'], () => this.pin());
    on(['search'], () => this.found());
    on(['area', 'mode'], () => this.area?.update());
    on(['imagery'], () => this.imagery?.update());
    on(['terrain', 'mode'], () => this.terrain?.update());
    on(['importing', 'mode'], () => this.brought?.update());
    on(['layers', 'feature', 'preferences'], () => this.layerCanvas?.soon());
    on(['editing', 'history', 'mode', 'layers'], () => this.ghosts?.show(ghostsOf(store)));
    on(['editing', 'mode'], () => this.drawing?.update());
    on(['fixes', 'units', 'orders', 'selection', 'tick', 'layers', 'incidents', 'preferences'], () => this.canvas?.soon());
  }

  close() {
    this.ends.forEach((end) => end());
    this.ends = [];
    this.map?.remove();
    this.map = null;
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    const revision = encodeURIComponent(this.store.setup?.base_revision ?? '');
    this.tiles?.setUrl(`/tiles/base/${theme}/{z}/{x}/{y}{r}.png?v=${revision}`, true);
    // Leaflet's own redraw takes the map's zoom as it is, between two levels too, where there are no tiles; a layer that is added takes the nearest level.
    if (this.map) this.tiles?.remove().addTo(this.map);
    this.painter?.setPalette(readPalette());
    this.layers?.setPalette(readLayerPalette());
    this.layerCanvas?.soon();
    this.canvas?.soon();
  }

  county() {
    const setup = this.store.setup;
    if (!setup || !this.map) return;
    const [west, south, east, north] = setup.bounds;
    const bounds = new LatLngBounds([south, west], [north, east]);
    this.map.setMaxBounds(bounds.pad(0.6));
    // Between two levels for this view only; from it whoever zooms comes to whole ones, where the pictures are sharpest.
    this.map.options.zoomSnap = 0;
    const maxZoom = fittingZoom(this.map.getBoundsZoom(bounds, false, new Point(2 * EDGE_PX, WATERMARK_PX + READOUT_PX)));
    this.map.fitBounds(bounds, { animate: false, paddingTopLeft: [EDGE_PX, WATERMARK_PX], paddingBottomRight: [EDGE_PX, READOUT_PX], maxZoom });
    this.map.options.zoomSnap = 1;
    this.whole = this.view();
  }

  /** @param {LonLat} at @param {boolean} [closer] */
  centre([lon, lat], closer = true) {
    if (!this.map) return;
    if (closer) this.map.setView([lat, lon], Math.max(this.map.getZoom(), CLOSE_ZOOM), { animate: true, duration: 0.25 });
    else this.map.panTo([lat, lon], { animate: true, duration: 0.25 });
  }

  /** Moves only when it is out of sight. @param {LonLat} at */
  reveal([lon, lat]) {
    if (this.map && !this.map.getBounds().pad(-0.08).contains([lat, lon])) this.centre([lon, lat], false);
  }

  /** To a feature: a place at a close zoom, what is larger just whole. @param {Feature} feature */
  show(feature) {
    const box = boxOf(feature);
    if (!box || !this.map) return;
    const [west, south, east, north] = box;
    const maxZoom = Math.max(this.map.getZoom(), CLOSE_ZOOM);
    this.map.fitBounds(new LatLngBounds([south, west], [north, east]), { padding: [SHOWN_MARGIN_PX, SHOWN_MARGIN_PX], maxZoom, animate: true, duration: 0.25 });
  }

  /** @param {Unit} unit */
  centreUnit(unit) {
    const fix = this.store.picture.fixes.get(unit.id);
    this.centre(fix ? [fix.lon, fix.lat] : unit.base.location.coordinates);
  }

  zoomIn() {
    this.map?.zoomIn();
  }

  zoomOut() {
    this.map?.zoomOut();
  }

  /** The whole county stays whole, above all while the page is still being laid out. */
  resized() {
    const { centre, zoom } = this.view();
    const untouched = String(centre) === String(this.whole?.centre) && zoom === this.whole?.zoom;
    this.map?.invalidateSize({ animate: false, pan: !untouched });
    if (untouched) this.county();
  }

  /** @returns {{centre: LonLat, zoom: number, metresPerPixel: number}} */
  view() {
    if (!this.map) return { centre: [0, 0], zoom: 0, metresPerPixel: 1 };
    const { lat, lng } = this.map.getCenter();
    const zoom = this.map.getZoom();
    return { centre: [lng, lat], zoom, metresPerPixel: metresPerPixel(lat, zoom) };
  }

  /** What is in view, longitude first. @returns {Box | null} */
  box() {
    if (!this.map) return null;
    const bounds = this.map.getBounds();
    return [bounds.getSouthWest().lng, bounds.getSouthWest().lat, bounds.getNorthEast().lng, bounds.getNorthEast().lat];
  }

  /** Where a place is on the screen, from the map's corner. @param {LonLat} at @returns {{x: number, y: number} | null} */
  pixel([lon, lat]) {
    return this.map?.latLngToContainerPoint([lat, lon]) ?? null;
  }

  /** @param {number} x @param {number} y @returns {LonLat | null} */
  ground(x, y) {
    const at = this.map?.containerPointToLatLng(new Point(x, y));
    return at ? [at.lng, at.lat] : null;
  }

  /** What the search found last. */
  found() {
    this.foundMarker?.remove();
    this.foundMarker = undefined;
    const { foundPlace } = this.store;
    if (!foundPlace || !this.map) return;
    const box = document.createElement('div');
    box.dataset.testid = 'found-mark';
    const name = document.createElement('span');
    name.textContent = foundPlace.name;
    box.append(name);
    const icon = new DivIcon({ html: box, className: 'found-mark', iconSize: [20, 20] });
    this.foundMarker = new Marker([foundPlace.at[1], foundPlace.at[0]], { icon, interactive: false, keyboard: false, zIndexOffset: 2500 });
    this.foundMarker.addTo(this.map);
  }

  /** The place of the report or correction being written. */
  pin() {
    const { mode, report } = this.store;
    const at = mode === 'report' ? report.location : mode === 'correct' ? this.store.correction()?.fields.location ?? null : null;
    this.pinMarker?.remove();
    this.pinMarker = undefined;
    if (!at || !this.map) return;
    const cross = document.createElement('div');
    cross.dataset.testid = 'report-pin';
    const icon = new DivIcon({ html: cross, className: 'report-pin', iconSize: [34, 34] });
    this.pinMarker = new Marker([at[1], at[0]], { icon, interactive: false, keyboard: false, zIndexOffset: 3000 });
    this.pinMarker.addTo(this.map);
  }
}

/** From the world's square to layer pixels. @param {LeafletMap} map */
function frameOf(map) {
  const { x, y } = map.getPixelOrigin();
  return { scale: WORLD_PX * 2 ** map.getZoom(), left: x, top: y };
}

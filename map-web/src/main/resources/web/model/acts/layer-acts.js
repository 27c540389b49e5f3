/** @import { AnyGeometry, Feature, LayerType, LonLat, ScreenFeature } from '../../types.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Keeping } from '../../net/keeping.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { told } from './problems.js';

const VISIBLE = 'layers';
const SHOWN_FIRST = ['fire_station', 'hospital', 'depot', 'shelter', 'police'];

/** Any point of a geometry to put its symbol at. @param {AnyGeometry} geometry @returns {LonLat} */
function anchor(geometry) {
  let part = /** @type {any} */ (geometry.coordinates);
  while (Array.isArray(part[0])) part = part[Math.floor((part.length - 1) / 2)];
  return part;
}

/** Layers of features: which there are, which are shown. */
export class LayerActs {
  /** @param {{store: Store, api: Api, keeping: Keeping, texts: Texts, toasts: Toasts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.keeping = parts.keeping;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
  }

  /** Point layers that have something in them. */
  async load() {
    try {
      const types = (await this.api.layers()).results.filter((type) => type.count > 0 && type.geometry_type === 'point');
      this.store.layerTypes = types;
      const wanted = this.keeping.get(VISIBLE, types.map((type) => type.id).filter((id) => SHOWN_FIRST.includes(id)));
      this.store.visibleLayers = new Set(wanted.filter((id) => types.some((type) => type.id === id)));
      this.store.notify('layers');
      await Promise.all([...this.store.visibleLayers].map((id) => this.fetch(id)));
    } catch (cause) {
      this.toasts.say(told(cause, this.texts).title, 'bad');
    }
  }

  /** One letter for its symbols: the agreed one, or the label's first. @param {LayerType} type */
  glyph(type) {
    const agreed = this.texts.codes('layerGlyph').includes(type.id);
    return (agreed ? this.texts.t(`layerGlyph.${type.id}`) : type.label).slice(0, 1);
  }

  /** @param {string} id */
  async toggle(id) {
    const visible = new Set(this.store.visibleLayers);
    if (!visible.delete(id)) visible.add(id);
    this.store.visibleLayers = visible;
    this.keeping.put(VISIBLE, [...visible]);
    this.store.notify('layers');
    if (visible.has(id) && !this.store.layerFeatures.has(id)) {
      try {
        await this.fetch(id);
      } catch (cause) {
        this.toasts.say(told(cause, this.texts).title, 'bad');
      }
    }
  }

  /** @param {string} id */
  async fetch(id) {
    const type = this.store.layerTypes.find((layer) => layer.id === id);
    if (!type) return;
    const { features } = await this.api.features(id);
    const first = features[0]?.properties;
    this.store.layerFeatures.set(id, {
      features: features.map((feature) => asSymbol(feature, type, this.glyph(type))),
      source: String(first?.source ?? ''),
      provenance: String(first?.provenance ?? type.provenance?.[0] ?? ''),
    });
    this.store.notify('layers');
  }
}

/** @param {Feature} feature @param {LayerType} type @param {string} glyph @returns {ScreenFeature} */
function asSymbol(feature, type, glyph) {
  const [lon, lat] = anchor(feature.geometry);
  return { lon, lat, name: String(feature.properties.name ?? ''), layer: type.id, glyph };
}

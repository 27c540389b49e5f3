/** @import { AreaDraft } from '../../area-types.js' */
/** @import { Feature, LonLat } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
import { AreaApi } from '../../net/area-api.js';
import { asWish, emptyArea, wanting, withPoint } from '../area.js';
import { told } from './problems.js';

const TOWNSHIPS = 'township';
const MOST_TOWNSHIPS = 200;

/** Who and what lies in an area chosen on the map, and figures by township. */
export class AreaActs {
  /** @param {{store: Store, api: Api, texts: Texts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.areaApi = new AreaApi(parts.api);
    this.texts = parts.texts;
    this.turn = 0;
    /** Questions for figures. */
    this.figuresTurn = 0;
  }

  open() {
    this.store.mode = 'area';
    this.store.notify('mode');
  }

  /** Changed, its answer is no longer of this area. @param {Partial<AreaDraft>} change */
  write(change) {
    this.turn++;
    this.store.area = { ...this.store.area, ...change };
    this.store.areaState = { busy: false, problem: '', detail: '' };
    this.store.areaAnswer = null;
    this.store.notify('area');
  }

  /** @param {AreaDraft['kind']} kind */
  choose(kind) {
    this.write({ kind, points: [], feature: null });
    if (kind === 'township') void this.loadTownships();
  }

  /** @param {LonLat} at */
  place(at) {
    const next = withPoint(this.store.area, at);
    if (next !== this.store.area) this.write({ points: next.points });
  }

  stepBack() {
    this.write({ points: this.store.area.points.slice(0, -1) });
  }

  clear() {
    const { kind, layers, filter } = this.store.area;
    this.write({ ...emptyArea(), kind: kind === 'feature' ? 'circle' : kind, layers, filter });
  }

  /** The outline of a feature, asked for at once. @param {string} layer @param {Feature} feature */
  async ofFeature(layer, feature) {
    this.open();
    this.write({ kind: 'feature', points: [], feature: { layer, feature } });
    await this.ask();
  }

  /** Those chosen, or those shown; only what has something in it. */
  layers() {
    const wanted = this.store.area.layers ?? [...this.store.visibleLayers];
    return wanted.filter((id) => (this.store.layerType(id)?.count ?? 0) > 0);
  }

  async ask() {
    const missing = wanting(this.store.area);
    if (missing) {
      this.say(this.texts.t(missing), '');
      return;
    }
    const turn = ++this.turn;
    this.store.areaState = { busy: true, problem: '', detail: '' };
    this.store.notify('area');
    const [area, layers] = [asWish(this.store.area), this.layers()];
    try {
      const [exposure, selection] = await Promise.all([this.areaApi.exposure(area), layers.length ? this.areaApi.select(layers, area, this.store.area.filter.trim()) : null]);
      if (turn !== this.turn) return;
      this.store.areaAnswer = { at: this.store.now(), title: this.title(), exposure, selection };
      this.say('', '');
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      if (turn === this.turn) this.say(title, detail);
    }
  }

  /** @param {string} problem @param {string} detail */
  say(problem, detail) {
    this.store.areaState = { busy: false, problem, detail };
    this.store.notify('area');
  }

  /** What was asked, in words, for the answer and its print. */
  title() {
    const { kind, radiusM, distanceM, road, township, feature } = this.store.area;
    return this.texts.t(`area.title.${kind}`, { radius: radiusM, distance: distanceM, road, township, name: feature?.feature.properties.name ?? '' });
  }

  /** Their names to choose from; without them a name or code is typed. */
  async loadTownships() {
    if (this.store.townships.length || !this.store.layerType(TOWNSHIPS)?.count) return;
    try {
      const { features } = await this.api.features(TOWNSHIPS, { box: null, limit: MOST_TOWNSHIPS });
      this.store.townships = features.map((it) => it.properties.name ?? '').filter(Boolean);
      this.store.notify('area');
    } catch (cause) {
      this.say(told(cause, this.texts).title, '');
    }
  }

  /** Figures of a layer by township. @param {string} layer @param {string} attribute */
  async figures(layer, attribute) {
    const turn = ++this.figuresTurn;
    const known = this.store.layerType(layer)?.attributes?.some((it) => it.name === attribute) ? attribute : '';
    this.store.figures = { layer, attribute: known, at: this.store.now(), answer: null, busy: layer !== '', problem: '' };
    this.store.notify('area');
    if (!layer) return;
    try {
      const answer = await this.areaApi.byTownship(layer, known);
      if (turn === this.figuresTurn) this.store.figures = { ...this.store.figures, answer, at: this.store.now(), busy: false };
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      if (turn === this.figuresTurn) this.store.figures = { ...this.store.figures, busy: false, problem: [title, detail].filter(Boolean).join(' ') };
    }
    this.store.notify('area');
  }
}

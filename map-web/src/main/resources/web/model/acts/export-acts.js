/** @import { ExportWish } from '../../import-types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { ImportApi } from '../../net/import-api.js' */
/** @import { Store } from '../store.js' */
import { told } from './problems.js';

/** What the server writes. KML knows one system only. */
export const EXPORT_FORMATS = /** @type {const} */ (['geojson', 'gpkg', 'shp', 'csv', 'xlsx', 'kml']);

/** A layer becomes a file. */
export class ExportActs {
  /** @param {{store: Store, importApi: ImportApi, texts: Texts, onFile: (file: {name: string, content: Blob}) => void}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.importApi;
    this.texts = parts.texts;
    this.onFile = parts.onFile;
  }

  /** Opens or closes the choice for a layer. @param {string} layer */
  toggle(layer) {
    this.show(this.store.exporting?.layer === layer ? null : { layer, format: 'xlsx', crs: 'EPSG:4490', busy: false, problem: '' });
  }

  /** @param {Partial<ExportWish>} change */
  write(change) {
    if (this.store.exporting) this.show({ ...this.store.exporting, ...change });
  }

  async save() {
    const wish = this.store.exporting;
    if (!wish || wish.busy) return;
    this.write({ busy: true, problem: '' });
    const crs = wish.format === 'kml' ? '' : `&crs=${encodeURIComponent(wish.crs)}`;
    try {
      this.onFile(await this.api.download(`/api/v1/layers/${wish.layer}/export?format=${wish.format}${crs}`));
      this.write({ busy: false });
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      this.write({ busy: false, problem: [title, detail].filter(Boolean).join(' ') });
    }
  }

  /** @param {ExportWish | null} wish */
  show(wish) {
    this.store.exporting = wish;
    this.store.notify('export');
  }
}

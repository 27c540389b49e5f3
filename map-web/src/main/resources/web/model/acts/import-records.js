/** @import { Texts } from '../../i18n/texts.js' */
/** @import { ImportApi } from '../../net/import-api.js' */
/** @import { Store } from '../store.js' */
import { TERRAIN } from '../importing/state.js';
import { told } from './problems.js';

/** What was brought in before, how its fields were named, and what an import can be told. */
export class ImportRecords {
  /** @param {{store: Store, importApi: ImportApi, texts: Texts, onFile: (file: {name: string, content: Blob}) => void}} parts `onFile`: for the person to keep */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.importApi;
    this.texts = parts.texts;
    this.onFile = parts.onFile;
  }

  get importing() {
    return this.store.importing;
  }

  /** @param {unknown} cause */
  refused(cause) {
    this.importing.earlierProblem = told(cause, this.texts).title;
    this.store.notify('importing');
  }

  /** Their names in the language that is read now. */
  async translate() {
    if (!this.importing.options) return;
    this.importing.options = null;
    await this.loadOptions();
  }

  async loadOptions() {
    if (this.importing.options) return;
    try {
      this.importing.options = await this.api.options();
      this.store.notify('importing', 'export');
    } catch (cause) {
      this.refused(cause);
    }
  }

  async loadEarlier() {
    try {
      this.importing.earlier = await this.api.list();
      this.importing.earlierProblem = '';
    } catch (cause) {
      this.refused(cause);
      return;
    }
    this.store.notify('importing');
  }

  async loadSaved() {
    const { layer } = this.importing.state;
    this.importing.saved = [];
    if (!layer || layer === TERRAIN) return;
    try {
      const saved = await this.api.mappings(layer);
      if (layer === this.importing.state.layer) this.importing.saved = saved;
      this.store.notify('importing');
    } catch (cause) {
      this.refused(cause);
    }
  }

  /** An earlier one. @param {string} id */
  async openReport(id) {
    try {
      this.importing.opened = await this.api.report(id);
    } catch (cause) {
      this.refused(cause);
      return;
    }
    this.store.notify('importing');
  }

  closeReport() {
    this.importing.opened = null;
    this.store.notify('importing');
  }

  /** Every finding, for a spreadsheet. @param {string} id */
  async csv(id) {
    try {
      this.onFile(await this.api.download(`/api/v1/imports/${id}/report.csv`));
    } catch (cause) {
      this.refused(cause);
    }
  }
}

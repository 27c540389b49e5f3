/** @import { Stage } from '../map/stage.js' */
/** @import { App } from '../ui/app.js' */
import { ExportActs } from '../model/acts/export-acts.js';
import { ImportActs } from '../model/acts/import-acts.js';
import { ImportApi } from '../net/import-api.js';

/**
 * What brings files into layers and makes files of them.
 * @param {Pick<App, 'store' | 'api' | 'texts'>} parts
 * @param {() => Stage} stage
 * @returns {Pick<App, 'importing' | 'exporting'>}
 */
export function importingActs(parts, stage) {
  const importApi = new ImportApi(parts.api, () => new XMLHttpRequest());
  const onShow = (/** @type {import('../layer-types.js').Feature | null} */ feature) => (feature ? stage().show(feature) : stage().county());
  return { importing: new ImportActs({ ...parts, importApi, onShow, onFile }), exporting: new ExportActs({ ...parts, importApi, onFile }) };
}

/**
 * A file that is chosen and not stored yet would be gone with the page: the browser asks first.
 * @param {Pick<App, 'store'>} app
 * @returns {() => void} to stop
 */
export function askBeforeLeaving({ store }) {
  const ask = (/** @type {BeforeUnloadEvent} */ event) => {
    const { file, result, terrainStored } = store.importing.state;
    if (file && !result && !terrainStored) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}

/** Into the person's downloads. @param {{name: string, content: Blob}} file */
function onFile({ name, content }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @import { ImportOptions, ImportReport, ImportSummary, InspectedFile, SavedMapping } from '../import-types.js' */
import { ApiError, asProblem } from './api.js';
/** @import { Api } from './api.js' */

/** @typedef {{onSent?: (bytes: number, of: number) => void, signal?: AbortSignal}} Sending */

/** The part of the contract that brings files into layers and makes files of them. */
export class ImportApi {
  /** @param {Api} api @param {() => XMLHttpRequest} request files go this way: `fetch` does not tell how much has left */
  constructor(api, request) {
    this.api = api;
    this.request = request;
  }

  /** @returns {Promise<ImportOptions>} */
  options() {
    return this.api.call('GET', '/api/v1/imports/options');
  }

  /** @param {string} layer @returns {Promise<SavedMapping[]>} newest first */
  async mappings(layer) {
    return (await this.api.call('GET', `/api/v1/imports/mappings?layer=${layer}`)).results;
  }

  /** @returns {Promise<ImportSummary[]>} the newest first */
  async list() {
    return (await this.api.call('GET', '/api/v1/imports?limit=50')).results;
  }

  /** @param {string} id @returns {Promise<ImportReport>} */
  report(id) {
    return this.api.call('GET', `/api/v1/imports/${id}`);
  }

  /** @param {string} id @returns {Promise<void>} */
  stop(id) {
    return this.api.call('DELETE', `/api/v1/imports/${id}`);
  }

  /** @param {File | null} file null: the one that `fields.upload` names @param {Record<string, string>} fields @param {Sending} [sending] @returns {Promise<InspectedFile>} */
  inspect(file, fields, sending) {
    return this.form('/api/v1/imports/inspect', file, fields, sending);
  }

  /** Works in the background; ask for its report. @param {Record<string, string>} fields @returns {Promise<ImportReport>} */
  bring(fields) {
    return this.form('/api/v1/imports', null, { ...fields, background: 'true' });
  }

  /** @param {File} file @param {Record<string, string>} fields @param {Sending} sending @returns {Promise<unknown>} */
  bringTerrain(file, fields, sending) {
    return this.form('/api/v1/terrain', file, fields, sending);
  }

  /** A file that the server makes, with its name. @param {string} path @returns {Promise<{name: string, content: Blob}>} */
  async download(path) {
    const response = await this.api.ask('GET', path, { patience: false });
    const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
    const plain = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
    return { name: named ? decodeURIComponent(named) : plain ?? 'file', content: await response.blob() };
  }

  /** @param {string} path @param {File | null} file @param {Record<string, string>} fields @param {Sending} [sending] @returns {Promise<any>} */
  form(path, file, fields, { onSent, signal } = {}) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    if (file) body.append('file', file, file.name);
    return new Promise((resolve, reject) => {
      const request = this.request();
      request.open('POST', path);
      request.setRequestHeader('Accept-Language', this.api.language());
      if (this.api.csrf) request.setRequestHeader('X-CSRF-Token', this.api.csrf);
      if (onSent) request.upload.addEventListener('progress', ({ loaded, total }) => onSent(loaded, total));
      request.addEventListener('load', () => {
        if (request.status < 300) resolve(JSON.parse(request.responseText));
        else reject(this.refusal(request));
      });
      const unanswered = () => reject(new ApiError(0, { title: 'no answer' }));
      request.addEventListener('error', unanswered);
      request.addEventListener('abort', unanswered);
      signal?.addEventListener('abort', () => request.abort());
      request.send(body);
    });
  }

  /** @param {XMLHttpRequest} request */
  refusal(request) {
    if (request.status === 401) this.api.onSignedOut();
    const headers = { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' };
    return new ApiError(request.status, asProblem(request.responseText, new Response(null, { status: request.status, statusText: request.statusText, headers })));
  }
}

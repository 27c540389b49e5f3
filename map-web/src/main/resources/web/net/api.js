/** @import { ApiProblem, Box, ClosureReceipt, Feature, FeatureCollection, Found, Geometry, Incident, IncidentCorrection, LayerList, LogEvent, LonLat, NewIncident, NewUser, Order, OrderStep, Recommendation, RoadStretch, Session, Setup, Unit, User, UserChange } from '../types.js' */

/** An answer that is not the wished one; `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  /** @param {number} status @param {ApiProblem} problem */
  constructor(status, problem) {
    super(problem.title);
    this.name = 'ApiError';
    this.status = status;
    this.title = problem.title;
    this.detail = problem.detail ?? '';
    this.errors = problem.errors ?? [];
    /** @type {unknown} */
    this.current = problem.current ?? null;
  }

  /** No answer came: the request may or may not have been carried out. */
  get isUnanswered() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get isConflict() {
    return this.status === 409;
  }
}

/** The contract's limit. */
const MOST_SEARCHED = 100;

/**
 * @typedef {object} CallOptions
 * @property {unknown} [body]
 * @property {string} [key] Idempotency-Key: a repeat with the same key does nothing twice
 * @property {number} [revision] the revision that was edited
 * @property {boolean} [quiet] an answer 401 is the caller's own affair
 * @property {boolean} [patience] false: a file that may take its time
 */

/** The server's HTTP contract, one method a call. Holds the CSRF token, nothing else. */
export class Api {
  /**
   * @param {object} wiring
   * @param {typeof fetch} wiring.fetch
   * @param {() => string} wiring.language
   * @param {() => void} wiring.onSignedOut the server knows this session no longer
   * @param {number} [wiring.timeoutMs]
   */
  constructor({ fetch, language, onSignedOut, timeoutMs = 15_000 }) {
    this.fetch = fetch;
    this.language = language;
    this.onSignedOut = onSignedOut;
    this.timeoutMs = timeoutMs;
    this.csrf = '';
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  async call(method, path, options = {}) {
    const text = await (await this.ask(method, path, options)).text();
    return text ? JSON.parse(text) : undefined;
  }

  /** A good answer, not yet read. @param {string} method @param {string} path @param {CallOptions} options @returns {Promise<Response>} */
  async ask(method, path, options) {
    const response = await this.send(method, path, options);
    if (response.ok) return response;
    const problem = asProblem(await response.text(), response);
    if (response.status === 401 && !options.quiet) this.onSignedOut();
    throw new ApiError(response.status, problem);
  }

  /** @param {string} method @param {string} path @param {CallOptions} options */
  async send(method, path, { body, key, revision, patience }) {
    /** @type {Record<string, string>} */
    const headers = { 'Accept-Language': this.language(), 'X-Time-Zone': ownTimeZone() };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (method !== 'GET' && this.csrf) headers['X-CSRF-Token'] = this.csrf;
    if (key) headers['Idempotency-Key'] = key;
    if (revision !== undefined) headers['If-Match'] = `"${revision}"`;
    try {
      return await this.fetch(path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin',
        ...(patience === false ? {} : { signal: AbortSignal.timeout(this.timeoutMs) }),
      });
    } catch (cause) {
      throw new ApiError(0, { title: cause instanceof Error ? cause.message : String(cause) });
    }
  }

  /** @param {string} username @param {string} password @returns {Promise<Session>} */
  async signIn(username, password) {
    return this.keep(await this.call('POST', '/api/v1/session', { body: { username, password }, quiet: true }));
  }

  /** The session of this browser; throws 401 when there is none. @returns {Promise<Session>} */
  async session() {
    return this.keep(await this.call('GET', '/api/v1/session', { quiet: true }));
  }

  /** @param {Session} session */
  keep(session) {
    this.csrf = session.csrf_token;
    return session;
  }

  async signOut() {
    await this.call('DELETE', '/api/v1/session', { quiet: true });
    this.csrf = '';
  }

  /** @param {string} oldPassword @param {string} newPassword @returns {Promise<void>} */
  changePassword(oldPassword, newPassword) {
    const body = { old_password: oldPassword, new_password: newPassword };
    return this.call('POST', '/api/v1/session/password', { body, quiet: true });
  }

  /** @returns {Promise<User[]>} */
  async users() {
    return (await this.call('GET', '/api/v1/users')).results;
  }

  /** @param {NewUser} user @returns {Promise<User>} */
  createUser(user) {
    return this.call('POST', '/api/v1/users', { body: user });
  }

  /** @param {string} id @param {UserChange} change @returns {Promise<User>} */
  changeUser(id, change) {
    return this.call('PATCH', `/api/v1/users/${id}`, { body: change });
  }

  /** @returns {Promise<Setup>} */
  setup() {
    return this.call('GET', '/api/v1/setup');
  }

  /** @param {NewIncident} report @param {string} key @returns {Promise<Incident>} */
  reportIncident(report, key) {
    return this.call('POST', '/api/v1/incidents', { body: report, key });
  }

  /** @param {string} id @returns {Promise<Incident>} */
  incident(id) {
    return this.call('GET', `/api/v1/incidents/${id}`);
  }

  /** @param {string} id @param {IncidentCorrection} change @param {number} revision @returns {Promise<Incident>} */
  correctIncident(id, change, revision) {
    return this.call('PATCH', `/api/v1/incidents/${id}`, { body: change, revision });
  }

  /** @param {string} id @returns {Promise<Incident>} */
  closeIncident(id) {
    return this.call('POST', `/api/v1/incidents/${id}/close`);
  }

  /** All events of an incident, oldest first. @param {string} id @returns {Promise<LogEvent[]>} */
  async timeline(id) {
    const limit = 1000;
    /** @type {LogEvent[]} */
    const events = [];
    for (;;) {
      const after = events.length ? `&after=${events[events.length - 1].seq}` : '';
      const page = await this.call('GET', `/api/v1/incidents/${id}/timeline?limit=${limit}${after}`);
      events.push(...page.results);
      if (page.results.length < limit) return events;
    }
  }

  /** @param {string} id @returns {Promise<Recommendation>} */
  recommend(id) {
    return this.call('GET', `/api/v1/incidents/${id}/recommendations`);
  }

  /** @param {LonLat} from @param {LonLat} to @param {string} profile what drives @returns {Promise<{duration_s: number}>} */
  findRoute(from, to, profile) {
    const point = (/** @type {LonLat} */ coordinates) => ({ type: 'Point', coordinates });
    return this.call('POST', '/api/v1/routes', { body: { from: point(from), to: point(to), profile } });
  }

  /** @param {{incident_id: string, unit_id: string, task?: string}} order @param {string} key @returns {Promise<Order>} */
  sendOrder(order, key) {
    return this.call('POST', '/api/v1/orders', { body: order, key });
  }

  /** @param {string} id @param {OrderStep} step @returns {Promise<Order>} */
  advanceOrder(id, step) {
    return this.call('POST', `/api/v1/orders/${id}/${step}`);
  }

  /** @param {string} id @param {string} reason @returns {Promise<Order>} */
  countermandOrder(id, reason) {
    return this.call('POST', `/api/v1/orders/${id}/countermand`, { body: { reason } });
  }

  /** @param {string} id @param {'available'|'out_of_service'} status @param {string} reason @returns {Promise<Unit>} */
  setUnitStatus(id, status, reason) {
    return this.call('POST', `/api/v1/units/${id}/status`, { body: reason ? { status, reason } : { status } });
  }

  /** @param {LonLat} at @returns {Promise<RoadStretch>} */
  nearestRoad([lon, lat]) {
    return this.call('GET', `/api/v1/roads/nearest?lon=${lon.toFixed(6)}&lat=${lat.toFixed(6)}`);
  }

  /** @param {{geometry: Geometry, reason: string, until?: string}} closure @param {string} key @returns {Promise<ClosureReceipt>} */
  closeRoad(closure, key) {
    return this.call('POST', '/api/v1/closures', { body: closure, key });
  }

  /** @param {string} id @returns {Promise<ClosureReceipt>} */
  liftClosure(id) {
    return this.call('DELETE', `/api/v1/closures/${id}`);
  }

  /** @returns {Promise<LayerList>} */
  layers() {
    return this.call('GET', '/api/v1/layers');
  }

  /** At most `limit`, in the box if there is one. @param {string} layer @param {{box: Box | null, limit: number}} which @returns {Promise<FeatureCollection>} */
  features(layer, { box, limit }) {
    const within = box ? `&bbox=${box.map((side) => side.toFixed(6)).join(',')}` : '';
    return this.call('GET', `/api/v1/layers/${layer}/features?limit=${limit}${within}`);
  }

  /** Names, initials, codes, kilometre posts, coordinates; of equals the nearer first. @param {string} text @param {number} limit @param {LonLat} near @returns {Promise<Found[]>} */
  async search(text, limit, near) {
    return (await this.call('GET', `/api/v1/search?q=${encodeURIComponent(text.slice(0, MOST_SEARCHED))}&limit=${limit}&near=${near.map((degrees) => degrees.toFixed(4)).join(',')}`)).results;
  }

  /** @param {string} layer @param {string} id @returns {Promise<Feature>} */
  feature(layer, id) {
    return this.call('GET', `/api/v1/layers/${layer}/features/${id}`);
  }
}

/** @param {string} text @param {Response} response @returns {ApiProblem} */
export function asProblem(text, response) {
  const otherwise = { title: `HTTP ${response.status} ${response.statusText}`.trim() };
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) return otherwise; // a proxy's own page
  const json = JSON.parse(text);
  return typeof json.title === 'string' ? json : otherwise;
}

/** Of the times in the server's sentences. */
function ownTimeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @import { Closure, Session, Topic } from '../types.js' */
/** @import { App } from '../ui/app.js' */
import { cutWays } from '../model/cut-ways.js';
import { LiveLink } from '../net/live.js';

/**
 * The live socket, feeding the store.
 * @param {App} app
 * @param {() => void} onSignedOut
 * @returns {LiveLink}
 */
export function liveLink(app, onSignedOut) {
  const { store } = app;
  let changes = 0;
  const heard = (/** @type {{at: string}} */ { at }) => {
    store.clock.heard(at);
    store.link.heardAt = store.now();
  };
  const link = new LiveLink({
    connect: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`),
    handlers: {
      snapshot(message) {
        heard(message);
        if (store.link.lostAtSeq !== null) changes = Math.max(0, message.seq - store.link.lostAtSeq);
        notify(store.picture.takeSnapshot(message));
        // What was missed on the layers and of the base map is in no snapshot.
        if (store.link.lostAtSeq !== null) {
          [...store.visibleLayers].forEach((id) => app.layers.again(id));
          void app.renewSetup();
        }
        refresh(app);
      },
      resumed: heard,
      event(message) {
        heard(message);
        if (store.link.lostAtSeq !== null) changes = message.seq - store.link.lostAtSeq;
        const known = message.incident_id ? store.timelines.get(message.incident_id) : undefined;
        if (known && message.incident_id) store.timelines.set(message.incident_id, [...known.filter((it) => it.seq < message.seq), message]);
        const closure = message.payload.closure;
        const isNews = closure !== undefined && !closure.lifted_at && !store.picture.closures.has(closure.id);
        notify(store.picture.takeEvent(message));
        if (isNews) warn(app, closure);
        void app.people.heard(message.event);
        if (message.event === 'terrain.imported') void app.renewSetup();
        app.layers.heard(message);
        app.features.heard(message);
        app.editing.heard(message);
        app.history.heard(message);
        app.removed.heard(message);
      },
      positions(message) {
        heard(message);
        notify(store.picture.takePositions(message));
      },
      heartbeat(message) {
        heard(message);
        back();
      },
      state(state) {
        store.link.state = state;
        if (state === 'lost') store.link.lostAtSeq = link.seq;
        store.notify('link');
      },
      signedOut: onSignedOut,
      refused: () => void app.api.session().then(known).catch((/** @type {import('../net/api.js').ApiError} */ cause) => {
        // Anything else is the link's own trouble, which the strip shows and the next attempt tries again.
        if (cause.status === 401) onSignedOut();
      }),
    },
  });

  /** Everything missed has come when a heartbeat follows it. */
  function back() {
    if (store.link.lostAtSeq === null || link.state !== 'live') return;
    store.link.lostAtSeq = null;
    app.toasts.say(app.texts.t('link.back', { n: changes }), 'good');
    changes = 0;
    void app.incidents.resend();
    refresh(app);
  }

  /** The roles may be others now. @param {Session} session */
  function known(session) {
    // Somebody else signed in at this browser: nothing of the first may stay on the screen.
    if (session.user.id !== store.session?.user.id) location.reload();
    store.session = session;
    if (!store.may('manageUsers')) app.people.close();
    store.notify('session');
  }

  /** @param {Topic[]} topics */
  function notify(topics) {
    store.notify(...topics);
  }

  return link;
}

/**
 * Says whom a new closure stops. Not to whoever is just closing the road: the answer to that says it.
 * @param {App} app @param {Closure} closure
 */
function warn(app, closure) {
  const { store, texts } = app;
  if (!store.may('order') && !store.may('closeRoad')) return;
  if (store.closureState.busy && closure.reported_by === store.session?.user.username) return;
  const units = [...cutWays(store.picture)]
    .filter(([, closures]) => closures.some((it) => it.id === closure.id))
    .map(([order]) => store.picture.orders.get(order)?.unit_name ?? '');
  if (units.length) app.toasts.say(texts.t('closures.hit', { reason: closure.reason, n: units.length, units: texts.few(units) }), 'bad');
}

/** What is asked over HTTP and may be old by now. @param {App} app */
function refresh(app) {
  const id = app.store.incidentId;
  if (!id) return;
  void app.incidents.loadTimeline(id);
  if (app.store.incident()?.state !== 'closed') void app.dispatch.advise(id);
}

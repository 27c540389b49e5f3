/** @import { App } from '../ui/app.js' */

const SETTLE_MS = 800;

/**
 * Keeps recommendation and timeline of the incident in hand: asked for when it is opened, and again when units,
 * closures or the incident itself changed.
 * @param {App} app
 * @returns {() => void} to stop
 */
export function keepAdvised(app) {
  const { store } = app;
  /** @type {string | null} */
  let current = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let revision = 0;

  const advise = () => {
    const incident = store.incident();
    if (incident && incident.state !== 'closed' && store.picture.realm) void app.dispatch.advise(incident.id);
  };
  const selected = () => {
    const incident = store.incident();
    if (!incident || incident.id === current) {
      if (!incident) current = null;
      return;
    }
    current = incident.id;
    revision = incident.revision;
    app.dispatch.reading(false);
    void app.incidents.loadTimeline(incident.id);
    advise();
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(advise, SETTLE_MS);
  };
  const incidentChanged = () => {
    selected();
    const incident = store.incident();
    if (incident && incident.revision !== revision) {
      revision = incident.revision;
      changed();
    }
  };
  const ends = [
    store.subscribe(['selection'], selected),
    store.subscribe(['incidents'], incidentChanged),
    store.subscribe(['units', 'closures'], changed),
  ];
  return () => {
    clearTimeout(timer);
    ends.forEach((end) => end());
  };
}

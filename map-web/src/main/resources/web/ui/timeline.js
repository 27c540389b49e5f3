/** @import { LogEvent, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { changesIn, correctionsIn, isSetback, wordsOf } from '../model/timeline.js';
import { Panel } from './panel.js';

/** What happened in the incident, from the log, newest first. */
export class Timeline extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['timeline', 'selection'];

  /** @override */
  render() {
    const id = this.store.incidentId;
    if (!id) return nothing;
    const log = this.store.timelines.get(id) ?? [];
    const events = [...log].reverse();
    const corrections = correctionsIn(log);
    const known = new Set(this.app.texts.codes('event'));
    return html`<section class="timeline" aria-label=${this.t('timeline.title')} tabindex="-1">
      <h3>${this.t('timeline.title')}</h3>
      ${events.length ? nothing : html`<p class="empty short">${this.t('timeline.empty')}</p>`}
      <ol data-testid="timeline">${repeat(events, (event) => event.seq, (event) => this.row(event, known, corrections.get(event.seq)))}</ol></section>`;
  }

  /** @param {LogEvent} event @param {ReadonlySet<string>} known @param {import('../model/timeline.js').Corrected} [correction] */
  row(event, known, correction) {
    const { key, values } = wordsOf(event, known);
    const changes = correction ? changesIn(correction, this.app.texts) : [];
    const what = changes.length ? this.t('join.colon') + this.app.texts.clauses(changes) : '';
    return html`<li class=${isSetback(event) ? 'is-setback' : ''} data-event=${event.event}><time>${this.app.texts.time(Date.parse(event.at), this.store.now())}</time>
      <span>${this.t(key, values)}${what} <span class="mute">${event.actor}</span></span></li>`;
  }
}
customElements.define('wl-timeline', Timeline);

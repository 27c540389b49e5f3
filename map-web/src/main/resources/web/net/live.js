/** @import { EventMessage, HeartbeatMessage, LinkState, LiveHandlers, PositionsMessage, ResumedMessage, SnapshotMessage } from '../types.js' */
import { pauseMs } from './backoff.js';

const PROTOCOL = 1;
const SILENCE_MS = 5000;
const OPEN_WITHIN_MS = 8000;
const WATCH_MS = 250;
const NOT_UNDERSTOOD = 4400;
const SESSION_ENDED = 4401;
const RIGHTS_CHANGED = 4403;

/**
 * The live socket of docs/live-protocol.md: comes back by itself, takes no event twice and leaves none out.
 * Silence counts, not what the socket says of itself: with a pulled cable it stays "open" for minutes.
 */
export class LiveLink {
  /**
   * @param {object} wiring
   * @param {() => WebSocket} wiring.connect
   * @param {LiveHandlers} wiring.handlers
   * @param {() => number} [wiring.now] monotonic, ms
   */
  constructor({ connect, handlers, now = () => performance.now() }) {
    this.connect = connect;
    this.handlers = handlers;
    this.now = now;
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {LinkState} */
    this.state = 'connecting';
    /** Last applied sequence; null: nothing yet, a snapshot is needed. @type {number | null} */
    this.seq = null;
    this.failures = 0;
    this.behind = 0;
    this.openedAt = 0;
    this.heardAt = this.now();
    this.stopped = true;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.retry = undefined;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.watcher = undefined;
  }

  start() {
    this.stopped = false;
    this.heardAt = this.now();
    this.watcher = setInterval(() => this.watch(), WATCH_MS);
    this.open();
  }

  stop() {
    this.stopped = true;
    clearInterval(this.watcher);
    clearTimeout(this.retry);
    this.drop();
  }

  /** How long nothing has been heard, ms. */
  silentMs() {
    return this.now() - this.heardAt;
  }

  open() {
    clearTimeout(this.retry);
    const socket = this.connect();
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    this.openedAt = this.now();
    let opened = false;
    socket.onopen = () => {
      opened = true;
      socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL, since: this.seq }));
    };
    socket.onmessage = (message) => {
      if (socket === this.socket) this.hear(message.data);
    };
    socket.onclose = (event) => {
      if (socket === this.socket) this.closed(event.code, opened);
    };
  }

  /** Leaves the socket without waiting for its goodbye, which a dead network never brings. */
  drop() {
    const socket = this.socket;
    this.socket = null;
    if (socket && socket.readyState <= 1) socket.close();
  }

  /** @param {number} code @param {boolean} opened */
  closed(code, opened) {
    this.socket = null;
    if (this.stopped) return;
    if (code === SESSION_ENDED) {
      this.stop();
      this.handlers.signedOut();
      return;
    }
    if (code === RIGHTS_CHANGED || !opened) this.handlers.refused();
    if (code === NOT_UNDERSTOOD) this.seq = null;
    this.again();
  }

  again() {
    this.drop();
    if (this.stopped) return;
    this.failures++;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), pauseMs(this.failures));
  }

  watch() {
    const silent = this.silentMs() >= SILENCE_MS;
    if (silent) this.become('lost');
    const waited = this.now() - this.openedAt;
    const patience = this.socket?.readyState === 0 ? OPEN_WITHIN_MS : SILENCE_MS;
    if (this.socket && silent && waited >= patience) this.again();
  }

  /** @param {LinkState} state */
  become(state) {
    if (state === this.state) return;
    this.state = state;
    this.handlers.state(state);
  }

  /** @param {string | ArrayBuffer} data */
  hear(data) {
    this.heardAt = this.now();
    try {
      this.apply(JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data)));
    } catch (cause) {
      // What cannot be applied once cannot be applied again: the whole state is needed.
      console.error('live message not applied', cause);
      this.seq = null;
      this.again();
    }
  }

  /** @param {SnapshotMessage | ResumedMessage | EventMessage | HeartbeatMessage | PositionsMessage} message */
  apply(message) {
    switch (message.type) {
      case 'snapshot':
        this.handlers.snapshot(message);
        this.startFrom(message.seq);
        break;
      case 'resumed':
        this.handlers.resumed(message);
        this.startFrom(message.seq);
        break;
      case 'event':
        this.event(message);
        break;
      case 'positions':
        this.handlers.positions(message);
        this.socket?.send(JSON.stringify({ type: 'tick_ack', tick: message.tick }));
        break;
      case 'heartbeat':
        this.heartbeat(message);
        break;
      default:
      // A later version may say more; what is needed comes in the messages above.
    }
  }

  /** @param {number} seq */
  startFrom(seq) {
    this.seq = seq;
    this.failures = 0;
    this.behind = 0;
    this.become('live');
  }

  /** @param {EventMessage} message */
  event(message) {
    if (this.seq === null || message.seq !== this.seq + 1) {
      this.again(); // a gap, or a sequence that was there already
      return;
    }
    this.handlers.event(message);
    this.seq = message.seq;
  }

  /** @param {HeartbeatMessage} message */
  heartbeat(message) {
    this.handlers.heartbeat(message);
    if (this.seq === null) return;
    if (message.seq < this.seq) {
      this.seq = null; // the server's log is another one: it was restored or replaced
      this.again();
    } else if (message.seq > this.seq) {
      // One heartbeat may overtake events that wait in a full socket; two do not.
      if (++this.behind > 1) this.again();
    } else {
      this.behind = 0;
      this.become('live');
    }
  }
}

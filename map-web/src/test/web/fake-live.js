// Stands in for the live socket: the test speaks for the server through window.live.
window.live = {
  socket: null,
  seq: 10,
  muted: false,
  heard: [],
  snapshot: null,
  say(message) {
    if (!this.muted && this.socket?.readyState === 1) this.socket.onmessage({ data: JSON.stringify(message) });
  },
  event(event, payload, incidentId) {
    this.seq += 1;
    this.say({ type: 'event', seq: this.seq, at: new Date().toISOString(), actor: 'wang', event, subject_type: event.split('.')[0], subject_id: 'x', incident_id: incidentId, payload });
  },
  heartbeat() {
    this.say({ type: 'heartbeat', seq: this.seq, at: new Date().toISOString() });
  },
};
window.WebSocket = class {
  constructor() {
    this.readyState = 0;
    setTimeout(() => {
      if (window.live.muted) return this.close();
      this.readyState = 1;
      window.live.socket = this;
      return this.onopen();
    }, 5);
  }
  send(text) {
    const message = JSON.parse(text);
    window.live.heard.push(message);
    if (message.type !== 'hello') return;
    const at = new Date().toISOString();
    if (message.since === null) window.live.say({ ...window.live.snapshot, type: 'snapshot', seq: window.live.seq, at });
    else {
      window.live.say({ type: 'resumed', seq: message.since, at });
      window.live.seq = message.since;
    }
  }
  close() {
    this.readyState = 3;
    setTimeout(() => this.onclose?.({ code: 1006 }), 1);
  }
};
setInterval(() => window.live.heartbeat(), 1000);

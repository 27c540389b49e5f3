import { pauseMs } from '/a/t/net/backoff.js';
import { LiveLink } from '/a/t/net/live.js';
import { equal, later, ok, test } from '/test/testing.js';

class FakeSocket {
  constructor() {
    this.readyState = 1;
    this.sent = [];
  }
  send(text) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
}

function setting() {
  const log = [];
  const time = { ms: 0 };
  const sockets = [];
  const note = (name) => (message) => log.push([name, message?.seq ?? message]);
  const link = new LiveLink({
    connect: () => sockets[sockets.push(new FakeSocket()) - 1],
    now: () => time.ms,
    handlers: {
      snapshot: note('snapshot'), resumed: note('resumed'), event: note('event'), positions: note('positions'), heartbeat: note('heartbeat'),
      state: note('state'), signedOut: note('signedOut'), refused: note('refused'),
    },
  });
  link.start();
  sockets[0].onopen();
  const say = (message, socket = sockets.at(-1)) => socket.onmessage({ data: JSON.stringify(message) });
  return { link, log, time, sockets, say, names: () => log.map(([name]) => name) };
}

test('pauses between attempts are 0.5, 1, 2, 4, 5, 5 s', () => {
  equal([1, 2, 3, 4, 5, 6, 60].map(pauseMs), [500, 1000, 2000, 4000, 5000, 5000, 5000]);
});

test('says hello without a sequence first, and applies the snapshot', () => {
  const { link, sockets, say } = setting();
  equal(sockets[0].sent[0], { type: 'hello', protocol: 1, since: null });
  say({ type: 'snapshot', seq: 7 });
  equal([link.seq, link.state], [7, 'live']);
  link.stop();
});

test('events in order are applied', () => {
  const { link, say, log } = setting();
  say({ type: 'snapshot', seq: 7 });
  say({ type: 'event', seq: 8 });
  say({ type: 'event', seq: 9 });
  equal(log.filter(([name]) => name === 'event'), [['event', 8], ['event', 9]]);
  link.stop();
});

test('a gap is not applied: the link comes back with since', async () => {
  const { link, say, sockets, names } = setting();
  say({ type: 'snapshot', seq: 7 });
  say({ type: 'event', seq: 9 });
  ok(!names().includes('event'), 'the event after the gap is left out');
  await later(650);
  equal(sockets.length, 2);
  sockets[1].onopen();
  equal(sockets[1].sent[0].since, 7);
  link.stop();
});

test('an event that was there already is not applied twice', () => {
  const { link, say, names } = setting();
  say({ type: 'snapshot', seq: 7 });
  say({ type: 'event', seq: 7 });
  ok(!names().includes('event'));
  link.stop();
});

test('positions are acknowledged after they were applied', () => {
  const { link, say, sockets, names } = setting();
  say({ type: 'snapshot', seq: 1 });
  sockets[0].onmessage({ data: new TextEncoder().encode('{"type":"positions","tick":41,"fixes":[]}').buffer });
  equal(names().at(-1), 'positions');
  equal(sockets[0].sent.at(-1), { type: 'tick_ack', tick: 41 });
  link.stop();
});

test('five seconds of silence are a lost link although the socket says it is open', () => {
  const { link, say, time } = setting();
  say({ type: 'snapshot', seq: 1 });
  time.ms = 4900;
  link.watch();
  equal(link.state, 'live');
  time.ms = 5000;
  link.watch();
  equal([link.state, link.socket], ['lost', null]);
  link.stop();
});

test('two heartbeats ahead of us are a gap, one may overtake', () => {
  const { link, say } = setting();
  say({ type: 'snapshot', seq: 5 });
  say({ type: 'heartbeat', seq: 6, at: '2026-01-01T00:00:00Z' });
  ok(link.socket !== null, 'still connected after one');
  say({ type: 'heartbeat', seq: 6, at: '2026-01-01T00:00:02Z' });
  equal([link.socket, link.seq], [null, 5]);
  link.stop();
});

test('a heartbeat behind us is another log: everything is asked anew', () => {
  const { link, say } = setting();
  say({ type: 'snapshot', seq: 50 });
  say({ type: 'heartbeat', seq: 3, at: '2026-01-01T00:00:00Z' });
  equal([link.socket, link.seq], [null, null]);
  link.stop();
});

test('a message that cannot be applied leads to a fresh snapshot', () => {
  const { link, say, sockets } = setting();
  say({ type: 'snapshot', seq: 5 });
  sockets[0].onmessage({ data: 'no json' });
  equal([link.socket, link.seq], [null, null]);
  link.stop();
});

test('4401 ends the link and asks to sign in, without trying again', async () => {
  const { sockets, names } = setting();
  sockets[0].onclose({ code: 4401 });
  equal(names().at(-1), 'signedOut');
  await later(600);
  equal(sockets.length, 1);
});

test('a refused upgrade asks who we are and tries again', async () => {
  const { link, sockets, names } = setting();
  sockets[0].onclose({ code: 1006 });
  await later(600);
  sockets[1].onclose({ code: 1006 });
  equal(names().filter((name) => name === 'refused').length, 1);
  link.stop();
});

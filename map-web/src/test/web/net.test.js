import { Api, ApiError } from '/a/t/net/api.js';
import { Keeping } from '/a/t/net/keeping.js';
import { Outbox } from '/a/t/net/outbox.js';
import { equal, memoryStorage, ok, test } from '/test/testing.js';

const answer = (status, body, type = 'application/json') => new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'Content-Type': type } });

function setting(reply) {
  const calls = [];
  const ended = [];
  const api = new Api({
    fetch: async (path, request) => {
      calls.push({ path, ...request });
      return reply(calls.length);
    },
    language: () => 'en',
    onSignedOut: () => ended.push(true),
  });
  return { api, calls, ended };
}

test('writing calls carry the CSRF token of the session, reading ones do not', async () => {
  const { api, calls } = setting((n) => answer(n === 1 ? 200 : 201, n === 1 ? { user: {}, csrf_token: 'T' } : {}));
  await api.signIn('a', 'b');
  await api.reportIncident({}, 'key-key-1');
  await api.setup();
  equal([calls[1].headers['X-CSRF-Token'], calls[1].headers['Idempotency-Key'], calls[2].headers['X-CSRF-Token']], ['T', 'key-key-1', undefined]);
  equal(calls[1].headers['Accept-Language'], 'en');
  equal(calls[1].headers['X-Time-Zone'], Intl.DateTimeFormat().resolvedOptions().timeZone);
});

test('a problem document becomes an error with its messages', async () => {
  const { api } = setting(() => answer(422, { title: 'T', detail: 'D', errors: [{ pointer: '/title', code: 'c', message: 'M' }] }, 'application/problem+json'));
  const error = await api.setup().catch((cause) => cause);
  equal([error instanceof ApiError, error.status, error.title, error.detail, error.errors[0].message], [true, 422, 'T', 'D', 'M']);
});

test('no answer, and a proxy without an upstream, are unanswered', async () => {
  const { api } = setting(() => Promise.reject(new TypeError('Failed to fetch')));
  const offline = await api.setup().catch((cause) => cause);
  const { api: proxied } = setting(() => new Response('<html>bad gateway</html>', { status: 502, headers: { 'Content-Type': 'text/html' } }));
  const away = await proxied.setup().catch((cause) => cause);
  equal([offline.isUnanswered, offline.status, away.isUnanswered, away.status], [true, 0, true, 502]);
});

test('401 of any call but sign-in means that the session is over', async () => {
  const { api, ended } = setting(() => answer(401, { title: 'x' }, 'application/problem+json'));
  await api.signIn('a', 'b').catch(() => 0);
  equal(ended.length, 0);
  await api.setup().catch(() => 0);
  equal(ended.length, 1);
});

test('the edited revision goes out as If-Match', async () => {
  const { api, calls } = setting(() => answer(200, {}));
  await api.correctIncident('i', { level: 2 }, 4);
  equal(calls[0].headers['If-Match'], '"4"');
});

test('a full storage keeps things for this page and says so', () => {
  const keeping = new Keeping(memoryStorage(true), 'w.');
  equal([keeping.put('a', { x: 1 }), keeping.get('a', null)], [false, { x: 1 }]);
});

test('an unreadable kept value is dropped', () => {
  const storage = memoryStorage();
  storage.setItem('w.a', '{');
  equal(new Keeping(storage, 'w.').get('a', 'otherwise'), 'otherwise');
});

test('a waiting report is sent again with its own key and only once', async () => {
  const keys = [];
  const keeping = new Keeping(memoryStorage(), 'w.');
  const outbox = new Outbox(async (report, key) => {
    keys.push(key);
    return { id: report.title };
  }, () => undefined);
  outbox.open(keeping);
  outbox.add({ title: 'fire' }, 'key-1', 'now');
  const reloaded = new Outbox(async () => ({}), () => undefined);
  reloaded.open(keeping);
  equal(reloaded.items.length, 1);
  equal(await outbox.flush(), [{ id: 'fire' }]);
  await outbox.flush();
  equal([keys, outbox.items.length], [['key-1'], 0]);
});

test('without an answer everything goes on waiting; what is refused says why and does not hold up the rest', async () => {
  let reply = () => Promise.reject(new ApiError(0, { title: 'off' }));
  const outbox = new Outbox((report) => reply(report), () => undefined);
  outbox.open(new Keeping(memoryStorage(), 'w.'));
  outbox.add({ title: 'a' }, 'key-a', 'now');
  outbox.add({ title: 'b' }, 'key-b', 'now');
  await outbox.flush();
  equal(outbox.items.length, 2);
  reply = (report) => (report.title === 'a' ? Promise.reject(new ApiError(422, { title: 'outside the county' })) : Promise.resolve({ id: 'b' }));
  equal(await outbox.flush(), [{ id: 'b' }]);
  equal(outbox.items.map((item) => [item.key, item.problem]), [['key-a', 'outside the county']]);
  ok(!outbox.busy);
});

test('what one person could not send is neither shown to the next nor sent in their name', async () => {
  const keeping = new Keeping(memoryStorage(), 'w.');
  const sent = [];
  const outbox = new Outbox(async (report) => sent.push(report.title), () => undefined);
  outbox.open(keeping.drawer('li'));
  outbox.add({ title: 'fire' }, 'key-1', 'now');
  outbox.open(null);
  equal(outbox.items.length, 0);
  outbox.open(keeping.drawer('wang'));
  await outbox.flush();
  equal([outbox.items.length, sent], [0, []]);
  outbox.open(keeping.drawer('li'));
  await outbox.flush();
  equal(sent, ['fire']);
});

test('an answer that comes after the person left changes nothing of the next one', async () => {
  const keeping = new Keeping(memoryStorage(), 'w.');
  let answerIt = () => undefined;
  const outbox = new Outbox(() => new Promise((resolve) => (answerIt = resolve)), () => undefined);
  outbox.open(keeping.drawer('li'));
  outbox.add({ title: 'a' }, 'key-a', 'now');
  outbox.add({ title: 'b' }, 'key-b', 'now');
  const flushing = outbox.flush();
  outbox.open(keeping.drawer('wang'));
  outbox.add({ title: 'c' }, 'key-c', 'now');
  answerIt({ id: 'a' });
  await flushing;
  equal(outbox.items.map((item) => item.key), ['key-c']);
  outbox.open(keeping.drawer('li'));
  equal(outbox.items.map((item) => item.key), ['key-a', 'key-b']);
});

import { Asking } from '/a/t/model/asking.js';
import { equal, later, test } from '/test/testing.js';

const found = (name) => ({ name, kind: 'village', location: { type: 'Point', coordinates: [110.9, 36.7] } });
const until = async (done) => {
  for (let i = 0; i < 100 && !done(); i++) await later(10);
};

test('typing on asks once, for the last text', async () => {
  const asked = [];
  const asking = new Asking(async (text) => (asked.push(text), [found(text)]), () => undefined, 15);
  ['l', 'lq', ' lqz '].forEach((text) => asking.ask(text, true));
  await until(() => asking.results);
  equal([asked, asking.chosen().name], [['lqz'], 'lqz']);
});

test('the answer to a text that stands there no longer is left', async () => {
  const waiting = [];
  const asking = new Asking(() => new Promise((resolve) => waiting.push(resolve)), () => undefined, 0);
  const [first, second] = [asking.now('l', true), asking.now('lq', true)];
  waiting[1]([found('second')]);
  waiting[0]([found('first')]);
  await Promise.all([first, second]);
  equal(asking.results.map((it) => it.name), ['second']);
});

test('a field that was left shows no late answer', async () => {
  const waiting = [];
  const asking = new Asking(() => new Promise((resolve) => waiting.push(resolve)), () => undefined, 0);
  const asked = asking.now('lq', true);
  asking.clear();
  waiting[0]([found('late')]);
  await asked;
  equal(asking.results, null);
});

test('arrow keys go round, from nowhere down to the first and up to the last', async () => {
  const asking = new Asking(async () => [found('a'), found('b'), found('c')], () => undefined, 0);
  const at = (...steps) => steps.map((by) => (asking.step(by), asking.chosen()?.name ?? null));
  await asking.now('x', false);
  equal([asking.chosen(), at(1, 1, 1, 1)], [null, ['a', 'b', 'c', 'a']]);
  await asking.now('x', false);
  equal(at(-1, -1), ['c', 'b']);
});

test('a search that fails says so and takes nothing', async () => {
  const asking = new Asking(async () => Promise.reject(new Error('away')), () => undefined, 0);
  await asking.now('lq', true);
  equal([asking.failure.message, asking.results, asking.chosen()], ['away', null, null]);
});

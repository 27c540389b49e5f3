import { PointerHeight } from '/a/t/model/pointer-height.js';
import { equal, test } from '/test/testing.js';

const A = [110.9, 36.7];
const B = [110.95, 36.72];
const settle = () => new Promise((done) => setTimeout(done, 15));

test('a pointer that moves on asks for its last place only', async () => {
  const asked = [];
  const shown = [];
  const height = new PointerHeight(async (at) => { asked.push(at); return 1000; }, (metres) => shown.push(metres), 5);
  height.at(A);
  height.at(B);
  await settle();
  equal([asked, shown], [[B], [null, null, 1000]]);
});

test('one question is under way, and its answer is not shown at another place', async () => {
  const answers = [];
  const shown = [];
  const height = new PointerHeight(() => new Promise((done) => answers.push(done)), (metres) => shown.push(metres), 1);
  height.at(A);
  await settle();
  height.at(B);
  await settle();
  equal(answers.length, 1);
  answers[0](900);
  await settle();
  equal(answers.length, 2);
  answers[1](1200);
  await settle();
  equal(shown, [null, null, 1200]);
});

test('off the map nothing is asked, and a height that comes late is not shown', async () => {
  const answers = [];
  const shown = [];
  const height = new PointerHeight(() => new Promise((done) => answers.push(done)), (metres) => shown.push(metres), 1);
  height.at(A);
  await settle();
  height.at(null);
  answers[0](900);
  await settle();
  equal([answers.length, shown], [1, [null, null]]);
});

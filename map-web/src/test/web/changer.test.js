import { changerOf } from '/a/t/model/changer.js';
import { equal, test } from '/test/testing.js';

test('who changed a feature is a person by name, or a part of the program in words', () => {
  const words = { dataset: 'Loaded' };
  const texts = { t: () => 'System', code: (_, part) => words[part], codes: () => Object.keys(words) };
  const who = (changed_by, changed_by_name) => changerOf(texts, { changed_by, changed_by_name });
  equal([who('li', 'Li Qiang'), who('li'), who('system:dataset', 'system:dataset'), who('system:other'), who(undefined)], ['Li Qiang', 'li', 'Loaded', 'System', '']);
});

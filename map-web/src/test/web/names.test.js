import { render } from 'lit';
import { nameParts } from '/a/t/model/unit-names.js';
import { unitName } from '/a/t/ui/unit-name.js';
import { equal, ok, test } from '/test/testing.js';

const NAMES = [
  '\u9ec4\u571f\u9547\u68ee\u6797\u6d88\u96321\u73ed', '\u9ec4\u571f\u9547\u68ee\u6797\u6d88\u96322\u73ed', '\u9699\u53bf\u6d88\u9632112\u53f7\u6c34\u7f50\u8f66', '120\u6025\u65511\u53f7\u8f66',
  '\u57ce\u5173\u7ad9 \u6d88\u96321\u53f7\u8f66', 'Feuerwehr Vaduz', 'Feuerwehr Triesenberg 2', 'Rettungshundestaffel', 'A B C 1', 'x', 'Unit 123456789012345678',
];

test('both parts of a name are the name', () => {
  equal(NAMES.map((name) => nameParts(name).join('')), NAMES);
});

test('the end keeps number and vehicle, also where neighbours begin alike', () => {
  equal(NAMES.slice(0, 2).map((name) => nameParts(name)[1]), ['\u6797\u6d88\u96321\u73ed', '\u6797\u6d88\u96322\u73ed']);
  equal(['Feuerwehr Vaduz', 'Feuerwehr Triesenberg 2'].map((name) => nameParts(name)[1]), ['Vaduz', 'Triesenberg 2']);
  ok(NAMES.every((name) => !/\d$/.test(nameParts(name)[0]) || !/^\d/.test(nameParts(name)[1])), 'no number is cut');
});

test('the full name is in the element and in its title', () => {
  const box = document.createElement('div');
  for (const name of NAMES) {
    render(unitName(name), box);
    equal([box.querySelector('.unit-name').title, box.textContent], [name, name]);
  }
});

// Runs every test module that the page's address names, and leaves the results for JUnit.
import { tests } from '/test/testing.js';

const results = [];
for (const file of new URLSearchParams(location.search).getAll('file')) {
  tests.length = 0;
  try {
    await import(`/test/${file}`);
  } catch (cause) {
    results.push({ file, name: 'module loads', problem: String(cause.stack ?? cause) });
  }
  for (const { name, body } of [...tests]) {
    try {
      await body();
      results.push({ file, name, problem: '' });
    } catch (cause) {
      results.push({ file, name, problem: String(cause.stack ?? cause) });
    }
  }
}
window.testResults = results;
document.documentElement.dataset.tests = 'done';

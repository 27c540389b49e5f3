export const tests = [];

export function test(name, body) {
  tests.push({ name, body });
}

export function equal(actual, expected) {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}

export function ok(condition, what = 'condition') {
  if (!condition) throw new Error(`${what} does not hold`);
}

export const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A storage that lives as long as the test. */
export function memoryStorage(full = false) {
  const map = new Map();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem(key, value) {
      if (full) throw new Error('QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key) => map.delete(key),
  };
}

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const HELPERS = ['tests/unit/**/*.ts', 'tests/migrations/**/*.ts'];
/** Said in a file of tests, where support/shared-process.ts sees it and has modules loaded anew. */
const OF_FILES = /\bvi\.(mock|doMock|resetModules|useFakeTimers|setSystemTime)\(/;
/** At the beginning of a line: outside of any function, so that it is for the first file alone that loads the helper. */
const HOOK = /^(before|after)(Each|All)\(/m;

test('helpers, which many files share, replace neither modules nor the clock, and register no hook when they are loaded', () => {
  const helpers = HELPERS.flatMap((glob) => globSync(glob)).filter((file) => !file.endsWith('.test.ts'));
  expect(helpers.length).toBeGreaterThan(20);
  const faults = helpers.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return OF_FILES.test(text.replace(/^\s*(\*|\/\/|\/\*\*).*$/gm, '')) || HOOK.test(text);
  });
  expect(faults).toEqual([]);
});

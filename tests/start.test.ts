import { expect, test } from 'vitest';
import { startOf } from './support/start-of';

const ROOT = new URL('..', import.meta.url).pathname;

/** Packages that every start of the worker may evaluate: whoever needs another loads it by `import()` when it is asked for. */
const AT_START = ['dexie', 'libphonenumber-js/min', 'uuid', 'wxt/browser', 'wxt/utils/define-background'];

test('a start of the worker evaluates no schema, no grammar and no cipher', () => {
  const start = startOf(ROOT, 'entrypoints/background/index.ts');
  // What a look-up needs is among it: the imports were followed.
  for (const file of [
    'lib/store/matches.ts',
    'lib/store/views/contact-view.ts',
    'lib/api/handlers/behind.ts',
  ])
    expect([file, start.has(file)]).toEqual([file, true]);
  const packages = [...start].filter(([name]) => !/^(lib|entrypoints)\//.test(name));
  expect(packages.filter(([name]) => !AT_START.includes(name))).toEqual([]);
  const handlers = [...start.keys()].filter((name) => /^lib\/api\/(operations|handlers)\//.test(name));
  expect(handlers).toEqual(['lib/api/handlers/behind.ts']);
});

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startOf } from './support/start-of';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

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

test('the workspace starts without what reads files, counts over everybody, or tells dates, numbers and ciphers', () => {
  const start = startOf(ROOT, 'entrypoints/workspace/main.tsx');
  for (const file of [
    'lib/api/handlers/first.ts',
    'lib/store/contact-list.ts',
    'lib/store/views/contact-rows.ts',
  ])
    expect([file, start.has(file)]).toEqual([file, true]);
  const heavy = [...start].filter(([name]) =>
    /^(chrono-node|lunar-typescript|libphonenumber-js|papaparse|ical\.js|uplot|@hpke)|^lib\/(exchange|hub)\/|^lib\/store\/(health|segment-find|views\/(insights|analysis|segment)-(?!ready))/.test(
      name,
    ),
  );
  expect(heavy).toEqual([]);
  const handlers = [...start.keys()].filter((name) => /^lib\/api\/handlers\//.test(name));
  expect(handlers.sort()).toEqual(['lib/api/handlers/first.ts', 'lib/api/handlers/here.ts']);
});

test('what runs in a page of a site holds no polyfill, no schema and no recipe', () => {
  const start = startOf(ROOT, 'entrypoints/overlay.content/index.ts');
  expect(start.has('lib/platform/public-changes.ts')).toBe(true);
  const packages = [...start.keys()].filter((name) => !/^(lib|entrypoints|components)\//.test(name));
  expect(packages).toEqual(['wxt/utils/define-content-script']);
  expect([...start.keys()].filter((name) => name.startsWith('lib/sites/recipes/'))).toEqual([]);
});

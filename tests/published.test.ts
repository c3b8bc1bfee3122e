import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WIDGET_FILES } from '@/widget/hub/files';
import { ROOT } from './support/build';
import { commandOf, projectNode } from './support/programs';
import { ensureWidget } from './support/widget/built';

/** Both packages as they are packed, installed without network by somebody whose TypeScript forgives nothing. */

const NODE = projectNode(ROOT);
const folder = mkdtempSync(join(tmpdir(), 'sidelight-published-'));
const installed = (name: string) => join(folder, 'site/node_modules/@sidelight', name);

function run([program, ...words]: [string, ...string[]], cwd: string, env: Record<string, string> = {}) {
  const done = spawnSync(program, words, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { status: done.status, said: `${done.stdout}${done.stderr}`.trim() };
}

function must(...given: Parameters<typeof run>): string {
  const { status, said } = run(...given);
  if (status !== 0) throw new Error(`${given[0].join(' ')}\n${said}`);
  return said;
}

/** All files below a folder by their paths in it, with `/` between. */
const filesOf = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

beforeAll(() => {
  ensureWidget();
  const stage = join(folder, 'widget');
  // With the sources beside it, as it lies in the checkout: what is not to be published must be kept out by the package itself.
  cpSync(join(ROOT, 'widget'), stage, { recursive: true });
  const types = { config: 'widget/tsconfig.json', entries: ['index', 'all'], out: join(stage, 'dist/types') };
  types.entries = types.entries.map((name) => `widget/entries/${name}.ts`);
  const write = `import { writeTypes } from './widget/types.mjs'; writeTypes(${JSON.stringify(types)})`;
  must([NODE, '--input-type=module', '-e', write], ROOT);
  must([NODE, 'widget/hub/build.mjs'], ROOT, { SIDELIGHT_HUB_OUT: join(stage, 'hub/dist') });

  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'package.json'), JSON.stringify({ name: 'site', private: true, type: 'module' }));
  const archives = [stage, join(stage, 'hub')].map((place) =>
    join(folder, must(['npm', 'pack', place, '--pack-destination', folder, '--silent'], folder)),
  );
  must(['npm', 'install', '--offline', '--no-audit', '--no-fund', ...archives], site);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('they hold what is built, how to use it and its licences, and neither a source nor a test', () => {
  const widget = filesOf(installed('widget'));
  const hub = filesOf(installed('hub'));
  for (const files of [widget, hub]) {
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/NOTICES.txt']),
    );
    const sources = files.filter((name) => /test|spec|(?<!\.d)\.tsx?$/.test(name));
    expect(sources.filter((name) => !/^dist\/examples\/[a-z-]+\.ts$/.test(name))).toEqual([]);
  }
  const scripts = [...WIDGET_FILES, 'index.js', 'all.js'].map((name) => `dist/${name}`);
  expect(widget.filter((name) => name.endsWith('.js'))).toEqual(scripts.sort());
  expect(widget.filter((name) => !/^dist\/|^(LICENSE|README\.md|package\.json)$/.test(name))).toEqual([]);
  // The hub serves every file that the widget can ask for.
  const served = hub.filter((name) => /^dist\/public\/.*\.js$/.test(name));
  expect(served).toEqual(WIDGET_FILES.map((name) => `dist/public/${name}`).sort());
  // Nor where they were built: a build for developers, which a runner of tests asks for, names file and line of every element.
  for (const [name, files] of Object.entries({ widget, hub }))
    for (const file of files)
      expect(readFileSync(join(installed(name), file), 'utf8').includes(ROOT), file).toBe(false);
  const notices = readFileSync(join(installed('widget'), 'dist/NOTICES.txt'), 'utf8');
  for (const name of ['preact', '@hpke/core']) expect(notices).toContain(name);
  expect(readFileSync(join(installed('hub'), 'dist/NOTICES.txt'), 'utf8')).toContain('pg-protocol');
});

test('what their packages name is there, and their pages lead to nothing outside', () => {
  for (const name of ['widget', 'hub']) {
    const place = installed(name);
    const { exports, bin = {} } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const named = [...JSON.stringify([exports, bin]).matchAll(/"(?:\.\/)?(dist\/[^"]+)"/g)].map(
      ([, file]) => file,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((file) => !filesOf(place).includes(file!))).toEqual([]);
    expect(readFileSync(join(place, 'README.md'), 'utf8')).not.toMatch(/\]\(\.\.?\//);
  }
});

const USER = `
import { type Config, type EventDetail, type Form, sidelight } from '@sidelight/widget';
import { sidelight as whole } from '@sidelight/widget/all';
import '@sidelight/widget/w.js';
import { type KeyValue, serverlessHub } from '@sidelight/hub';

type IsAny<T> = 0 extends 1 & T ? true : false;
export const isAny: [IsAny<Config>, IsAny<Form['pages'][0]['questions'][0]>, IsAny<KeyValue>] = [false, false, false];

const config: Config = { key: 'k', hub: 'https://answers.example', space: 's', hidden: { plan: 'pro' } };
const heard = ({ form, submission }: EventDetail): string => form + submission;
sidelight('init', config);
sidelight('on', 'completed', heard);
sidelight('off', 'completed', heard);
sidelight('identify', { email: 'lena@kiln.example', consent: true });
sidelight('track', 'purchase', { amount: { minor: 2400, currency: 'EUR' } });
whole('show', 'form', { asked: true });
// @ts-expect-error there is no such command
sidelight('shout');
// @ts-expect-error the key is missing
sidelight('init', { hub: 'https://answers.example' });
// @ts-expect-error there is no such event
sidelight('on', 'closed', heard);

declare const store: KeyValue;
export const answer: Promise<Response> = serverlessHub(store, { space: 's', tokenHash: 'h' })(new Request('https://answers.example/health'));
// @ts-expect-error the space is missing
serverlessHub(store, { tokenHash: 'h' });
`;

test.each([
  ['bundler', 'ESNext'],
  ['node16', 'node16'],
])('a strict user compiles with moduleResolution %s', (moduleResolution, module) => {
  const site = join(folder, 'site');
  const compilerOptions = {
    ...{
      module,
      moduleResolution,
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      types: [],
      noEmit: true,
    },
    ...{
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
    },
    ...{ verbatimModuleSyntax: true, isolatedModules: true },
  };
  writeFileSync(join(site, 'user.ts'), USER);
  writeFileSync(join(site, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['user.ts'] }));
  expect(run([...commandOf('tsc', ROOT), '-p', '.'], site)).toEqual({ status: 0, said: '' });
});

test("the hub's examples compile and run in the project of whoever copies them", () => {
  const site = join(folder, 'site');
  const copied = join(site, 'examples');
  cpSync(join(installed('hub'), 'dist/examples'), copied, { recursive: true });
  expect(filesOf(copied)).toEqual(['file-store.ts', 'memory-store.ts', 'worker.ts']);
  const compilerOptions = {
    ...{ module: 'node20', target: 'ES2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'], noEmit: true },
    ...{ types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')], skipLibCheck: true },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ verbatimModuleSyntax: true, isolatedModules: true },
  };
  writeFileSync(join(copied, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  expect(run([...commandOf('tsc', ROOT), '-p', '.'], copied)).toEqual({ status: 0, said: '' });
  const script = `
    import { fileStore } from './file-store.ts';
    import { memoryStore } from './memory-store.ts';
    for (const STORE of [memoryStore(), await fileStore('entries')]) {
      const { default: worker } = await import('./worker.ts');
      const { status } = await worker.fetch(new Request('https://answers.example/health'), { STORE, SIDELIGHT_SPACE: 's', SIDELIGHT_TOKEN_HASH: 'h' });
      console.log(status);
    }`;
  writeFileSync(join(copied, 'run.mjs'), script);
  expect(must([NODE, 'run.mjs'], copied)).toBe('200\n200');
});

test('they run: imported where there is no browser, bundled for one, and the hub by its name', async () => {
  const site = join(folder, 'site');
  const script = `
    import { sidelight } from '@sidelight/widget';
    import { sidelight as whole } from '@sidelight/widget/all';
    import { serverlessHub } from '@sidelight/hub';
    const store = new Map();
    const hub = serverlessHub({ get: async (key) => store.get(key) ?? null, put: async (key, value) => !!store.set(key, value), list: async () => [], delete: async () => {} }, { space: 's', tokenHash: 'h' });
    const { status } = await hub(new Request('https://answers.example/health'));
    console.log(typeof sidelight, typeof whole, status);`;
  writeFileSync(join(site, 'run.js'), script);
  expect(must([NODE, 'run.js'], site)).toBe('function function 200');
  const help = must([NODE, join(site, 'node_modules/.bin/sidelight-hub'), '--help'], site);
  expect(help).toContain('--widget <folder>');

  writeFileSync(
    join(site, 'app.js'),
    "import { sidelight } from '@sidelight/widget'; window.go = sidelight;\nimport '@sidelight/widget/w.js';",
  );
  writeFileSync(join(site, 'index.html'), '<script type="module" src="/app.js"></script>');
  must([...commandOf('vite', ROOT), 'build', '--logLevel', 'error'], site);
  const built = filesOf(join(site, 'dist'));
  // What is fetched later is cut off, each language by itself; what runs by being named alone is kept.
  expect(built.filter((name) => /\/(app|rest\.[\w-]+|seal|more)-[\w-]+\.js$/.test(name))).toHaveLength(7);
  const first = built.find((name) => /index-[\w-]+\.js$/.test(name))!;
  expect(readFileSync(join(site, 'dist', first), 'utf8')).toContain('currentScript');
});

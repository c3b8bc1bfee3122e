import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { buildDir } from './support/build';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const PACKAGE = JSON.parse(read('package.json'));

describe('the dependencies', () => {
  const versions: Record<string, string> = { ...PACKAGE.dependencies, ...PACKAGE.devDependencies };
  const page = read('docs/dependencies.md');

  test('are each told with their reason', () => {
    // Also in the middle of a sentence.
    const words = new Set(page.split(/[\s|(),:;`]+/).map((word) => word.replace(/\.$/, '')));
    expect(Object.keys(versions).length).toBeGreaterThan(30);
    expect(Object.keys(versions).filter((name) => !words.has(name))).toEqual([]);
  });

  test('are all that the table tells of', () => {
    const [, ...rows] = page.match(/^\| .* \|$/gm) ?? [];
    const told = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map((name) => name.trim()));
    expect(told).toEqual(expect.arrayContaining(Object.keys(PACKAGE.dependencies)));
    expect(told.filter((name) => !(name in versions))).toEqual([]);
  });

  test('are pinned', () => {
    const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });
});

/** The files of an archive by their names. */
async function unzip(file: string): Promise<Map<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(readFileSync(file)), { checkSignature: true });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory)
      files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString());
  return files;
}

/** Files that a manifest names, whatever for: everything in it that looks like a path. */
function filesOf(manifest: unknown): string[] {
  if (typeof manifest === 'string')
    return /^[\w./-]+\.(js|html|css|png|svg|json)$/.test(manifest) ? [manifest] : [];
  if (typeof manifest !== 'object' || manifest === null) return [];
  return Object.values(manifest).flatMap(filesOf);
}

/** Files that a page starts with, by their names in the archive. */
const filesOfPage = (name: string, html: string): string[] =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(([, place = '']) =>
    place.startsWith('/') ? place.slice(1) : posix.join(posix.dirname(name), place),
  );

/** What is opened or run by its name, and stands in no manifest. */
const BY_NAME = [
  ...['panel', 'popup', 'practice', 'welcome', 'workspace'].map((page) => `${page}.html`),
  ...['overlay', 'bridge', 'structure', 'teach'].map((script) => `content-scripts/${script}.js`),
  'jobs.js',
  ...['en', 'zh_CN', 'zh_TW'].map((language) => `_locales/${language}/messages.json`),
];

describe.each(['chrome', 'firefox'] as const)('the archive for the store of %s', (browser) => {
  const archive = join(buildDir(browser), '..', `sidelight-${PACKAGE.version}-${browser}.zip`);

  test.skipIf(!process.env.CI && !existsSync(archive))(
    'holds the manifest and everything that starts',
    async () => {
      expect(existsSync(archive), 'the extension is packed before this test').toBe(true);
      const files = await unzip(archive);
      const manifest = JSON.parse(files.get('manifest.json') ?? '{}');
      expect(manifest).toMatchObject({ manifest_version: 3, version: PACKAGE.version });
      const named = filesOf(manifest);
      expect(named).toContain('background.js');
      const pages = [...files].filter(([name]) => name.endsWith('.html'));
      const started = pages.flatMap(([name, html]) => filesOfPage(name, html));
      expect(started.length).toBeGreaterThan(pages.length);
      expect([...BY_NAME, ...named, ...started].filter((name) => !files.get(name))).toEqual([]);
      // No source, and nothing of this machine.
      expect(
        [...files.keys()].filter(
          (name) => !/^([\w./-]+\.(js|html|css|png|svg|json|woff2)|NOTICES\.txt)$/.test(name),
        ),
      ).toEqual([]);
    },
  );

  test.skipIf(!process.env.CI && !existsSync(archive))(
    'holds the licences of all libraries that went in, and no page asks for them',
    async () => {
      const files = await unzip(archive);
      const notices = (files.get('NOTICES.txt') ?? '')
        .replace(/^This package.*\n\n/, '')
        .split(/^={78}\n\n/m);
      const lines = notices.map((notice) => notice.split('\n'));
      const names = lines.map(([title = '']) => title.split(' ')[0]);
      expect(Object.keys(PACKAGE.dependencies).filter((name) => !names.includes(name))).toEqual([]);
      // A name with a copyright is no licence yet: the shortest of them has two long sentences.
      expect(lines.filter((text) => text.join(' ').length < 600).map(([title]) => title)).toEqual([]);
      expect(
        lines.filter(([, source]) => !/^(https?|git):/.test(source ?? '')).map(([title]) => title),
      ).toEqual([]);
      const askers = [...files].filter(([name, text]) => name !== 'NOTICES.txt' && text.includes('NOTICES'));
      expect(askers.map(([name]) => name)).toEqual([]);
    },
  );
});

const sources = join(buildDir('firefox'), '..', `sidelight-${PACKAGE.version}-sources.zip`);

test.skipIf(!process.env.CI && !existsSync(sources))(
  'the sources for the reviewers of Firefox hold what a build needs, and no tests',
  async () => {
    expect(existsSync(sources), 'the extension is packed before this test').toBe(true);
    const files = await unzip(sources);
    const config = [
      'package.json',
      'package-lock.json',
      'wxt.config.ts',
      'lazy-schemas.ts',
      'native-in-pages.ts',
      'shared-chunks.ts',
      'widget/notices.mjs',
      'tsconfig.json',
    ];
    const wanted = [...config, 'README.md', 'entrypoints/background/index.ts', 'lib/store/database.ts'];
    expect(wanted.filter((name) => !files.get(name))).toEqual([]);
    expect([...files.keys()].filter((name) => /^(tests|test-results|node_modules|\.)/.test(name))).toEqual(
      [],
    );
  },
);

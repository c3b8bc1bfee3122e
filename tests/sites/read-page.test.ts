import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSaved } from '../support/page-reading';
import { fixture, fixtures } from './fixtures';

const ROOT = join(import.meta.dirname, '../..');
const bytes = (text: string) => new TextEncoder().encode(text);

describe('readSaved', () => {
  test.each(
    fixtures()
      .filter(({ parent, own }) => !parent && !own)
      .map((page) => [page.name, page] as const),
  )('%s is read as the overlay reads it', (_, { html, url, expected }) => {
    const reading = readSaved(bytes(html), url);
    expect(reading.kind).toBe(expected?.kind ?? 'none');
    const points = (people: { name: string | null; contactPoints: unknown }[] = []) =>
      people.map(({ name, contactPoints }) => ({ name, contactPoints }));
    expect(points(reading.people)).toEqual(
      points([...(expected?.people ?? []), ...(expected?.viewer ?? [])]),
    );
  });

  test('says no more of a person than name, title, company and how to reach them', () => {
    const { html, url } = fixture('linkedin/sales-lead-de');
    expect(readSaved(bytes(html), url)).toEqual({
      site: 'linkedin',
      kind: 'profile',
      people: [
        {
          role: 'profile',
          name: 'Li Wei',
          title: 'Einkaufsleiter',
          company: 'Acme Werkzeuge',
          contactPoints: [{ kind: 'url', value: 'https://www.linkedin.com/sales/lead/ACwAAB4711Xy' }],
        },
        { role: 'viewer', name: 'Mia Keller', title: null, company: null, contactPoints: [] },
      ],
    });
  });

  test('goes by the encoding that the page names', () => {
    const page = Uint8Array.from([
      ...bytes('<meta charset="gb18030"><a href="mailto:wang@dongfang.example">'),
      0xcd,
      0xf5,
      0xb7,
      0xbc, // 王芳
    ]);
    expect(readSaved(page, 'https://dongfang.example/').people).toMatchObject([
      { role: 'mention', name: '王芳' },
    ]);
  });

  test('runs nothing of the page', () => {
    const page =
      '<script>document.title = "run"; throw 1</script><a href="mailto:a@b.example" onclick="x()">A</a>';
    expect(readSaved(bytes(page), 'https://b.example/').people).toHaveLength(1);
  });

  test.each([
    ['no address', '<p>', 'acme', 'acme is not the address of a web page.'],
    ['a local address', '<p>', 'file:///etc', 'file:///etc is not the address of a web page.'],
    ['no page', 'plain words', 'https://a.example', 'The file is no web page: it holds no markup.'],
  ])('refuses %s', (_, text, url, line) => {
    expect(() => readSaved(bytes(text), url)).toThrow(line);
  });
});

describe('npm run read-page', () => {
  const FILE = 'tests/fixtures/sites/github/profile.html';
  const here = (...words: string[]) =>
    spawnSync(process.execPath, ['tests/support/read-page.mjs', ...words], { cwd: ROOT, encoding: 'utf8' });

  test('prints one JSON object', () => {
    const page = fixture('github/profile');
    const done = here('--url', page.url, FILE);
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(JSON.parse(done.stdout)).toEqual(
      readSaved(new Uint8Array(readFileSync(join(ROOT, FILE))), page.url),
    );
  });

  test('says in one line what is wrong, and fails', () => {
    const missing = here('nowhere.html', '--url', 'https://a.example/');
    expect([missing.status, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toMatch(/^[^\n]*nowhere\.html cannot be opened \(ENOENT\)\.\n$/);
    expect(here(FILE).stderr).toBe('Give one file and its address: npm run read-page -- FILE --url URL\n');
  });
}, 60_000);

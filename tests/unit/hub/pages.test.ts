import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { widgetFiles } from '@/widget/hub/files';
import { sqliteStore } from '@/widget/hub/sqlite';
import { connect, FORM, published, refusal, SPACE } from './client';
import { temporaryFolder } from './stores';

const CODE = 'export const answer = 42;\n'.repeat(50);
const PAGE = `/f/${SPACE}/${FORM}`;
let store: ReturnType<typeof sqliteStore>;
let folder: string;
let remove: () => void;
let hub: Awaited<ReturnType<typeof connect>>;

beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  store = sqliteStore(join(folder, 'hub.db'));
  const files = join(folder, 'files');
  mkdirSync(files);
  for (const name of ['w.js', 'page.js', 'secret.txt', 'other.js']) writeFileSync(join(files, name), CODE);
  hub = await connect(store, widgetFiles(files));
  await hub.publish();
});
afterEach(async () => {
  await store.close();
  remove();
});

const titled = (title: string) =>
  published({ langs: { en: { v: 1, id: FORM, title, lang: 'en', langs: ['en'] } } });

describe('the page of a form', () => {
  test('runs the widget by the name with its hash, and nothing else from anywhere', async () => {
    const answer = await hub.ask('GET', PAGE);
    const html = await answer.text();
    const [, script = ''] =
      /<script type="module" src="..\/..(\/page\.[0-9a-f]{10}\.js)"><\/script>/.exec(html) ?? [];
    expect((await hub.ask('GET', script)).headers.get('Cache-Control')).toContain('immutable');
    expect(html.match(/<script/g)).toHaveLength(1);
    const policy = answer.headers.get('Content-Security-Policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('unsafe');
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(answer.headers.get('X-Robots-Tag')).toContain('noindex');
    expect(answer.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  test('is in the language of the visitor, and says without JavaScript what is wrong', async () => {
    const headers = { 'Accept-Language': 'fr;q=0.9, zh-TW, en;q=0.5' };
    const html = await (await hub.ask('GET', PAGE, { headers })).text();
    expect(html).toContain('<html lang="zh-Hant">');
    expect(html).toContain('<title>您滿意嗎？</title>');
    expect(html).toMatch(/<noscript>此表單需要 JavaScript/);
    expect(await (await hub.ask('GET', `${PAGE}?l=en`, { headers })).text()).toContain(
      '<title>How was it?</title>',
    );
  });

  test('reads from right to left where the language does', async () => {
    const form = { v: 1, id: FORM, title: 'كيف كان؟', lang: 'ar', langs: ['ar'] };
    await hub.owned('PUT', `forms/${FORM}`, published({ langs: { ar: form } }));
    expect(await (await hub.ask('GET', PAGE)).text()).toContain('<html lang="ar" dir="rtl">');
  });

  test.each(['</title><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{q1}} & <b>'])(
    'shows a title as text: %s',
    async (title) => {
      await hub.owned('PUT', `forms/${FORM}`, titled(title));
      const html = await (await hub.ask('GET', PAGE)).text();
      expect(html).not.toContain(title);
      expect(html.match(/<(script|img|b)\b/g)).toEqual(['<script']);
    },
  );

  test('records nothing, whatever its address says', async () => {
    for (const query of ['', '?q1=9', '?l=en&q1=0#key.token']) await hub.ask('GET', PAGE + query);
    expect((await hub.pull()).answers).toEqual([]);
    expect((await hub.ask('POST', PAGE, { body: 'q1=9' })).status).toBe(405);
  });

  test('tells people when it is closed or not there', async () => {
    await hub.publish({ state: 'closed' });
    const closed = await hub.ask('GET', PAGE);
    expect(closed.status).toBe(410);
    expect(closed.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await closed.text()).toContain('This form is closed.');
    const unknown = await hub.ask('GET', '/f/nobodyhere/aaaaaaaaaa', {
      headers: { 'Accept-Language': 'zh-CN' },
    });
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('<html lang="zh-Hans">');
  });
});

describe("the widget's files", () => {
  test('are asked for again by their plain names, and packed for who takes it', async () => {
    const plain = await hub.ask('GET', '/w.js');
    expect(plain.headers.get('Cache-Control')).toBe('public, max-age=300');
    expect(plain.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(plain.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await plain.text()).toBe(CODE);
    const packed = await hub.ask('GET', '/w.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(packed.headers.get('Content-Encoding')).toBe('br');
    expect(packed.headers.get('Vary')).toBe('Accept-Encoding');
    expect(brotliDecompressSync(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(CODE);
    const etag = plain.headers.get('ETag') as string;
    expect((await hub.ask('GET', '/w.js', { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  test.each(['/w.0000000000.js', '/other.js', '/secret.txt', '/..%2fhub.db', '/app.js', '/__proto__.js'])(
    'and nothing else: %s',
    async (path) => {
      expect(await refusal(await hub.ask('GET', path))).toEqual([404, 'not_found']);
    },
  );
});

test('the front page and robots.txt', async () => {
  const front = await hub.ask('GET', '/', { headers: { 'Accept-Language': 'zh-TW' } });
  expect(await front.text()).toContain('Sidelight 中繼站');
  expect(await (await hub.ask('GET', '/robots.txt')).text()).toContain('Disallow: /');
});

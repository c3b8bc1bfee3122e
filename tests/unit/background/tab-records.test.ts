import { beforeEach, expect, test, vi } from 'vitest';
import { currentContext } from '@/entrypoints/background/tab-context';
import {
  forgetFrame,
  REPORT_LIMIT,
  type Report,
  readTab,
  takeReport,
} from '@/entrypoints/background/tab-records';
import type { PageContext, PageKind } from '@/lib/sites/page-context';

const items = new Map<string, unknown>();
vi.mock('@/lib/platform/session', () => ({
  readSession: async (key: string) => items.get(key) ?? null,
  removeSession: async (...keys: string[]) => {
    for (const key of keys) items.delete(key);
  },
  updateSession: async (key: string, change: (before: unknown) => unknown) => {
    const after = change(items.get(key) ?? null);
    if (after === null) items.delete(key);
    else items.set(key, after);
    return after;
  },
}));
beforeEach(() => items.clear());

const context = (kind: PageKind, subject: string): PageContext => ({
  site: 'roundcube',
  kind,
  people: [],
  viewer: [],
  subject,
  permalink: null,
  messageKey: null,
  threadKey: null,
  at: null,
  precision: null,
  direction: null,
  variant: null,
});
const report = (generation: number, change: Partial<Report> = {}): Report => ({
  documentId: 'doc',
  generation,
  contexts: [context('message', `m${generation}`)],
  claimed: true,
  theme: 'light',
  ...change,
});
const subject = async () => currentContext(await readTab(1))?.context.subject;

test('an overtaken report is thrown away', async () => {
  expect(await takeReport(1, 0, 'https://a.example', report(2), 0)).toBe('taken');
  expect(await takeReport(1, 0, 'https://a.example', report(1), 0)).toBe('stale');
  expect(await subject()).toBe('m2');
});

test('a new document starts its generations again', async () => {
  await takeReport(1, 0, 'https://a.example', report(9), 0);
  expect(await takeReport(1, 0, 'https://a.example', report(1, { documentId: 'next' }), 0)).toBe('taken');
  expect(await subject()).toBe('m1');
});

test('a new top document sweeps away what its frames said', async () => {
  await takeReport(1, 0, 'https://a.example', report(1, { contexts: [context('list', 'list')] }), 0);
  await takeReport(1, 5, 'https://a.example', report(1, { documentId: 'frame' }), 0);
  expect(await subject()).toBe('m1');
  await takeReport(
    1,
    0,
    'https://a.example',
    report(1, { documentId: 'other', contexts: [context('list', 'list 2')] }),
    0,
  );
  expect(await subject()).toBe('list 2');
});

test('a new top document leaves what its own frames said before it', async () => {
  await takeReport(1, 4, 'https://a.example', report(1, { documentId: 'old frame' }), 90);
  await takeReport(1, 5, 'https://a.example', report(2, { documentId: 'frame' }), 120);
  await takeReport(
    1,
    0,
    'https://a.example',
    report(1, { documentId: 'top', contexts: [], loaded: 100 }),
    130,
  );
  expect(Object.keys((await readTab(1))?.frames ?? {})).toEqual(['0', '5']);
  expect(await subject()).toBe('m2');
});

test('a frame that goes away leaves the rest', async () => {
  await takeReport(1, 0, 'https://a.example', report(1, { contexts: [context('list', 'list')] }), 0);
  await takeReport(1, 5, 'https://a.example', report(1, { documentId: 'frame' }), 0);
  await forgetFrame(1, 5, { documentId: 'somebody else', generation: 2 });
  expect(await subject()).toBe('m1');
  await forgetFrame(1, 5, { documentId: 'frame', generation: 2 });
  expect(await subject()).toBe('list');
  await forgetFrame(1, 0, { documentId: 'doc', generation: 2 });
  expect(await subject()).toBeUndefined();
});

test('a document that came back and told of itself stays, when the word that it went comes late', async () => {
  await takeReport(1, 0, 'https://a.example', report(1), 0);
  await takeReport(1, 0, 'https://a.example', report(3), 10);
  await forgetFrame(1, 0, { documentId: 'doc', generation: 2 });
  expect(await subject()).toBe('m3');
});

test('what a document said before it went comes too late, also once the next one has told of itself', async () => {
  await takeReport(1, 0, 'https://a.example', report(1), 0);
  await takeReport(1, 0, 'https://a.example', report(2), 10);
  await forgetFrame(1, 0, { documentId: 'doc', generation: 4 });
  expect(await takeReport(1, 0, 'https://a.example', report(3), 20)).toBe('stale');
  expect(await subject()).toBeUndefined();
  const next = { documentId: 'next', contexts: [context('message', 'next')] };
  expect(await takeReport(1, 0, 'https://a.example', report(1, next), 30)).toBe('taken');
  expect(await takeReport(1, 0, 'https://a.example', report(3), 40)).toBe('stale');
  expect(await subject()).toBe('next');
  // Its user goes back to it, out of the browser's memory: it counts on.
  expect(await takeReport(1, 0, 'https://a.example', report(5), 50)).toBe('taken');
  expect(await subject()).toBe('m5');
});

test('a document that went before anything of its tab was told is not told of afterwards, and leaves no record of the tab', async () => {
  await forgetFrame(1, 0, { documentId: 'doc', generation: 2 });
  expect(await readTab(1)).toBeNull();
  expect(await takeReport(1, 0, 'https://a.example', report(1), 10)).toBe('stale');
  expect(await readTab(1)).toBeNull();
  // Where the browser names no documents, another tab may have one of the same name.
  expect(await takeReport(2, 0, 'https://a.example', report(1), 20)).toBe('taken');
  for (let tab = 3; tab < 103; tab++) await forgetFrame(tab, 0, { documentId: 'doc', generation: 1 });
  expect(JSON.stringify([...items]).length).toBeLessThan(3000);
});

test('an open message outranks a younger list', async () => {
  await takeReport(1, 5, 'https://a.example', report(1, { documentId: 'frame' }), 0);
  await takeReport(1, 0, 'https://a.example', report(1, { contexts: [context('list', 'list')] }), 10);
  await takeReport(1, 5, 'https://a.example', report(1, { documentId: 'frame' }), 20);
  expect(await subject()).toBe('m1');
});

test('a document that reports too often is told to wait, and may go on later', async () => {
  for (let i = 1; i <= REPORT_LIMIT; i++) expect(await takeReport(1, 0, 'o', report(i), i)).toBe('taken');
  expect(await takeReport(1, 0, 'o', report(REPORT_LIMIT + 1), REPORT_LIMIT)).toBe('busy');
  expect(await takeReport(1, 0, 'o', report(REPORT_LIMIT + 2), 20_000)).toBe('taken');
});

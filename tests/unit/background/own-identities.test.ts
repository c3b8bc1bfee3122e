import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { ownKeys, rememberOwn } from '@/entrypoints/background/own-identities';
import type { PageContext, Person } from '@/lib/sites/page-context';
import { openDatabase } from '@/lib/store/database';

const items = new Map<string, unknown>();
let writes = 0;
vi.mock('@/lib/platform/session', () => ({
  readSession: async (key: string) => items.get(key) ?? null,
  updateSession: async (key: string, change: (before: unknown) => unknown) => {
    const before = items.get(key) ?? null;
    const after = change(before);
    if (after === before) return after;
    writes += 1;
    items.set(key, after);
    return after;
  },
}));
beforeEach(() => {
  items.clear();
  writes = 0;
});

const me = (value: string): Person => ({
  role: 'viewer',
  name: null,
  contactPoints: [{ kind: 'email', value }],
});
const shows = (...viewer: Person[]) => [{ viewer } as PageContext];
const keys = async (site: string | null) => [...(await ownKeys(await openDatabase('own'), site))];

test('who a page shows as the user is known on every page of the site, and on no other site', async () => {
  await rememberOwn('https://a.example', shows(me('Me@lab.test')));
  await rememberOwn('https://a.example', shows());
  expect(await keys('https://a.example')).toEqual(['me@lab.test']);
  expect(await keys('https://b.example')).toEqual([]);
  expect(await keys(null)).toEqual([]);
});

test('several accounts stand side by side, and nothing is written twice', async () => {
  await rememberOwn('https://a.example', shows(me('one@lab.test'), me('two@lab.test')));
  await rememberOwn('https://a.example', shows(me('two@lab.test')));
  expect(await keys('https://a.example')).toEqual(['one@lab.test', 'two@lab.test']);
  expect(writes).toBe(1);
});

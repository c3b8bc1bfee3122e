import { beforeEach, expect, test, vi } from 'vitest';
import { isAdmitted, mintToken, spendToken } from '@/entrypoints/background/panel-admission';

const items = new Map<string, unknown>();
vi.mock('@/lib/platform/session', () => ({
  readSession: async (key: string) => items.get(key) ?? null,
  writeSession: async (key: string, value: unknown) => void items.set(key, value),
  updateSession: async (key: string, change: (before: unknown) => unknown) => {
    const after = change(items.get(key) ?? null);
    if (after === null) items.delete(key);
    else items.set(key, after);
    return after;
  },
}));
beforeEach(() => items.clear());

test('a token has 128 bits and admits one document of its tab', async () => {
  const token = await mintToken(1, 'https://a.example', 0);
  expect(token).toMatch(/^[0-9a-f]{32}$/);
  expect(await isAdmitted(1, 'frame')).toBe(false);
  expect(await spendToken(token, 1, 'frame', 9_999)).toBe(true);
  expect(await isAdmitted(1, 'frame')).toBe(true);
  expect(await isAdmitted(1, 'other frame')).toBe(false);
  expect(await isAdmitted(2, 'frame')).toBe(false);
});

test.each([
  ['spent already', 1, 0, true],
  ['too late', 1, 10_001, false],
  ['in another tab', 2, 0, false],
])('a token %s admits nobody', async (_, tab, now, spentBefore) => {
  const token = await mintToken(1, 'https://a.example', 0);
  if (spentBefore) await spendToken(token, 1, 'first', 0);
  expect(await spendToken(token, tab, 'second', now)).toBe(false);
  expect(await isAdmitted(tab, 'second')).toBe(false);
});

test('a wrong guess spends nothing and admits nobody', async () => {
  const token = await mintToken(1, 'https://a.example', 0);
  expect(await spendToken('0'.repeat(32), 1, 'frame', 0)).toBe(false);
  expect(await spendToken(token, 1, 'frame', 0)).toBe(true);
});

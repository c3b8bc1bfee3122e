import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withAhead } from '@/lib/api/ahead';
import type { Client } from '@/lib/api/client';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counting(fails = false) {
  let count = 0;
  let changed = () => {};
  const inner = {
    call: async () => {
      count += 1;
      if (fails && count === 1) throw new Error('The disk is full.');
      return count;
    },
    onWake: (listener: () => void) => {
      changed = listener;
      return () => {};
    },
  };
  const client = withAhead(inner as unknown as Client);
  const rows = (id: string) => client.call('contacts.rows', { ids: [id] });
  return { client, rows, change: () => changed() };
}

test('what was asked ahead answers the first who asks the same, and nobody else', async () => {
  const { client, rows } = counting();
  void client.ahead('contacts.rows', { ids: ['a'] });
  expect(await rows('b')).toBe(2);
  expect(await rows('a')).toBe(1);
  expect(await rows('a')).toBe(3);
});

test('after a change, and after a while, it is asked anew', async () => {
  const { client, rows, change } = counting();
  void client.ahead('contacts.rows', { ids: ['a'] });
  change();
  expect(await rows('a')).toBe(2);
  void client.ahead('contacts.rows', { ids: ['a'] });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await rows('a')).toBe(4);
});

test('a failure is asked again', async () => {
  const { client, rows } = counting(true);
  await expect(client.ahead('contacts.rows', { ids: ['a'] })).rejects.toThrow('full');
  expect(await rows('a')).toBe(2);
});

import { beforeEach, expect, test, vi } from 'vitest';
import { remind } from '@/entrypoints/background/remind';
import type { Database } from '@/lib/store/database';

const seen = vi.hoisted(() => ({
  may: true,
  alarms: [] as unknown[],
  read: 0,
  shown: [] as string[],
  cleared: [] as string[],
}));
vi.mock('@/lib/platform/alarms', () => ({ setRemindAlarm: async (at: unknown) => seen.alarms.push(at) }));
vi.mock('@/lib/platform/notifications', () => ({
  mayNotify: async () => seen.may,
  clearNotifications: async (of: (ids: string[]) => Promise<string[]>) =>
    seen.cleared.push(...(await of(seen.shown))),
  notify: async () => Promise.reject(new Error('the system refuses')),
}));
vi.mock('@/lib/platform/sites', () => ({ readPublic: async () => ({ language: 'en' }) }));
vi.mock('@/entrypoints/background/reminder-words', () => ({ noticeWords: () => ({}) }));
vi.mock('@/lib/store/reminders', () => ({
  remindersNow: async () => {
    seen.read++;
    return { how: { named: true }, notices: [[{ key: 'task' }]], next: 42 };
  },
  remembered: async () => undefined,
}));

const db = {
  newer: false,
  contacts: { bulkGet: async (ids: string[]) => ids.map((id) => (id === 'gone' ? undefined : { id })) },
} as unknown as Database;
beforeEach(() => {
  Object.assign(seen, { may: true, alarms: [], read: 0, shown: [], cleared: [] });
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, run: () => Promise<void>) => run() },
  });
});

test('a notification that the system refuses takes no later reminder with it', async () => {
  await expect(remind(db)).rejects.toThrow('the system refuses');
  expect(seen.alarms).toEqual([42]);
});

test('nothing is read while no notification may be shown', async () => {
  seen.may = false;
  await remind(db);
  expect(seen).toMatchObject({ alarms: [null], read: 0 });
});

test('what names somebody who was erased is taken out of the list of the system', async () => {
  seen.shown = ['task-1:gone', 'task-2:here', 'task-3:'];
  await expect(remind(db)).rejects.toThrow();
  // The one of many may name them too.
  expect(seen.cleared).toEqual(['task-1:gone', 'task-3:']);
  Object.assign(seen, { shown: ['task-2:here', 'task-3:'], cleared: [] });
  await expect(remind(db)).rejects.toThrow();
  expect(seen.cleared).toEqual([]);
});

import { beforeEach, expect, test, vi } from 'vitest';
import { localClient } from '@/lib/api/local';
import { ask } from '@/lib/api/remote';
import { newStore } from '../store/support';
import { emptyBrowser } from './fake-browser';
import { asking, SENDERS } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => emptyBrowser());

test.each([
  ['email', 'no address'],
  ['phone', 'soon'],
] as const)(
  'a view is told that what was typed is no %s, however its question travels',
  async (kind, value) => {
    const { db } = await newStore();
    const draft = { name: 'Anna', points: [{ kind, value }] };
    const { send } = asking(db);
    const byMessage = (request: unknown) => send(JSON.parse(JSON.stringify(request)), SENDERS.panel);
    await expect(ask(byMessage, 'contacts.add', { draft })).rejects.toMatchObject({
      code: 'invalid',
      unread: kind,
    });
    const wake = { ring: async () => {}, listen: () => () => {} };
    await expect(
      localClient({ database: db, caller: 'workspace', wake }).call('contacts.add', { draft }),
    ).rejects.toMatchObject({ code: 'invalid', unread: kind });
  },
);

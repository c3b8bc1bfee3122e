import { beforeEach, expect, test, vi } from 'vitest';
import { API_VERSION, type Request } from '@/lib/api/message';
import type { TabView } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';
import { newStore } from '../store/support';
import { browser, emptyBrowser } from './fake-browser';
import { asking, pageContext, person, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
  browser.tabs.query = (async () => [{ id: 1, url: 'https://mail.example/chat' }]) as never;
});

const handle = (value: string) => [{ kind: 'handle' as const, value }];
const WANG = handle('xmpp:wang@lab.test');
const ME = person({ role: 'viewer', contactPoints: handle('xmpp:me@lab.test') });

/** A web chat with Wang that says of itself who wrote last, and when. */
async function chat() {
  const { db, call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Wang', points: WANG } });
  const { ask, send } = asking(db);
  let generation = 0;
  const place = { window: 1, tab: 1 };
  const panel = async <T>(op: string, input: object): Promise<T> => {
    const request = { api: API_VERSION, op, input, commandId: crypto.randomUUID(), place };
    const answer = await send(request as Request, SENDERS.panel);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value as T;
  };
  const shows = async (last: Pick<PageContext, 'direction' | 'at' | 'precision'>) => {
    const people = [person({ name: 'Wang', contactPoints: WANG })];
    const page = { site: 'xmpp', people, viewer: [ME], messageKey: null, threadKey: 'wang@lab.test' };
    const contexts = [pageContext({ ...page, subject: null, ...last })];
    generation += 1;
    await ask('tab.report', { contexts, generation, theme: 'light', claimed: true }, SENDERS.overlay);
    return panel<TabView>('tab.view', { person: null });
  };
  const log = ({ event }: TabView) => panel('tab.log', { contactId: id, event: event?.name ?? null });
  return { shows, log, items: async () => (await call('activities.list', { contactId: id })).items };
}

const NOBODY = { direction: null, at: null, precision: null };
const DAY = Date.UTC(2026, 2, 5, 9);
const IN = { direction: 'in' as const, at: DAY, precision: 'second' as const };

test('a conversation in which nobody wrote came from nobody, on the day on which it was seen', async () => {
  const { shows, log, items } = await chat();
  const view = await shows(NOBODY);
  expect(view).toMatchObject({ logs: 'message', logged: false, contact: { name: 'Wang' } });
  await log(view);
  expect(await items()).toMatchObject([{ type: 'message', direction: null, precision: 'day', text: '' }]);
});

test('a conversation goes the way of its last message, and is of its moment', async () => {
  const { shows, log, items } = await chat();
  await log(await shows(IN));
  expect(await items()).toMatchObject([{ direction: 'in', at: DAY, precision: 'second' }]);
  // More came on that day: it is the same conversation.
  expect(await shows({ ...IN, at: DAY + 60_000 })).toMatchObject({ logged: true });
  // The answer to it is not logged with it, and nothing would say that it was given.
  const answered = await shows({ ...IN, direction: 'out', at: DAY + 120_000 });
  expect(answered).toMatchObject({ logged: false, person: expect.stringContaining('wang') });
  await log(answered);
  expect(await items()).toMatchObject([{ direction: 'out' }, { direction: 'in' }]);
  expect(await shows({ ...IN, direction: 'out', at: DAY + 180_000 })).toMatchObject({ logged: true });
  expect(await shows({ ...IN, at: DAY + 3 * 86_400_000 })).toMatchObject({ logged: false });
});

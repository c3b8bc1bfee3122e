import { beforeEach, expect, test, vi } from 'vitest';
import { showUnread } from '@/entrypoints/background/tab-badge';
import type { PageContext } from '@/lib/sites/page-context';
import { newStore } from '../store/support';
import { browser, emptyBrowser, held } from './fake-browser';
import { asking, pageContext, person, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));

/** What the browser shows: the text of all tabs, and that of the one tab over it. */
const shown = { all: '', tab: null as string | null, url: '' };
const text = () => shown.tab ?? shown.all;

beforeEach(() => {
  emptyBrowser();
  switchOnSite();
  Object.assign(shown, { all: '', tab: null, url: 'https://mail.example/inbox' });
  Object.assign(browser.tabs, { get: async () => ({ url: shown.url }) });
  Object.assign(browser, {
    action: {
      setBadgeBackgroundColor: async () => undefined,
      setBadgeText: async (told: { tabId?: number; text: string | null }) => {
        if (told.tabId === undefined) shown.all = told.text ?? '';
        else shown.tab = told.text;
      },
    },
  });
});

/** The number is drawn when what is looked at has been answered. */
const soon = (check: () => void) => vi.waitFor(check, 10_000);

async function mailbox() {
  const { db, call } = await newStore();
  for (const [name, value] of [
    ['Kim Arnesen', 'zq@lab.test'],
    ['Tor Hansen', 'tor@lab.test'],
  ] as const) {
    const { id } = await call('contacts.add', { draft: { name, points: [{ kind: 'email', value }] } });
    await call('tasks.add', { title: 'Call', contactIds: [id], due: { date: '2026-01-02' } });
  }
  const { ask } = asking(db);
  let generation = 0;
  const report = async (contexts: PageContext[]) => {
    generation += 1;
    const answer = await ask(
      'tab.report',
      { contexts, generation, theme: 'light', claimed: true },
      SENDERS.overlay,
    );
    expect(answer.ok).toBe(true);
  };
  return { ask, call, report };
}

const tor = person({ name: 'Tor', contactPoints: [{ kind: 'email', value: 'tor@lab.test' }] });
const stranger = person({ name: 'Eva', contactPoints: [{ kind: 'email', value: 'eva@lab.test' }] });

test('the number of people of the page with whom something is open, each once; none when it shows others', async () => {
  const { report } = await mailbox();
  await report([
    pageContext({ people: [person(), tor, stranger] }),
    pageContext({ kind: 'list', people: [tor] }),
  ]);
  await soon(() => expect(text()).toBe('2'));
  await report([pageContext({ people: [stranger] })]);
  await soon(() => expect(text()).toBe(''));
});

test('who is shown by two of their addresses, here and in a frame, is one', async () => {
  const { call, report } = await mailbox();
  const points = ['ida@lab.test', 'ida@home.test'].map((value) => ({ kind: 'email' as const, value }));
  const { id } = await call('contacts.add', { draft: { name: 'Ida Holm', points } });
  await call('tasks.add', { title: 'Call', contactIds: [id], due: { date: '2026-01-02' } });
  const shownBy = points.map((point) => person({ name: 'Ida', contactPoints: [point] }));
  await report([pageContext({ people: shownBy }), pageContext({ kind: 'list', people: shownBy.slice(1) })]);
  await soon(() => expect(text()).toBe('1'));
});

test('the user owes nothing to themselves', async () => {
  const { call, report } = await mailbox();
  await call('settings.include', { list: 'ownPoints', values: ['tor@lab.test'], on: true });
  await report([pageContext({ people: [person(), tor] })]);
  await soon(() => expect(text()).toBe('1'));
});

test('answers that nobody has read stand before it, and it comes back when they are read', async () => {
  const { report } = await mailbox();
  await showUnread(5);
  await report([pageContext({ people: [tor] })]);
  await soon(() =>
    expect(held.session.get('tab:1')).toMatchObject({ frames: { 0: { owed: [expect.anything()] } } }),
  );
  expect(text()).toBe('5');
  await showUnread(0);
  expect(text()).toBe('1');
  await showUnread(120);
  expect(text()).toBe('99+');
});

test('it is taken back when the document goes, everything is hidden, or the site may no more be read', async () => {
  const { ask, report } = await mailbox();
  const open = async () => {
    await report([pageContext({ people: [tor] })]);
    await soon(() => expect(text()).toBe('1'));
  };
  await open();
  await ask('tab.forget', { generation: 1 }, SENDERS.overlay);
  expect(text()).toBe('');
  await open();
  // The page went without a word, and the browser took its number back: nothing puts it on the next one.
  Object.assign(shown, { tab: null, url: 'https://news.example/' });
  await showUnread(1);
  await showUnread(0);
  expect(text()).toBe('');
  shown.url = 'https://mail.example/inbox';
  await open();
  await ask('tab.hide', { minutes: 60 }, SENDERS.popup);
  expect(text()).toBe('');
  await ask('tab.hide', { minutes: 0 }, SENDERS.popup);
  expect(text()).toBe('1');
  const { contains } = browser.permissions;
  browser.permissions.contains = async () => false;
  await showUnread(1);
  await showUnread(0);
  expect(text()).toBe('');
  browser.permissions.contains = contains;
  await ask('sites.switch', { origin: 'https://mail.example', on: false }, SENDERS.workspace);
  expect(text()).toBe('');
});

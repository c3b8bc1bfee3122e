import { beforeEach, expect, test, vi } from 'vitest';
import { answerLookUp, lookUpAsked } from '@/entrypoints/background/asked';
import { API_VERSION } from '@/lib/api/message';
import type { TabView } from '@/lib/api/views';
import { newStore } from '../store/support';
import { browser, emptyBrowser, held } from './fake-browser';
import { asking, pageContext, person, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));

/** The tab in front of each window. */
const front = new Map<number, { id: number; url?: string }>();
const MAIL = 'https://mail.example/inbox';

beforeEach(() => {
  emptyBrowser();
  switchOnSite();
  front.clear();
  front.set(10, { id: 1, url: MAIL });
  browser.tabs.query = (async ({ windowId }: { windowId?: number }) =>
    windowId === undefined ? [] : [front.get(windowId)].filter(Boolean)) as never;
});

async function beside() {
  const { db, call } = await newStore();
  const { id } = await call('contacts.add', {
    draft: { name: 'Kim Arnesen', points: [{ kind: 'email', value: 'zq@lab.test' }] },
  });
  const { ask, send } = asking(db);
  const report = { contexts: [pageContext({ people: [person()] })], theme: 'light', claimed: true };
  await ask('tab.report', { ...report, generation: 1 }, SENDERS.overlay);
  const from = (place: unknown, op: string, input: unknown) =>
    send({ api: API_VERSION, op, input, commandId: crypto.randomUUID(), place }, SENDERS.panel);
  const view = async (place: unknown) => {
    const answer = await from(place, 'tab.view', { person: null });
    return answer.ok ? (answer.value as TabView) : answer.error.code;
  };
  return { db, id, from, view };
}

test('the side panel shows who is in the tab in front of its own window', async () => {
  const { view, id } = await beside();
  front.set(11, { id: 2, url: 'https://mail.example/other' });
  expect(await view({ window: 10, tab: 1 })).toMatchObject({ state: 'reading', tabId: 1, contact: { id } });
  expect(await view({ window: 11, tab: 2 })).toMatchObject({ state: 'nobody', tabId: 2, contact: null });
});

test('what speaks of a tab that is no longer in front is refused, and changes nothing', async () => {
  const { view, from, id } = await beside();
  front.set(10, { id: 3, url: 'https://mail.example/next' });
  expect(await view({ window: 10, tab: 1 })).toBe('moved');
  for (const [op, input] of [
    ['tab.identify', { person: 'x', contactId: id }],
    ['tab.log', { contactId: id }],
    ['tab.fold', { folded: true }],
    ['tab.insert', { text: 'Hello', draft: null, contactIds: [], templateId: null }],
  ] as const)
    expect(await from({ window: 10, tab: 1 }, op, input)).toMatchObject({
      ok: false,
      error: { code: 'moved' },
    });
});

test('a tab that went on to a page that is not switched on shows nobody', async () => {
  const { view } = await beside();
  // Neither the permission nor the address is there: the report of the page before says nothing of this one.
  front.set(10, { id: 1 });
  expect(await view({ window: 10, tab: 1 })).toMatchObject({ state: 'off', origin: null, people: [] });
  front.set(10, { id: 1, url: 'https://elsewhere.example/' });
  expect(await view({ window: 10, tab: 1 })).toMatchObject({ state: 'off', people: [] });
});

test('a place that is none is not one', async () => {
  const { view } = await beside();
  for (const place of [null, 'x', { window: '10', tab: 1 }, { window: 10 }, []])
    expect(await view(place)).toMatchObject({ state: 'off', tabId: null });
});

test('what is asked from the menu is told once, to the side panel of its window, and finds by address', async () => {
  const { from, id, db } = await beside();
  const asked = await lookUpAsked(db, { text: 'Kim <ZQ@lab.test>', link: null, page: MAIL });
  expect(asked).toMatchObject({ contactId: id, name: 'Kim', source: 'mail.example' });
  held.session.set('asked:10', { ...asked, at: Date.now() });
  expect(await from({ window: 11, tab: 1 }, 'tab.asked', {})).toEqual({ ok: true, value: null });
  expect(await from({ window: 10, tab: 1 }, 'tab.asked', {})).toEqual({ ok: true, value: asked });
  expect(await from({ window: 10, tab: 1 }, 'tab.asked', {})).toEqual({ ok: true, value: null });
  held.session.set('asked:10', { ...asked, at: Date.now() - 61_000 });
  expect(await from({ window: 10, tab: 1 }, 'tab.asked', {})).toEqual({ ok: true, value: null });
});

test('what nobody takes is forgotten, and what was asked since stays', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  try {
    const { db } = await beside();
    const asked = { link: null, page: null, windowId: 10, isPrivate: false };
    await answerLookUp(db, { ...asked, text: 'Kim' }, Promise.resolve(true));
    vi.advanceTimersByTime(15_000);
    await answerLookUp(db, { ...asked, text: 'Tor' }, Promise.resolve(true));
    await vi.advanceTimersByTimeAsync(6000);
    expect(held.session.get('asked:10')).toMatchObject({ text: 'Tor' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(held.session.has('asked:10')).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test('where no side panel opens the workspace is asked, of a private window without what was marked', async () => {
  const { db } = await beside();
  const asked = { text: 'Tor', link: null, page: null, windowId: 99 };
  const opened = vi.spyOn(browser.tabs, 'create');
  await answerLookUp(db, { ...asked, isPrivate: false }, Promise.resolve(false));
  await answerLookUp(db, { ...asked, isPrivate: true }, Promise.resolve(false));
  expect(opened.mock.calls).toEqual([
    [{ url: 'chrome-extension://sidelight/workspace.html#/contacts?text=Tor' }],
    [{ url: 'chrome-extension://sidelight/workspace.html#/contacts' }],
  ]);
});

test('a name alone is a question, words are searched for, and nobody is a form', async () => {
  const { id, db } = await beside();
  const ask = (text: string, link: string | null = null) => lookUpAsked(db, { text, link, page: null });
  expect(await ask('kim arnesen')).toMatchObject({ contactId: null, hits: [{ id }] });
  expect(await ask('arnesen')).toMatchObject({ contactId: null, hits: [{ id }] });
  expect(await ask('Tor', 'mailto:tor@lab.test')).toMatchObject({
    hits: [],
    point: { value: 'tor@lab.test' },
  });
  expect(await ask('  ')).toBeNull();
});

test('a site whose panel was taken to the side panel stays folded until it is unfolded in the page', async () => {
  const { from } = await beside();
  const folded = () => {
    const { sites } = held.local.get('public') as { sites: Record<string, { aside?: boolean }> };
    return sites['https://mail.example']?.aside ?? false;
  };
  await from({ window: 10, tab: 1 }, 'tab.aside', {});
  expect(folded()).toBe(true);
  await from({ window: 10, tab: 1 }, 'tab.fold', { folded: true });
  expect(folded()).toBe(true);
  await from({ window: 10, tab: 1 }, 'tab.fold', { folded: false });
  expect(folded()).toBe(false);
});

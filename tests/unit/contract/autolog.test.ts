import { beforeEach, expect, test, vi } from 'vitest';
import type { PageContext } from '@/lib/sites/page-context';
import { newStore, type Store } from '../store/support';
import { emptyBrowser, held } from './fake-browser';
import { asking, pageContext, person, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
});

const SITE = 'https://mail.example';
const OTHER = 'https://other.example';
const { overlay } = SENDERS;
const AT = Date.UTC(2026, 10, 20, 9, 30);

/** A store with the sender of every mail here among its contacts. */
async function storeWithSender() {
  const store = await newStore();
  const { id } = await store.call('contacts.add', {
    draft: { name: 'Zephyrine Quillon', points: [{ kind: 'email', value: 'zq@lab.test' }] },
  });
  const { ask } = asking(store.db);
  let generation = 0;
  /** Shows a mail in a tab, as its content script reports it. */
  const read = async (change: Partial<PageContext> = {}, sender = overlay) => {
    generation += 1;
    const contexts = [pageContext({ messageKey: 'INBOX/1', at: AT, direction: 'in', ...change })];
    const told = await ask('tab.report', { contexts, generation, theme: 'light', claimed: true }, sender);
    expect(told).toMatchObject({ ok: true });
  };
  return { ...store, id, ask, read };
}

const kept = ({ db }: Pick<Store, 'db'>) =>
  db.activities.toArray().then((rows) => rows.map(({ body }) => body));

test('nothing is logged by itself until its user says so, for a contact or for a site', async () => {
  const store = await storeWithSender();
  await store.read();
  expect(await kept(store)).toEqual([]);
  await store.call('settings.include', { list: 'autologOrigins', values: [SITE], on: true });
  // Of another site that is switched on too, nothing.
  const state = held.local.get('public') as { sites: Record<string, object> };
  held.local.set('public', { ...state, sites: { ...state.sites, [OTHER]: state.sites[SITE] } });
  await store.read({ messageKey: 'INBOX/2' }, { ...overlay, url: `${OTHER}/`, documentId: 'other' });
  expect(await kept(store)).toEqual([]);
  await store.read();
  expect(await kept(store)).toHaveLength(1);
  await store.call('settings.include', { list: 'autologOrigins', values: [SITE], on: false });
  await store.read({ messageKey: 'INBOX/3' });
  expect(await kept(store)).toHaveLength(1);
});

test('of a mail its day, its direction, its subject and its link are kept, once, and no word of its text', async () => {
  const store = await storeWithSender();
  await store.call('contacts.edit', { id: store.id, autolog: true });
  const permalink = `${SITE}/?_uid=1`;
  for (let reading = 0; reading < 3; reading += 1) await store.read({ subject: 'Price list', permalink });
  // What was written and sent is one more.
  const draft = pageContext({
    kind: 'compose',
    subject: 'Re: Price list',
    people: [person({ role: 'recipient' })],
    draft: { first: 'Our lowest price is eleven', sentences: [] },
  });
  expect(await store.ask('tab.sent', { context: draft }, overlay)).toMatchObject({ ok: true });
  const [sent, read] = (await kept(store)).sort((one, other) => other.at - one.at);
  expect(await kept(store)).toHaveLength(2);
  expect(read).toMatchObject({
    type: 'mail',
    at: AT,
    direction: 'in',
    subject: 'Price list',
    link: permalink,
    text: '',
  });
  expect(sent).toMatchObject({ type: 'mail', direction: 'out', subject: 'Re: Price list', text: '' });
  const all = JSON.stringify(await Promise.all(store.db.tables.map((table) => table.toArray())));
  expect(all).toContain('Price list');
  expect(all).not.toContain('eleven');
});

test('a panel that is folded or made wider on one site stays as it was on another', async () => {
  const { ask } = await storeWithSender();
  const state = held.local.get('public') as { sites: Record<string, object> };
  held.local.set('public', { ...state, sites: { ...state.sites, [OTHER]: state.sites[SITE] } });
  const elsewhere = { ...overlay, tabId: 2, url: `${OTHER}/`, documentId: 'other' };
  const stands = async (sender: typeof overlay) => {
    const told = await ask('tab.state', {}, sender);
    if (!told.ok) throw new Error(told.error.message);
    const { folded, width } = told.value as { folded: boolean; width: number };
    return [folded, width];
  };
  await ask('tab.width', { width: 420 }, overlay);
  await ask('tab.fold', { folded: true }, overlay);
  expect([await stands(overlay), await stands(elsewhere)]).toEqual([
    [true, 420],
    [false, 360],
  ]);
  await ask('tab.width', { width: 300 }, elsewhere);
  expect([await stands(overlay), await stands(elsewhere)]).toEqual([
    [true, 420],
    [false, 300],
  ]);
});

import { beforeEach, expect, test, vi } from 'vitest';
import type { TabView } from '@/lib/api/views';
import { newStore } from '../store/support';
import { browser, emptyBrowser } from './fake-browser';
import { asking, pageContext, person, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
  // The popup speaks of the tab in front.
  browser.tabs.query = (async () => [{ id: 1, url: SENDERS.overlay.url }]) as never;
});

const at = (name: string) => [{ kind: 'email' as const, value: `${name}@lab.test` }];

/** Two contacts and a stranger on one mail, whom the page calls otherwise than the user does. */
async function mail() {
  const { db, call } = await newStore();
  await call('contacts.add', { draft: { name: 'Wei (boss)', points: at('wei') } });
  await call('contacts.add', { draft: { name: 'Mum', points: at('mei') } });
  const { ask } = asking(db);
  const panel = { ...SENDERS.panel, tabId: 1, frameId: 3, documentId: 'panel' };
  const opened = (await ask('tab.panel', {}, SENDERS.overlay)) as { value: { url: string } };
  await ask('tab.hello', { token: opened.value.url.split('#')[1] }, panel);
  const people = [
    person({ name: 'Li Wei', contactPoints: at('wei') }),
    person({ name: 'Chen Mei', role: 'recipient', contactPoints: at('mei') }),
    person({ name: 'Zoe', role: 'recipient', contactPoints: at('zoe') }),
  ];
  const contexts = [pageContext({ people })];
  await ask(
    'tab.report',
    { contexts, generation: 1, loaded: 1000.5, theme: 'light', claimed: true },
    SENDERS.overlay,
  );
  return async (sender: typeof panel | typeof SENDERS.popup) => {
    const { value } = (await ask('tab.view', { person: null }, sender)) as { value: TabView };
    return value.people.map(({ name, contactName }) => [name, contactName]);
  };
}

test('contacts have the names that the user gave them, strangers the one of the page alone', async () => {
  const names = await mail();
  const expected = [
    ['Li Wei', 'Wei (boss)'],
    ['Chen Mei', 'Mum'],
    ['Zoe', null],
  ];
  expect(await names({ ...SENDERS.panel, tabId: 1, frameId: 3, documentId: 'panel' })).toEqual(expected);
  expect(await names(SENDERS.popup)).toEqual(expected);
});

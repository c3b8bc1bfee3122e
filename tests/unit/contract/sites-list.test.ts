import { beforeEach, expect, test, vi } from 'vitest';
import { newStore } from '../store/support';
import { emptyBrowser } from './fake-browser';
import { asking, pageContext, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
});

test('software that stands on any host is listed by its name, once one of its pages was read', async () => {
  const { db } = await newStore();
  const { ask } = asking(db);
  const listed = async () => {
    const answer = await ask('sites.list', {}, SENDERS.workspace);
    const all = answer.ok ? (answer.value as { origin: string; site: string }[]) : [];
    return all.find(({ origin }) => origin === 'https://mail.example')?.site;
  };
  expect(await listed()).toBe('generic');
  const told = { generation: 1, theme: 'light', claimed: true };
  await ask('tab.report', { ...told, contexts: [pageContext({ site: 'roundcube' })] }, SENDERS.overlay);
  expect(await listed()).toBe('roundcube');
  // What a page may call itself is no name of a site.
  await ask(
    'tab.report',
    { ...told, generation: 2, contexts: [pageContext({ site: 'bank' })] },
    SENDERS.overlay,
  );
  expect(await listed()).toBe('generic');
});

test('a page on which nothing is read counts once, however often the same is told of it', async () => {
  const { db } = await newStore();
  const { ask } = asking(db);
  let generation = 0;
  const tell = (site: string) => {
    generation += 1;
    const contexts = [pageContext({ site })];
    return ask('tab.report', { generation, theme: 'light', claimed: true, contexts }, SENDERS.overlay);
  };
  await tell('roundcube');
  await tell('generic');
  await tell('generic');
  const { siteReadings } = (await db.device.get('device')) ?? {};
  expect(siteReadings?.['https://mail.example']?.unread?.pages).toBe(1);
});

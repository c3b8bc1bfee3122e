import '../support/webextension.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { MAIL, startHostileSite } from '../support/hostile/site.ts';
import { panelOf, switchOnByForm } from '../support/product.ts';

// What is registered is tried in a browser where nothing else ever was.
test.use({ ownBrowser: true });

test('nothing of the extension runs in a page of a site that is off, before it is switched on and after', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const site = await startHostileSite();
  const workspace = await openPage('workspace.html#/settings');
  const reading = () =>
    workspace.evaluate(async () => ({
      scripts: (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
      origins: (await chrome.permissions.getAll()).origins,
      declared: chrome.runtime.getManifest().content_scripts ?? [],
    }));
  /** Worlds of the extension in a page, as the debugger sees them. */
  const worlds = async (tab: Page) => {
    const session = await tab.context().newCDPSession(tab);
    const found: string[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => found.push(context.origin));
    await session.send('Runtime.enable');
    await session.detach();
    return found.filter((origin) => origin.startsWith('chrome-extension:')).length;
  };
  const marks = (tab: Page) =>
    tab.evaluate(() => window.loot.changes.filter((text) => text.includes('sidelight')).length);

  expect(await reading()).toEqual({ scripts: [], origins: [], declared: [] });
  await page.goto(site.url + MAIL);
  expect([await worlds(page), await marks(page)]).toEqual([0, 0]);

  await switchOnByForm({ openPage, grantHost }, site.url);
  await panelOf(page);
  expect((await reading()).scripts).toEqual(['http://127.0.0.1/*']);
  expect(await worlds(page)).toBeGreaterThan(0);

  const settings = await openPage('workspace.html#/settings');
  await settings.getByRole('switch', { name: '127.0.0.1', exact: true }).click();
  await expect.poll(reading).toEqual({ scripts: [], origins: [], declared: [] });
  await expect(page.locator('[data-sidelight=panel]')).toHaveCount(0);
  // In a new tab: a frame that once had such a world keeps it, empty.
  const after = await context.newPage();
  await after.goto(site.url + MAIL);
  expect([await worlds(after), await marks(after)]).toEqual([0, 0]);
  await site.stop();
});

import '../support/webextension.ts';
import { expect, test } from '../support/hostile/fixtures.ts';
import { asking, OPEN, SECRETS, SEEN } from '../support/hostile/secrets.ts';

test.use({
  ownBrowser: true,
  viewport: { width: 1280, height: 800 },
  // The whole browser goes through the site as its proxy, so that nothing is asked for unseen, by worker or page.
  chromiumArgs: async ({ hostileSite }, use) => {
    await use([`--proxy-server=${new URL(hostileSite.url).host}`, '--proxy-bypass-list=<-loopback>']);
  },
});

/** Hosts that Chromium itself calls, whatever is installed in it. */
const BROWSERS_OWN =
  /^(https?:\/\/)?(accounts|clients\d*|android\.clients|update|content-autofill|safebrowsing|optimizationguide-pa|edgedl\.me|redirector)\.(google|googleapis|gvt1)\.com[:/]/;

test('a session of use asks the network for nothing, and leaves nothing private in the open', async ({
  attack: { page, panel },
  context,
  contactId,
  hostileSite,
  openPage,
  workspace,
}) => {
  const note = panel.getByRole('textbox', { name: 'Note' });
  await note.fill('Quillon wants samples');
  await note.press('Control+Enter');
  await expect(note).toHaveValue('');
  await panel.getByRole('button', { name: 'Log this mail' }).click();
  for (const place of ['today', 'contacts', `contacts/${contactId}`, 'companies', 'tags', 'settings']) {
    await workspace.goto(workspace.url().replace(/#.*|$/, `#/${place}`));
    await workspace.reload();
    await expect(workspace.getByRole('main')).toBeVisible();
  }
  await openPage('popup.html');
  await openPage('welcome.html');
  await openPage('practice.html');
  await asking(workspace)('contacts.find', { text: OPEN });

  // Only the attacker's page was ever asked for, and by nothing but the tab.
  const asked = new Set(
    hostileSite.asked.filter((url) => !BROWSERS_OWN.test(url)).map((url) => url.replace(/\?.*/, '')),
  );
  expect([...asked].sort()).toEqual([
    hostileSite.url,
    `${hostileSite.url}favicon.ico`,
    `${hostileSite.url}program/js/app.min.js`,
  ]);
  // The watch works: what the page asks for is seen. The worker may not even ask: the manifest's policy refuses it.
  const ask = (url: string) =>
    fetch(url).then(
      () => 'asked',
      () => 'refused',
    );
  await page.evaluate(ask, `${hostileSite.url}seen`);
  expect(hostileSite.asked).toContain(`${hostileSite.url}seen`);
  expect(await context.serviceWorkers()[0]?.evaluate(ask, 'http://telemetry.example/')).toBe('refused');
  expect(hostileSite.asked.filter((url) => url.includes('telemetry'))).toEqual([]);

  const open = await workspace.evaluate(async () => {
    const { runtime, storage } = chrome as typeof chrome & {
      storage: { sync?: typeof chrome.storage.local };
    };
    return JSON.stringify([runtime.id, await storage.local.get(), await storage.sync?.get()]);
  });
  expect(open).toContain(new URL(hostileSite.url).hostname);
  const words = [...SECRETS, 'samples', ...SEEN.flatMap(({ address, shown }) => [address, shown])];
  expect(words.filter((word) => open.includes(word))).toEqual([]);
  // The storage of the page, which a content script shares, holds nothing of ours.
  const ofPage = await page.evaluate(async () => [
    JSON.stringify({ ...localStorage, ...sessionStorage }),
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    document.cookie,
  ]);
  expect(ofPage).toEqual(['{}', 0, 0, '']);
});

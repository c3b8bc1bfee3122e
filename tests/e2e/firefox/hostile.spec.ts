import '../../support/webextension.ts';
import type { Page } from 'puppeteer-core';
import {
  compareHosts,
  findWords,
  forgeEvents,
  forgeMessages,
  frameAddress,
  knock,
  reachInside,
  readDocument,
  readLoot,
  selectEverything,
} from '../../support/hostile/attacks.ts';
import { chipped, expect, test } from '../../support/hostile/firefox-fixtures.ts';
import { askBackground, asking, NOTE, OPEN, SECRETS } from '../../support/hostile/secrets.ts';

const secretsIn = (text: string): string[] => SECRETS.filter((word) => text.includes(word));

test('reading, searching, selecting, measuring and spying gives the page nothing', async ({
  attack: { page, panel },
}) => {
  expect(await panel.evaluate(() => document.body.innerText)).toContain(NOTE);
  const read = await page.evaluate(readDocument);
  expect(read).toContain('Z. Q.');
  expect(read).toContain('data-sidelight="chip"');
  expect(secretsIn(read)).toEqual([]);
  expect(await page.evaluate(reachInside)).toEqual([]);
  expect(await page.evaluate(compareHosts, 'chip')).toEqual({ hosts: 2, differences: [] });
  await page.hover('[data-sidelight=chip]');
  expect(await page.evaluate(compareHosts, 'chip')).toEqual({ hosts: 2, differences: [] });
  expect(await page.evaluate(findWords, ['A bait', ...SECRETS])).toEqual(['A bait']);
  const selected = await page.evaluate(selectEverything);
  expect(selected).toContain('A bait');
  expect(secretsIn(selected)).toEqual([]);

  // The traps work: what the page does itself is caught.
  await page.evaluate(() => {
    document.createElement('div').attachShadow({ mode: 'closed' });
  });
  const loot = await page.evaluate(() => window.loot);
  expect(loot.calls).toEqual(['createElement("div")', 'attachShadow({"mode":"closed"})']);
  expect(loot.messages).toEqual([]);
  expect(loot.entries.length).toBeGreaterThan(0);
  const all = await page.evaluate(readLoot);
  expect(secretsIn(all)).toEqual([]);
  expect(`${read}${all}`).not.toMatch(/extension:/);
});

test('a policy of the page reports nothing of the panel', async ({ attack: { page }, hostileSite }) => {
  await page.goto(`${hostileSite.url}?_task=mail&_action=show&_mbox=INBOX&_uid=8&csp=1`);
  await chipped(page);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/own';
    document.body.append(frame);
  });
  await expect.poll(() => page.evaluate(() => window.loot.violations.join())).toContain('frame-src');
  expect(await page.evaluate(readLoot)).not.toMatch(/extension:/);
});

test('a note that is typed in the panel is not heard', async ({ attack: { page, panel }, workspace }) => {
  await page.type('#own', 'own');
  expect(await page.evaluate(() => window.loot.keys.splice(0).length)).toBeGreaterThan(0);
  await panel.click('textarea');
  await page.keyboard.type('owls');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await expect
    .poll(async () => JSON.stringify(await asking(workspace)('changes.list', {})))
    .toContain('owls');
  expect(await page.evaluate(() => window.loot.keys)).toEqual([]);
});

test('forged events and messages do nothing', async ({ attack: { page, panel }, workspace }) => {
  const state = () => workspace.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  const changes = async () => JSON.stringify(await asking(workspace)('changes.list', {}));
  const before = [await state(), await changes()];
  await page.evaluate(forgeEvents);
  expect(await page.evaluate(forgeMessages)).toEqual([]);
  // What comes after is answered after: had an event been taken for the user's, it would have been done by now.
  const shortcut = async () => {
    await page.keyboard.down('Alt');
    await page.keyboard.down('Shift');
    await page.keyboard.press('KeyS');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Alt');
  };
  await page.click('#own');
  await shortcut();
  await expect.poll(state).not.toBe(before[0]);
  await shortcut();
  await expect.poll(state).toBe(before[0]);
  expect(await changes()).toBe(before[1]);
  expect(await panel.evaluate(() => document.body.innerText)).toContain(OPEN);
});

/** The attacker's frame of an address, when the browser let it open there. */
async function framed(page: Page, url: string) {
  const before = new Set(page.frames());
  await page.evaluate(frameAddress, [url, 'own'] as [string, string]);
  return page.frames().find((frame) => !before.has(frame) && frame.url().startsWith('moz-extension:'));
}

test('knowing the address of the panel opens it, and shows nothing', async ({
  attack: { page },
  extensionUrl,
  workspace,
}) => {
  // Its host is random and was never told: the page is given it here as if it had been.
  for (const token of ['', `#${'0'.repeat(32)}`, '#__proto__']) {
    const frame = await framed(page, extensionUrl(`panel.html${token}`));
    if (!frame) throw new Error('Firefox did not open the frame.');
    await expect
      .poll(() => frame.evaluate(() => document.querySelectorAll('[role=alert]').length).catch(() => 0))
      .toBe(1);
    expect(secretsIn(await frame.evaluate(() => document.body.innerText))).toEqual([]);
    for (const op of ['contacts.find', 'tab.view', 'settings.get', 'contacts.add']) {
      const input = op === 'contacts.add' ? { draft: { name: 'Forged' } } : { text: '' };
      await expect(frame.evaluate(askBackground, [op, input] as [string, unknown])).rejects.toThrow(
        'not opened by Sidelight',
      );
    }
  }
  expect(await asking(workspace)('contacts.find', { text: 'Forged' })).toEqual([]);
  const own = new URL('own.js', page.url()).href;
  const files = [
    'workspace.html',
    'popup.html',
    'welcome.html',
    'practice.html',
    'manifest.json',
    'icon-128.png',
  ];
  for (const file of files.slice(0, 4)) expect(await framed(page, extensionUrl(file))).toBeUndefined();
  expect(await page.evaluate(knock, [own, ...files.map(extensionUrl)])).toEqual([own]);
});

test('where the browser cannot tell what lies over the panel, deleting opens the workspace instead', async ({
  attack: { page, panel },
  firefox,
  workspace,
}) => {
  expect(page.url()).toContain('_action=show');
  await panel.click('button[aria-label=More]');
  const item = await panel.waitForSelector('[role=menuitem] ::-p-text(Delete contact)');
  await item?.click();
  await expect.poll(() => workspace.evaluate(() => location.hash).catch(() => '')).toContain('#/contacts/');
  expect(JSON.stringify(await asking(workspace)('contacts.find', { text: OPEN }))).toContain(OPEN);
  expect(firefox.connected).toBe(true);
});

test.describe('with the site as proxy of the whole browser', () => {
  test.use({
    firefoxPrefs: async ({ hostileSite }, use) => {
      const { hostname, port } = new URL(hostileSite.url);
      await use({
        'network.proxy.type': 1,
        'network.proxy.http': hostname,
        'network.proxy.http_port': Number(port),
        'network.proxy.ssl': hostname,
        'network.proxy.ssl_port': Number(port),
        'network.proxy.allow_hijacking_localhost': true,
      });
    },
  });

  test('a session of use asks the network for nothing, and leaves nothing private in the open', async ({
    attack: { page, panel },
    hostileSite,
    workspace,
  }) => {
    await panel.type('textarea', 'Quillon wants samples');
    await expect
      .poll(async () =>
        JSON.stringify(await workspace.evaluate(askBackground, ['changes.list', {}] as [string, unknown])),
      )
      .toContain('Kestrel');
    await panel.evaluate(() => {
      [...document.querySelectorAll('button')]
        .find((button) => button.textContent?.includes('Log this mail'))
        ?.click();
    });
    await expect
      .poll(async () => JSON.stringify(await asking(workspace)('changes.list', {})))
      .toContain('activities.log');
    const mozillas = /\.(mozilla\.(org|com|net)|firefox\.com|mozgcp\.net)[:/]/;
    const asked = new Set(
      hostileSite.asked.filter((url) => !mozillas.test(url)).map((url) => url.replace(/\?.*/, '')),
    );
    expect([...asked].sort()).toEqual([
      hostileSite.url,
      `${hostileSite.url}favicon.ico`,
      `${hostileSite.url}program/js/app.min.js`,
    ]);
    // The watch works: what the page asks for is seen. A page of the extension may not even ask: the manifest's policy refuses it.
    const ask = (url: string) =>
      fetch(url).then(
        () => 'asked',
        () => 'refused',
      );
    await page.evaluate(ask, `${hostileSite.url}seen`);
    expect(hostileSite.asked).toContain(`${hostileSite.url}seen`);
    expect(await workspace.evaluate(ask, 'http://telemetry.example/')).toBe('refused');
    expect(hostileSite.asked.filter((url) => url.includes('telemetry'))).toEqual([]);
    const open = await workspace.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
    expect(open).toContain('127.0.0.1');
    expect(secretsIn(open)).toEqual([]);
    expect(page.isClosed()).toBe(false);
  });
});

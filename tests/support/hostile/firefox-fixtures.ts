import type { Frame, Page } from 'puppeteer-core';
import { test as base, expect } from '../firefox.ts';
import { keepSecrets, OPEN } from './secrets.ts';
import { type HostileSite, MAIL, startHostileSite } from './site.ts';

export { expect };

export type HostileFirefoxFixtures = {
  hostileSite: HostileSite;
  /** The workspace in a tab of its own; the store holds the secrets. */
  workspace: Page;
  /** The attacker's page with the panel beside it, which shows the contact, and its chips. */
  attack: { page: Page; panel: Frame };
};

/** The panel's frame, once it shows this text. Asked again and again: Firefox tells nothing of a frame in another process. */
async function panelWith(page: Page, text: string): Promise<Frame> {
  const panel = () => page.frames().find((one) => /^moz-extension:.*\/panel\.html/.test(one.url()));
  await expect
    .poll(
      () =>
        panel()
          ?.evaluate(() => document.body.innerText)
          .catch(() => ''),
      { timeout: 20_000 },
    )
    .toContain(text);
  return panel() as Frame;
}

/** Resolves when both contacts on the attacker's page have their chips. */
export async function chipped(page: Page): Promise<void> {
  const chips = () => page.evaluate(() => document.querySelectorAll('[data-sidelight=chip]').length);
  await expect.poll(chips, { timeout: 20_000 }).toBe(2);
}

/** A site of an attacker that the user has switched on, with contacts of the user's on it, in Firefox. */
export const test = base.extend<HostileFirefoxFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
  hostileSite: async ({}, use) => {
    const site = await startHostileSite();
    await use(site);
    await site.stop();
  },

  workspace: async ({ openPage, hostileSite }, use) => {
    const page = await openPage('workspace.html#/settings');
    const address = await page.waitForSelector('input[inputmode=url]');
    const { protocol, hostname } = new URL(hostileSite.url);
    await address?.type(`${protocol}//${hostname}`);
    await page.click('form:has(input[inputmode=url]) button[type=submit]');
    await expect
      .poll(() => page.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length))
      .toBe(1);
    await keepSecrets(page);
    await use(page);
  },

  attack: async ({ firefox, hostileSite, workspace }, use) => {
    expect(workspace).toBeTruthy();
    const page = await firefox.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(hostileSite.url + MAIL);
    const panel = await panelWith(page, OPEN);
    await chipped(page);
    await use({ page, panel });
  },
});

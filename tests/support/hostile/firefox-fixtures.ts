import type { Frame, Page } from 'puppeteer-core';
import { test as base, expect } from '../firefox.ts';
import { panelWith, switchOn } from '../firefox-product.ts';
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
    const page = await switchOn(openPage, hostileSite.url);
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

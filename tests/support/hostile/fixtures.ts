import type { Frame, Page } from '@playwright/test';
import { test as base, expect } from '../extension.ts';
import { panelOf, switchOn } from '../product.ts';
import { keepSecrets, OPEN } from './secrets.ts';
import { type HostileSite, MAIL, startHostileSite } from './site.ts';

export type HostileFixtures = {
  hostileSite: HostileSite;
  /** The workspace in a tab of its own; the store holds the secrets. */
  workspace: Page;
  /** Id of the contact with something open. */
  contactId: string;
  /** The attacker's page with the panel beside it, which shows the contact, and its chips. */
  attack: { page: Page; panel: Frame };
};

export { expect };

/** A site of an attacker that the user has switched on, with contacts of the user's on it. */
export const test = base.extend<HostileFixtures & { kept: { workspace: Page; contactId: string } }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
  hostileSite: async ({}, use) => {
    const site = await startHostileSite();
    await use(site);
    await site.stop();
  },

  kept: async ({ openPage, grantHost, hostileSite }, use) => {
    await switchOn({ openPage, grantHost }, hostileSite.url);
    const workspace = await openPage('workspace.html');
    await use({ workspace, contactId: await keepSecrets(workspace) });
  },
  workspace: async ({ kept }, use) => use(kept.workspace),
  contactId: async ({ kept }, use) => use(kept.contactId),

  attack: async ({ context, hostileSite, kept }, use) => {
    expect(kept.contactId).toBeTruthy();
    const page = await context.newPage();
    await page.goto(hostileSite.url + MAIL);
    const panel = await panelOf(page);
    await expect(panel.getByRole('heading', { name: OPEN })).toBeVisible();
    await expect(page.locator('[data-sidelight=chip]')).toHaveCount(2);
    await use({ page, panel });
  },
});

import type { Page } from '@playwright/test';

/**
 * Switches Sidelight on for the site of `url` on the open settings page of the workspace, by its form and in the
 * page's own language. The host permission must have been granted beforehand.
 */
export async function switchOnSite(settings: Page, url: string): Promise<void> {
  const { protocol, hostname } = new URL(url);
  const site = `${protocol}//${hostname}`;
  await settings.locator('.setting-add input[inputmode=url]').fill(site);
  await settings.locator('.setting-add button[type=submit]').first().click();
  await settings.getByRole('switch', { name: hostname, exact: true, checked: true }).waitFor();
}

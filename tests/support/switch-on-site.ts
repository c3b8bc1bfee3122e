import type { Page } from '@playwright/test';

/**
 * Switches Sidelight on for the site of `url` on the open settings page of the workspace, by its form and in the
 * page's own language. The host permission must have been granted beforehand.
 */
export async function switchOnSite(settings: Page, url: string): Promise<void> {
  const { protocol, hostname } = new URL(url);
  const site = `${protocol}//${hostname}`;
  const form = settings.locator('form', {
    has: settings.locator('input[placeholder="https://mail.example"]'),
  });
  await form.locator('input').fill(site);
  await form.locator('button[type=submit]').click();
  await settings.getByRole('switch', { name: hostname, exact: true, checked: true }).waitFor();
}

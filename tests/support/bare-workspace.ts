import type { Page } from '@playwright/test';

/**
 * The workspace's address with nothing of it loaded: a page that may ask of the background what the workspace may, at a third of its
 * price. For what a test prepares or looks up; what a user does is done in the workspace itself.
 */
export const BARE_WORKSPACE = 'workspace.html?bare';

/** Opens that address in a new tab; what is opened there later is loaded as ever. */
export async function openBare(page: Page, url: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // An extension's address has no origin to name here: that is "null".
  const folder = new URL('.', url).href;
  await session.send('Network.setBlockedURLs', { urls: [`${folder}chunks/*`, `${folder}assets/*`] });
  await page.goto(url);
  await session.detach();
  if ((await page.locator('#app > *').count()) > 0) throw new Error('The workspace was loaded after all.');
}

import { errors, type Frame, type Page } from '@playwright/test';

const isPanel = (frame: Frame) => frame.url().includes('/panel.html');

/**
 * Who the panel beside a mail shows; null when it does not come to show the sender. Whoever used the profile before may have hidden
 * Sidelight, kept the sender under another name or merged them into somebody.
 * @param patience milliseconds
 */
export async function shownBeside(page: Page, sender: string, patience: number): Promise<string | null> {
  try {
    // Its frame hides behind a closed root, which only the list of frames looks into.
    const panel =
      page.frames().find(isPanel) ??
      (await page.waitForEvent('framenavigated', { predicate: isPanel, timeout: patience }));
    // It showed the list before it shows who wrote.
    await panel.locator('h1', { hasText: sender }).waitFor({ timeout: patience });
    return sender;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return null;
    throw error;
  }
}

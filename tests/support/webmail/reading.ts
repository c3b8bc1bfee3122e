import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { SeedMail, Webmail } from './index.ts';

/** How one reads mails in Roundcube, in its elastic skin. */

/** The row of the newest listed mail with this person. */
export const rowOf = (page: Page, address: string): Locator =>
  page.locator(`#messagelist tr.message:has(.fromto [title="${address}"])`).first();

/** The document of the mail in the preview pane. */
export const previewFrame = (page: Page): FrameLocator => page.frameLocator('#messagecontframe');

/** Opens the newest listed mail with this person in the preview pane. */
export async function preview(page: Page, address: string): Promise<void> {
  await rowOf(page, address).click();
}

/** Opens the newest listed mail with this person on a page of its own. */
export async function openByDoubleClick(page: Page, address: string): Promise<void> {
  await rowOf(page, address).dblclick();
  await page.waitForURL(/_action=show/);
}

/** Roundcube's number of a seeded mail: the mails of a folder were numbered from the oldest on. */
export function numberOf(webmail: Webmail, mail: SeedMail): number {
  const older = webmail.mails.filter(({ folder, at }) => folder === mail.folder && at < mail.at);
  return older.length + 1;
}

/** Address of a seeded mail on a page of its own. */
export const addressOf = (webmail: Webmail, mail: SeedMail): string =>
  `${webmail.url}?_task=mail&_mbox=${mail.folder}&_uid=${numberOf(webmail, mail)}&_action=show`;

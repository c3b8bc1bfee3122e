import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, FrameLocator, Page } from '@playwright/test';
import { BARE_WORKSPACE } from './bare-workspace.ts';
import { type ExtensionFixtures, expect } from './extension.ts';
import { asking } from './hostile/secrets.ts';
import { switchOnSite } from './switch-on-site.ts';

/** What a user does with the product, in one place for all tests. */

/** A site is scheme and host. */
function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}`;
}

/** Switches a site on as a user does: on the settings page, granting the browser's question. */
export async function switchOnByForm(
  { openPage, grantHost }: Pick<ExtensionFixtures, 'openPage' | 'grantHost'>,
  url: string,
): Promise<void> {
  await grantHost(siteOf(url));
  const page = await openPage('workspace.html#/settings');
  await switchOnSite(page, url);
  await page.close();
}

/**
 * Switches a site on without its form, by what that sends.
 * @param then what else is prepared in the bare page that sends it, before it is closed
 */
export async function switchOn(
  { openPage, grantHost }: Pick<ExtensionFixtures, 'openPage' | 'grantHost'>,
  url: string,
  then?: (workspace: Page) => Promise<void>,
): Promise<void> {
  const origin = siteOf(url);
  await grantHost(origin);
  const page = await openPage(BARE_WORKSPACE);
  // What the browser's own page grants is the extension's once it asks.
  await page.evaluate((wanted) => chrome.permissions.request({ origins: [`${wanted}/*`] }), origin);
  await asking(page)('sites.switch', { origin, on: true });
  await then?.(page);
  await page.close();
}

/** Whether the panel is loaded in a frame. */
export const isPanel = (frame: Frame): boolean => /^chrome-extension:.*\/panel\.html/.test(frame.url());

/** The panel's frame in a page, the youngest if one that was taken out is still listed; waits until it is there. */
export async function panelOf(page: Page): Promise<Frame> {
  const event = page.waitForEvent('framenavigated', { predicate: isPanel, timeout: 15_000 });
  const found = page.frames().filter(isPanel).at(-1);
  if (!found) return event;
  event.catch(() => undefined);
  return found;
}

/** Whom the panel shows: its heading, once it is this name. */
export async function shows(panel: Frame, name: string): Promise<void> {
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
}

/** The popup as it stands over a tab: it speaks of the tab that is in front, not of its own. */
export async function popupOver(page: Page, openPage: ExtensionFixtures['openPage']): Promise<Page> {
  const popup = await openPage('popup.html');
  await page.bringToFront();
  await popup.reload();
  return popup;
}

/** Adds the stranger whom the panel shows; resolves when they are a contact. */
export async function addContact(panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'Add contact' }).click();
  await expect(panel.getByRole('textbox', { name: 'Note', exact: true })).toBeVisible();
}

/** Writes a note with the keyboard and waits until it is saved. */
export async function writeNote(panel: Frame, text: string): Promise<void> {
  const box = panel.getByRole('textbox', { name: 'Note', exact: true });
  await box.fill(text);
  await box.press('Control+Enter');
  await expect(box).toHaveValue('');
  await expect(panel.getByRole('region', { name: 'Notes' }).getByText(text)).toBeVisible();
}

/** Adds a tag by its path, such as `Region / Norway`, with the keyboard. */
export async function addTag(panel: Frame, path: string): Promise<void> {
  await panel.getByRole('button', { name: 'Add tag' }).click();
  const field = panel.getByRole('combobox', { name: 'Tag' });
  await field.fill(path);
  await expect(panel.getByRole('option', { name: `Create “${path}”` })).toBeVisible();
  await field.press('Enter');
  const name = path.split(' / ').at(-1) ?? path;
  await expect(panel.getByRole('button', { name: `Remove tag ${name}` })).toBeVisible();
}

/** Adds a task with its date in words; `due` is how the panel says the date that it found. */
export async function addTask(panel: Frame, words: string, due: string | RegExp): Promise<void> {
  await panel.getByRole('button', { name: 'Add task' }).click();
  const form = panel.getByRole('form', { name: 'Add task' });
  await form.getByRole('textbox', { name: 'Task' }).fill(words);
  await expect(form.getByText(due)).toBeVisible();
  await form.getByRole('textbox', { name: 'Task' }).press('Enter');
  await expect(form).toBeHidden();
}

/** Notes down a promise of the user's with its date in words. */
export async function addPromise(panel: Frame, words: string, due: string | RegExp): Promise<void> {
  await panel.getByRole('button', { name: /^Log( something else)?$/ }).click();
  await panel.getByRole('menuitem', { name: 'Promise' }).click();
  const form = panel.getByRole('form', { name: 'Promise' });
  await form.getByRole('textbox', { name: 'Promised' }).fill(words);
  await expect(form.getByText(due)).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

/** Folds out everything that the panel knows of the contact. */
export async function unfold(panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'All', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Less', exact: true })).toBeVisible();
}

/** Marks of the overlay in a document; the page sees their places and nothing of what they say. */
export const chipsIn = (place: Page | Frame | FrameLocator) => place.locator('[data-sidelight=chip]');
export const dotsIn = (place: Page | Frame | FrameLocator) => place.locator('[data-sidelight=dot]');

/** Drops a file on a page of the extension, as the pointer does that carries it. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const carried = { name: path.basename(file), bytes: readFileSync(file).toString('base64') };
  await page.evaluate(({ name, bytes }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, carried);
}

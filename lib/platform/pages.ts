import { browser } from 'wxt/browser';

/** The extension's own pages, and tabs. */
export type Page = 'panel' | 'popup' | 'workspace' | 'welcome' | 'practice';

export function pageUrl(page: Page, hash = ''): string {
  return browser.runtime.getURL(`/${page}.html` as never) + hash;
}

/** Opens a page of the extension, or shows the tab that has it already. */
export async function openPage(page: Page, hash = ''): Promise<void> {
  const url = pageUrl(page);
  const open = await browser.tabs.query({});
  const tab = open.find((candidate) => candidate.url?.startsWith(url));
  if (tab?.id !== undefined && tab.windowId !== undefined) {
    await browser.tabs.update(tab.id, { active: true, ...(hash ? { url: url + hash } : {}) });
    await browser.windows.update(tab.windowId, { focused: true });
  } else {
    await browser.tabs.create({ url: url + hash });
  }
}

/** The tab that the user looks at, or null. Its address is known only for permitted sites and after a click on the toolbar. */
export async function activeTab(): Promise<{ id: number; url: string | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Address of what a tab shows, known as for `activeTab`. */
export async function urlOfTab(tabId: number): Promise<string | null> {
  return (await browser.tabs.get(tabId)).url ?? null;
}

/** The tab in front in a window, or null. Its address is known as for `activeTab`. */
export async function frontTab(windowId: number): Promise<{ id: number; url: string | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Languages that the browser prefers, best first. */
export function browserLanguages(): string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

/** By what the background tells its own pages from the rest of the world. */
export function extensionIdentity(): { id: string; origin: string } {
  return { id: browser.runtime.id, origin: browser.runtime.getURL('' as never).replace(/\/$/, '') };
}

import { browser } from 'wxt/browser';

const COLOR = '#bf7410';

const textOf = (count: number): string => (count === 0 ? '' : count > 99 ? '99+' : String(count));

/** The number on the toolbar icon; none for 0. */
export async function setBadge(count: number): Promise<void> {
  const text = textOf(count);
  await browser.action.setBadgeText({ text });
  if (text) await browser.action.setBadgeBackgroundColor({ color: COLOR });
}

/** The number for one tab, which the browser forgets with its page; for 0 the one of all tabs stands there. */
export async function setTabBadge(tabId: number, count: number): Promise<void> {
  // Null gives the tab's own text up; an empty one would hide that of all tabs.
  const text = textOf(count) || null;
  await browser.action.setBadgeText({ tabId, text } as never);
  if (text) await browser.action.setBadgeBackgroundColor({ tabId, color: COLOR });
}

import { browser } from 'wxt/browser';

const COLOR = '#bf7410';

/** The number on the toolbar icon; none for 0. */
export async function setBadge(count: number): Promise<void> {
  const text = count === 0 ? '' : count > 99 ? '99+' : String(count);
  await browser.action.setBadgeText({ text });
  if (text) await browser.action.setBadgeBackgroundColor({ color: COLOR });
}

import { browser } from 'wxt/browser';
import { patternOf } from './sites';

/** Whether a tab of a permitted site is open. */
export async function hasTab(site: string): Promise<boolean> {
  return (await browser.tabs.query({ url: patternOf(site) })).length > 0;
}

/** Shows a tab of a permitted site, or opens one. */
export async function showSite(site: string): Promise<void> {
  const [tab] = await browser.tabs.query({ url: patternOf(site) });
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: `${site}/` });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

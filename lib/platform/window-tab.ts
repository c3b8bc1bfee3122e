import { browser } from './native';

/** A tab that was in front in a window when a view was drawn. */
export interface Place {
  window: number;
  tab: number;
}

/**
 * For the side panel: tells which tab is in front in its own window, now and whenever that changes. Needs no permission, and
 * tells no address.
 */
export async function followWindow(listener: (place: Place) => void): Promise<void> {
  const { id: window } = await browser.windows.getCurrent();
  if (window === undefined) return;
  let last: number | null = null;
  const show = (tab: number | undefined) => {
    if (tab === undefined || tab === last) return;
    last = tab;
    listener({ window, tab });
  };
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => windowId === window && show(tabId));
  const [tab] = await browser.tabs.query({ active: true, windowId: window });
  if (last === null) show(tab?.id);
}

/** Whether this page of the extension stands in a tab; the browser's side panel does not. */
export async function standsInTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}

/** Calls back when another page comes into a tab. Returns the way to stop. */
export function onPageOf(tab: number, listener: () => void): () => void {
  const onUpdated = (tabId: number, { status }: { status?: string }) => {
    if (tabId === tab && status) listener();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => browser.tabs.onUpdated.removeListener(onUpdated);
}

import { browser } from 'wxt/browser';

const KEY = 'wake';

/** What changed: rows of the store, or only what a tab shows. */
export type Woken = 'store' | 'tab';

/** Wakes every view: something in the store or in a tab changed. Carries no data. */
export async function wake(what: Woken = 'store'): Promise<void> {
  await browser.storage.session.set({ [KEY]: `${what} ${crypto.randomUUID()}` });
}

/** Calls back when rows of the store changed, whichever page changed them. For the background: it has no document. */
export function onStored(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && String(changes[KEY]?.newValue ?? '').startsWith('store ')) listener();
  });
}

/** Calls back when somebody woke the views, and when this page is shown or focused again. Returns the way to stop. */
export function onWake(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && KEY in changes) listener();
  };
  const onShown = () => {
    if (document.visibilityState === 'visible') listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  document.addEventListener('visibilitychange', onShown);
  window.addEventListener('focus', listener);
  return () => {
    browser.storage.onChanged.removeListener(onChanged);
    document.removeEventListener('visibilitychange', onShown);
    window.removeEventListener('focus', listener);
  };
}

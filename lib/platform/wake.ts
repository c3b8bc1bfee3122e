import { browser } from './native';

const KEY = 'wake';

/** Firefox gives a page of the extension that a web page frames no session storage: there the signal goes by the local one. */
const AREA = import.meta.env.FIREFOX ? 'local' : 'session';

/** What changed: rows of the store, or only what a tab shows. */
export type Woken = 'store' | 'tab';

/** The item that wakes every view when it is written to the session storage, beside what it speaks of. Carries no data. */
export function wakeItem(what: Woken): Record<string, string> {
  return { [KEY]: `${what} ${crypto.randomUUID()}` };
}

/** Wakes every view: something in the store or in a tab changed. */
export async function wake(what: Woken = 'store'): Promise<void> {
  await browser.storage.session.set(wakeItem(what));
}

/** For the background of Firefox: repeats each signal where a framed page can hear it. Elsewhere nothing has to be repeated. */
export function repeatWakes(): void {
  if (AREA === 'session') return;
  browser.storage.onChanged.addListener((changes, area) => {
    const value = area === 'session' ? changes[KEY]?.newValue : undefined;
    if (value !== undefined) void browser.storage[AREA].set({ [KEY]: value });
  });
}

const isOf = (what: Woken, value: unknown) => String(value ?? '').startsWith(`${what} `);

/** Calls back when rows of the store changed, whichever page changed them. For the background: it has no document. */
export function onStored(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === AREA && isOf('store', changes[KEY]?.newValue)) listener();
  });
}

/**
 * Calls back when somebody woke the views, and when this page is shown or focused again: a hidden page hears nothing, and
 * asks once when it is shown. Returns the way to stop.
 * @param only what the view speaks of; both when left out
 */
export function onWake(listener: () => void, only?: Woken): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const value = area === AREA ? changes[KEY]?.newValue : undefined;
    if (value === undefined || document.visibilityState === 'hidden') return;
    if (only === undefined || isOf(only, value)) listener();
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

/** `onWake` for pages that show the store and no tab: what is read in a mail does not concern them. */
export function onStoreWake(listener: () => void): () => void {
  return onWake(listener, 'store');
}

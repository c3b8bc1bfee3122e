import { browser } from 'wxt/browser';

/**
 * State that lives as long as the browser runs and that content scripts cannot read: tokens, page contexts. The worker keeps
 * nothing in memory: it may die at any await.
 */
export async function readSession<T>(key: string): Promise<T | null> {
  const found = await browser.storage.session.get(key);
  return (found[key] as T | undefined) ?? null;
}

export async function writeSession(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

export async function removeSession(...keys: string[]): Promise<void> {
  await browser.storage.session.remove(keys);
}

/** Reads, changes and writes one item with nobody in between. `change` answers the new value, or null to remove it. */
export async function updateSession<T>(
  key: string,
  change: (value: T | null) => T | null,
): Promise<T | null> {
  return navigator.locks.request(`session:${key}`, async () => {
    const after = change(await readSession<T>(key));
    await (after === null ? removeSession(key) : writeSession(key, after));
    return after;
  });
}

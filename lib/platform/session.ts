import { browser } from 'wxt/browser';

/**
 * State that lives as long as the browser runs and that content scripts cannot read: tokens, page contexts. The worker keeps
 * nothing in memory: it may die at any await.
 */
export async function readSession<T>(key: string): Promise<T | null> {
  const found = await browser.storage.session.get(key);
  return (found[key] as T | undefined) ?? null;
}

/** All items whose key begins so. */
export async function readPrefixed<T>(prefix: string): Promise<Record<string, T>> {
  const all = Object.entries((await browser.storage.session.get(null)) as Record<string, T>);
  return Object.fromEntries(all.filter(([key]) => key.startsWith(prefix)));
}

export async function writeSession(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

export async function removeSession(...keys: string[]): Promise<void> {
  await browser.storage.session.remove(keys);
}

/** The last work under way of each kind: the background is one context, and what it waits for dies with it. */
const queues = new Map<string, Promise<unknown>>();

/** Does works of one key one after the other, in the order in which they were asked for. One that fails holds up none. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (queues.get(key) ?? Promise.resolve()).then(work, work);
  queues.set(key, mine);
  try {
    return await mine;
  } finally {
    if (queues.get(key) === mine) queues.delete(key);
  }
}

/**
 * Reads, changes and writes one item with nobody in between.
 * @param change answers the new value, the old one itself to leave it, or null to remove it
 * @param also items written together with a new value
 */
export function updateSession<T>(
  key: string,
  change: (value: T | null) => T | null,
  also: Record<string, unknown> = {},
): Promise<T | null> {
  return inTurn(key, async () => {
    const before = await readSession<T>(key);
    const after = change(before);
    if (after === before) return after;
    await (after === null ? removeSession(key) : browser.storage.session.set({ [key]: after, ...also }));
    return after;
  });
}

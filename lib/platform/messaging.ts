import type { Browser } from 'wxt/browser';
import { browser } from './native';

/** Who sent a message, as the browser tells it. */
export interface Sender {
  id: string | null;
  url: string | null;
  tabId: number | null;
  windowId?: number | null;
  frameId: number | null;
  documentId: string | null;
  /** In a private window, to which the user let the extension. */
  isPrivate?: boolean;
}

/** Sends a message to the background. Rejects when nobody answers: the worker died, or this page is an orphan. */
export function send(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** False in a content script whose extension was updated or removed under it: nothing can be sent any more. */
export function isConnected(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Listens to messages. One listener a context: an `async` one would answer messages that are not its own.
 * `handle` returns null for a message that it leaves alone.
 */
export function listen(handle: (message: unknown, sender: Sender) => Promise<unknown> | null): void {
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ) => {
    const answer = handle(message, {
      id: sender.id ?? null,
      url: sender.url ?? null,
      tabId: sender.tab?.id ?? null,
      windowId: sender.tab?.windowId ?? null,
      frameId: sender.frameId ?? null,
      documentId: sender.documentId ?? null,
      isPrivate: sender.tab?.incognito ?? false,
    });
    if (!answer) return undefined;
    answer.then(respond);
    return true;
  }) as never);
}

/** Tells the content scripts of a tab something. A tab without one is no error. */
export async function tell(tabId: number, message: unknown): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, message);
  } catch {
    // Nobody listens there: the site is off, or the page is gone.
  }
}

/** Asks the content script of one document of a tab; null when nobody answers. */
export async function askFrame(tabId: number, frameId: number, message: unknown): Promise<unknown> {
  try {
    return ((await browser.tabs.sendMessage(tabId, message, { frameId })) as unknown) ?? null;
  } catch {
    return null;
  }
}

/** Tells the content scripts of every tab that is in front in its window. */
export async function tellShownTabs(message: unknown): Promise<void> {
  const tabs = await browser.tabs.query({ active: true });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : tell(tab.id, message))));
}

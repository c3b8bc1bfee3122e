import type { Caller } from '@/lib/api/contract';
import type { Sender } from '@/lib/platform/messaging';

const PAGES: Record<string, Caller> = {
  '/panel.html': 'panel',
  '/popup.html': 'popup',
  '/workspace.html': 'workspace',
  '/welcome.html': 'workspace',
  '/practice.html': 'workspace',
};

/**
 * The class of a caller, told from the address of its document. A page of the extension that stands in a web page's frame counts
 * only if it is the panel. Null refuses.
 */
export function callerOf(sender: Sender, extension: { id: string; origin: string }): Caller | null {
  if (sender.id !== extension.id || !sender.url || !URL.canParse(sender.url)) return null;
  const { protocol, origin, pathname } = new URL(sender.url);
  if (protocol === 'https:' || protocol === 'http:') return sender.tabId === null ? null : 'overlay';
  if (origin === extension.origin || `${protocol}//${new URL(sender.url).host}` === extension.origin) {
    const caller = PAGES[pathname] ?? null;
    if (caller !== 'panel' && sender.tabId !== null && sender.frameId !== 0) return null;
    return caller;
  }
  return null;
}

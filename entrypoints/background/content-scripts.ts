import type { Caller } from '@/lib/api/contract';
import type { Sender } from '@/lib/platform/messaging';
import { updateSession } from '@/lib/platform/session';
import { readPublic, siteOf } from '@/lib/platform/sites';

/**
 * Which of our scripts a web page's document speaks for when it asks for an operation with these callers. Both look alike to the
 * browser: what the user switched on for the site decides. A site that only hands over answers may ask nothing about people, and one
 * without surveys may hand over none.
 */
export async function scriptsOf(sender: Sender): Promise<(callers: readonly Caller[]) => Caller> {
  const { sites } = await readPublic();
  const setting = sites[siteOf(sender.url ?? '') ?? ''];
  return (callers) => {
    if (!setting?.bridge) return 'overlay';
    return setting.on && callers.includes('overlay') ? 'overlay' : 'bridge';
  };
}

/** Answers that a tab may hand over in a minute: an outbox that was filled offline comes in a few. */
const MOST = 40;
const MINUTE = 60_000;

interface Window {
  at: number;
  count: number;
}

/** Counts what a tab hands over, and tells when it is too much. */
export async function isTooMany({ tabId }: Sender, now = Date.now()): Promise<boolean> {
  const after = await updateSession<Window>(`bridge:${tabId}`, (before) =>
    before && now - before.at < MINUTE ? { ...before, count: before.count + 1 } : { at: now, count: 1 },
  );
  return (after?.count ?? 0) > MOST;
}

import type { Client } from '@/lib/api/client';

/** After the first page is drawn, and then as often while the workspace stands open over midnight. */
const FIRST = 3000;
const AGAIN = 30 * 60_000;

/** So long after the last change: a weight or a rate may have been set, or a file have come. */
const AFTER_CHANGE = 5000;

/**
 * Has counted once a day what all contacts must be seen for at once. What was counted today is counted again only where
 * something was set or came that makes it another.
 */
export function countDaily(client: Pick<Client, 'call'>, onWake: (listener: () => void) => void): void {
  const count = () => {
    if (document.visibilityState === 'visible') {
      void client.call('figures.refresh', { again: false }).catch(() => undefined);
    }
  };
  setTimeout(count, FIRST);
  setInterval(count, AGAIN);
  document.addEventListener('visibilitychange', count);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  onWake(() => {
    clearTimeout(waiting);
    waiting = setTimeout(count, AFTER_CHANGE);
  });
}

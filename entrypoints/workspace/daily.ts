import type { Client } from '@/lib/api/client';

/** After the first page is drawn, and then as often while the workspace stands open over midnight. */
const FIRST = 3000;
const AGAIN = 30 * 60_000;

/** Has the worker count once a day what all contacts must be seen for at once. What was counted today is not counted again. */
export function countDaily(worker: Pick<Client, 'call'>): void {
  const count = () => {
    if (document.visibilityState === 'visible') {
      void worker.call('figures.refresh', { again: false }).catch(() => undefined);
    }
  };
  setTimeout(count, FIRST);
  setInterval(count, AGAIN);
  document.addEventListener('visibilitychange', count);
}

import { ask } from '@/lib/api/remote';
import { send } from '@/lib/platform/messaging';
import { LONGEST_SEALED, parseSealed } from '@/lib/surveys/answer';

/** Answers that one page may hand over at once, and after how long it may hand over one more. */
const MOST = 20;
const PAUSE = 3000;

/**
 * Hands sealed answers of the page's survey widget to the store, and tells the widget when one is kept. Any script of the page can
 * do what the widget does, and learns no more by it: what was sealed is sealed, and `taken` says only that it may be forgotten.
 */
export function startBridge(signal: AbortSignal): void {
  let [free, since] = [MOST, performance.now()];
  const isTooMany = (): boolean => {
    const now = performance.now();
    const back = Math.floor((now - since) / PAUSE);
    free = Math.min(MOST, free + back);
    since += back * PAUSE;
    if (free === 0) return true;
    free -= 1;
    return false;
  };
  const onSealed = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail !== 'string' || detail.length > LONGEST_SEALED) return;
    const sealed = parseSealed(detail);
    if (!sealed || isTooMany()) return;
    void ask(send, 'responses.take', { sealed: detail, via: 'bridge' }).then(
      () => document.dispatchEvent(new CustomEvent('sidelight:taken', { detail: sealed.rid })),
      // Not kept: the widget tries again, and has the hub to try.
      () => undefined,
    );
  };
  document.addEventListener('sidelight:sealed', onSealed, { signal });
}

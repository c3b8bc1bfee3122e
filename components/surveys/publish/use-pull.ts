import { useEffect } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';

/** Seconds for which the hub keeps its answer back when there is nothing yet. */
const WAIT_S = 20;
/** After a failure it is not asked again at once; the alarm in the background asks too. */
const REST_MS = 10_000;

/** Fetches answers from the hub as they come in, as long as the component stands and its page is in sight. */
export function usePull(on: boolean): void {
  const { client } = useDesk();
  useEffect(() => {
    if (!on) return;
    const stop = new AbortController();
    const pull = async () => {
      while (!stop.signal.aborted) {
        if (document.visibilityState === 'hidden') await shown(stop.signal);
        const asked = Date.now();
        const failed = await client.call('hub.pull', { wait: WAIT_S }).then(
          () => false,
          () => true,
        );
        // A hub that does not wait is not asked in a circle.
        const rest = failed ? REST_MS : Date.now() - asked < 1000 ? 1000 : 0;
        if (rest > 0) await pause(rest, stop.signal);
      }
    };
    void pull();
    return () => stop.abort();
  }, [client, on]);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Resolves when the page is in sight. */
function shown(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== 'hidden' || signal.aborted) resolve();
    };
    document.addEventListener('visibilitychange', look, { signal });
    signal.addEventListener('abort', () => resolve());
    look();
  });
}

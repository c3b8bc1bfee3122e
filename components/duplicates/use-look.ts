import { useEffect } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { look } from './look';

/** Changes come in bunches: it is looked once they are over. */
const QUIET = 1500;
/** The first page is drawn, and what it asks is answered, before anything is looked through. */
const AT_FIRST = 5000;

/** Keeps the list of duplicates up to date while the workspace is open: some time after it was opened, and after each change. */
export function useLook(): void {
  const { client } = useDesk();
  useEffect(() => {
    let timer = 0;
    const later = (wait: number) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void look(client), wait);
    };
    const begun = performance.now();
    later(AT_FIRST);
    const stop = client.onWake(() => later(Math.max(QUIET, AT_FIRST - (performance.now() - begun))));
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [client]);
}

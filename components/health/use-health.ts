import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import type { HealthReport } from '@/lib/api/health-views';

/** Changes come in bunches: it is looked once they are over. */
const QUIET = 700;

/** What was counted last, at once, and what is counted now as soon as it is there; looked again after each change. */
export function useHealth() {
  const { client } = useDesk();
  const kept = useQuery('health.kept', {});
  const [report, setReport] = useState<HealthReport | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    let turn = 0;
    let timer = 0;
    const look = async () => {
      turn += 1;
      const own = turn;
      const isLast = () => own === turn;
      try {
        const onProgress = (done: number, total: number) => isLast() && setProgress({ done, total });
        const found = await client.call('health.look', {}, { onProgress });
        if (!isLast()) return;
        setReport(found);
        setError(null);
      } catch (failure) {
        if (isLast()) setError(failure);
      }
      if (isLast()) setProgress(null);
    };
    void look();
    const stop = client.onWake(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void look(), QUIET);
    });
    return () => {
      turn = Number.POSITIVE_INFINITY;
      window.clearTimeout(timer);
      stop();
    };
  }, [client]);

  return { report: report ?? kept.value, progress, error };
}

import { useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureCode, failureWords } from '@/components/contacts/failure';
import { undo } from '@/components/history/undo';
import { toast } from '@/components/ui/toast';
import type { Input } from '@/lib/api/client';
import { t } from '@/lib/i18n';

type Rows = Input<'imports.commit'>['rows'];

interface Importing {
  /** How far the work is; null while none is under way. */
  progress: { done: number; total: number } | null;
  error: string | null;
  /** Writes the rows; answers whether they are in. */
  commit(name: string, rows: Rows): Promise<boolean>;
  /** Stops the work and takes back what it did. */
  cancel(): void;
}

/** Writes the rows of a file as one batch, with progress, a way to stop, and Undo of the whole. */
export function useImport(): Importing {
  const { client, refresh } = useDesk();
  const [progress, setProgress] = useState<Importing['progress']>(null);
  const [error, setError] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);

  const commit = async (name: string, rows: Rows) => {
    const commandId = crypto.randomUUID();
    stop.current = new AbortController();
    setError(null);
    setProgress({ done: 0, total: rows.length });
    try {
      const input = { name, batchId: crypto.randomUUID(), rows };
      await client.call('imports.commit', input, {
        commandId,
        onProgress: (done, total) => setProgress({ done, total }),
        signal: stop.current.signal,
      });
      toast(t('workspace.import_done', { count: rows.length }), {
        action: { label: t('common.undo'), run: () => void undo(client, { commandId }) },
      });
      await refresh();
      return true;
    } catch (failure) {
      if (failureCode(failure) !== 'cancelled') setError(failureWords(failure));
      return false;
    } finally {
      setProgress(null);
    }
  };

  return { progress, error, commit, cancel: () => stop.current?.abort() };
}

import { signal } from '@preact/signals';
import { undo } from '@/components/history/undo';
import { toast } from '@/components/ui/toast';
import type { Client, Input } from '@/lib/api/client';
import type { ImportReportView } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import { endWords } from './problem-words';

/** The import that this page is at; its worker goes on while the user works. */
export interface Running {
  id: string;
  name: string;
  /** Null until the worker has read the file again. */
  progress: { done: number; total: number } | null;
  stop(): void;
}

export const running = signal<Running | null>(null);

type Counts = ImportReportView['counts'];

/** Imports a file. Answers with the counts; null when it ended early, which it says itself. */
export function runImport(client: Client, input: Input<'imports.run'>): Promise<Counts | null> {
  return follow(client, { id: input.id, name: input.name }, (options) =>
    client.call('imports.run', input, options),
  );
}

/** Goes on with an import whose page was closed. */
export function resumeImport(client: Client, { id, name }: ImportReportView): Promise<Counts | null> {
  return follow(client, { id, name }, (options) => client.call('imports.resume', { id }, options));
}

interface Options {
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

async function follow(
  client: Client,
  what: { id: string; name: string },
  work: (options: Options) => Promise<Counts>,
): Promise<Counts | null> {
  const stop = new AbortController();
  running.value = { ...what, progress: null, stop: () => stop.abort() };
  try {
    const counts = await work({
      signal: stop.signal,
      onProgress: (done, total) => {
        if (running.value?.id === what.id) running.value = { ...running.value, progress: { done, total } };
      },
    });
    toast(t('importing.result', counts), {
      action: { label: t('common.undo'), run: () => void undo(client, { batchId: what.id }) },
    });
    return counts;
  } catch (failure) {
    toast(endWords(failure), { failed: true });
    return null;
  } finally {
    running.value = null;
  }
}

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

/** `surveyId`: of answers, where they are now. */
type Counts = ImportReportView['counts'] & { surveyId?: string };

/** What became of it: counts, or why it ended early in words. Then all that it wrote was taken back. */
export type Ended = { counts: Counts } | { failed: string };

/** Imports a file. */
export function runImport(client: Client, input: Input<'imports.run'>): Promise<Ended> {
  return follow(client, { id: input.id, name: input.name }, (options) =>
    client.call('imports.run', input, options),
  );
}

/** Brings answers that were given elsewhere. */
export function runAnswers(client: Client, input: Input<'answers.bring'>): Promise<Ended> {
  return follow(client, { id: input.id, name: input.name }, async (options) => {
    const { added, updated, already, held, surveyId } = await client.call('answers.bring', input, options);
    return { added, changed: updated, same: already, held, surveyId };
  });
}

/** Goes on with an import whose page was closed. */
export function resumeImport(client: Client, { id, name }: ImportReportView): Promise<Ended> {
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
): Promise<Ended> {
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
    return { counts };
  } catch (failure) {
    return { failed: endWords(failure) };
  } finally {
    running.value = null;
  }
}

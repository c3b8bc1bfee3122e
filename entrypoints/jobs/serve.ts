import type { SomeHandlers } from '@/lib/api/handlers/context';
import { isOfFiles } from '@/lib/api/of-files';
import { perform } from '@/lib/api/perform';
import type { FromWorker, ToWorker } from '@/lib/api/worker-message';
import { openDatabase } from '@/lib/store/database';

/** What answers an operation in a worker: grammars of files are not loaded for one that counts, nor the other way round. */
export async function workerHandlersFor(op: string): Promise<SomeHandlers> {
  return isOfFiles(op)
    ? (await import('@/lib/api/handlers/files')).fileHandlers
    : (await import('./over-all')).overAllHandlers;
}

/** What a worker's scope is used for here. */
export interface Scope {
  name: string;
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

/** Answers the operations that only a worker does. The workspace alone starts one. */
export function serveWorker(scope: Scope): void {
  const database = openDatabase(scope.name);
  const running = new Map<number, AbortController>();
  scope.onmessage = ({ data }) => {
    if ('cancel' in data) running.get(data.cancel)?.abort();
    else void answer(data);
  };

  async function answer({ call, op, input, commandId }: Extract<ToWorker, { call: number }>): Promise<void> {
    const stop = new AbortController();
    running.set(call, stop);
    const ready = await Promise.all([database, workerHandlersFor(op)]).catch(() => null);
    const answer = ready
      ? await perform(op, input, {
          db: ready[0],
          handlers: ready[1],
          caller: 'workspace',
          commandId,
          now: Date.now,
          onProgress: (done, total) => scope.postMessage({ call, done, total }),
          signal: stop.signal,
        })
      : {
          ok: false as const,
          error: { code: 'failed' as const, message: 'The database could not be opened.' },
        };
    running.delete(call);
    scope.postMessage({ call, answer });
  }
}

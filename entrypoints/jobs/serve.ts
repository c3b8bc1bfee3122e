import { analysisHandlers } from '@/lib/api/handlers/analysis';
import { answerHandlers } from '@/lib/api/handlers/answers';
import { calendarHandlers } from '@/lib/api/handlers/care';
import { dataHandlers } from '@/lib/api/handlers/data';
import { lookHandlers } from '@/lib/api/handlers/duplicates';
import { healthHandlers, scanHandlers } from '@/lib/api/handlers/health';
import { importHandlers } from '@/lib/api/handlers/imports';
import { insightHandlers } from '@/lib/api/handlers/insights';
import { playHandlers } from '@/lib/api/handlers/plays';
import { refreshHandlers } from '@/lib/api/handlers/refresh';
import { scheduleHandlers } from '@/lib/api/handlers/schedules';
import { segmentHandlers } from '@/lib/api/handlers/segments';
import { tierHandlers } from '@/lib/api/handlers/tiers';
import { perform } from '@/lib/api/perform';
import type { FromWorker, ToWorker } from '@/lib/api/worker-message';
import { openDatabase } from '@/lib/store/database';

/** What a worker answers: all that is long. */
export const workerHandlers = {
  ...importHandlers,
  ...answerHandlers,
  ...dataHandlers,
  ...healthHandlers,
  ...insightHandlers,
  ...analysisHandlers,
  ...refreshHandlers,
  ...segmentHandlers,
  ...scheduleHandlers,
  ...tierHandlers,
  ...playHandlers,
  ...scanHandlers,
  ...lookHandlers,
  ...calendarHandlers,
};

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
    const db = await database.catch(() => null);
    const answer = db
      ? await perform(op, input, {
          db,
          handlers: workerHandlers,
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

import type { CallOptions, Client, Input, Result } from './client';
import type { Wake } from './local';
import { ApiError } from './message';
import { type OperationName, operations } from './operations';
import { wakesViews } from './wakes-views';
import type { FromWorker, ToWorker } from './worker-message';

/** A worker as this client sees it. */
export interface Port {
  postMessage(message: ToWorker): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

interface Pending {
  options: CallOptions;
  resolve(value: unknown): void;
  reject(error: ApiError): void;
}

/**
 * The client of work that would hold up a page. The worker starts with the first call and stays.
 * @param start starts it
 * @param wake rung when it wrote something that other views show
 */
export function workerClient(start: () => Port, wake: Wake): Pick<Client, 'call'> & { stop(): void } {
  const pending = new Map<number, Pending>();
  let port: Port | null = null;
  let last = 0;
  let stopped = false;

  const open = (): Port => {
    const opened = start();
    opened.onmessage = ({ data }) => hear(data);
    // It did not load, or ran out of memory: what it was doing is not lost, and can be gone on with.
    opened.onerror = end;
    return opened;
  };

  const end = () => {
    port?.terminate();
    port = null;
    for (const one of pending.values()) one.reject(new ApiError('failed', 'The worker stopped.'));
    pending.clear();
  };

  const hear = (message: FromWorker) => {
    const one = pending.get(message.call);
    if (!one) return;
    if (!('answer' in message)) {
      one.options.onProgress?.(message.done, message.total);
      return;
    }
    pending.delete(message.call);
    const { answer } = message;
    if (answer.ok) one.resolve(answer.value);
    else one.reject(ApiError.of(answer.error));
  };

  return {
    async call<N extends OperationName>(
      op: N,
      input: Input<N>,
      options: CallOptions = {},
    ): Promise<Result<N>> {
      if (stopped) throw new ApiError('failed', 'The worker stopped.');
      port ??= open();
      const used = port;
      last += 1;
      const call = last;
      const answer = new Promise<unknown>((resolve, reject) =>
        pending.set(call, { options, resolve, reject }),
      );
      options.signal?.addEventListener('abort', () => used.postMessage({ cancel: call }), { once: true });
      used.postMessage({ call, op, input, commandId: options.commandId ?? crypto.randomUUID() });
      const value = await answer;
      if (wakesViews(op, operations[op].kind, value)) await wake.ring();
      return value as Result<N>;
    },
    /** Ends the worker for good: its database is going to be deleted, and one that opened it meanwhile would make it anew. */
    stop() {
      stopped = true;
      end();
    },
  };
}

import type { Client, Input, Result } from '@/lib/api/client';
import { ApiError } from '@/lib/api/message';
import type { OperationName } from '@/lib/api/operations';

type Handlers = { [N in OperationName]?: (input: Input<N>) => Result<N> | Promise<Result<N>> };

export interface FakeClient extends Client {
  /** Everything that was asked, in order. */
  calls: { op: OperationName; input: unknown }[];
  /** Wakes the views, as a change elsewhere would; `tab`: as another mail in the tab does, which changes no row. */
  wake(what?: 'store' | 'tab'): void;
  /** Inputs of the calls of one operation. */
  inputs<N extends OperationName>(op: N): Input<N>[];
}

/** A client that answers from the given functions, and refuses what none of them knows. */
export function fakeClient(handlers: Handlers): FakeClient {
  const calls: FakeClient['calls'] = [];
  const listeners = new Map<() => void, 'store' | undefined>();
  return {
    calls,
    async call<N extends OperationName>(op: N, input: Input<N>): Promise<Result<N>> {
      calls.push({ op, input });
      const handler = handlers[op] as ((input: Input<N>) => Result<N> | Promise<Result<N>>) | undefined;
      if (!handler) throw new ApiError('unknown', `the fake client knows no ${op}`);
      return handler(input);
    },
    onWake(listener, only) {
      listeners.set(listener, only);
      return () => listeners.delete(listener);
    },
    wake: (what = 'store') => {
      for (const [listener, only] of listeners) if (only === undefined || only === what) listener();
    },
    inputs: <N extends OperationName>(op: N) =>
      calls.filter((call) => call.op === op).map((call) => call.input as Input<N>),
  };
}

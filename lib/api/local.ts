import { v7 as uuid } from 'uuid';
import type { Database } from '@/lib/store/database';
import type { CallOptions, Client, Input, Result } from './client';
import type { Caller } from './contract';
import { handlersFor } from './handlers/here';
import { ApiError } from './message';
import { type OperationName, operations } from './operations';
import { perform } from './perform';
import { wakesViews } from './wakes-views';

export { perform } from './perform';

/** How views of other pages hear that something changed. */
export interface Wake {
  ring(): void | Promise<void>;
  listen(listener: () => void): () => void;
}

/** The client of pages that open the database themselves. `tab` operations are not among what it answers. */
export function localClient({
  database,
  caller,
  wake,
  now = Date.now,
  zone,
}: {
  database: Database;
  caller: Caller;
  wake: Wake;
  now?: () => number;
  zone?: string;
}): Client {
  return {
    async call<N extends OperationName>(
      op: N,
      input: Input<N>,
      options: CallOptions = {},
    ): Promise<Result<N>> {
      const commandId = options.commandId ?? uuid();
      const handlers = await handlersFor(op).catch(() => {
        throw new ApiError('reload', 'Sidelight was updated. Reload this page.');
      });
      const as = { db: database, handlers, caller, now, zone };
      const answer = await perform(op, input, { ...as, ...options, commandId });
      if (!answer.ok) throw ApiError.of(answer.error);
      if (wakesViews(op, operations[op].kind, answer.value)) await wake.ring();
      return answer.value as Result<N>;
    },
    onWake: (listener) => wake.listen(listener),
  };
}

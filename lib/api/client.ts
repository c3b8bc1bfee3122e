import type { z } from 'zod';
import type { OperationName, Operations } from './operations';
import type { Results } from './results';

export type Input<N extends OperationName> = z.input<Operations[N]['input']>;
export type Result<N extends OperationName> = Results[N];

export interface CallOptions {
  /** Id of the command, when the view wants to name it afterwards: `changes.undo {commandId}` takes back this one. */
  commandId?: string;
  /** Nobody waits for it: asked when all else that the page asked is answered, where the page has such a client. */
  later?: boolean;
  /** How far work over many rows is. Where the database is behind the background it is not told. */
  onProgress?: (done: number, total: number) => void;
  /** Aborting takes back what was done so far; `ApiError` `cancelled`. Only where the database is in this page. */
  signal?: AbortSignal;
}

/** How every view reaches the data, whether the database is in this page or behind the background. */
export interface Client {
  /**
   * Runs one operation. A command is given an id, is re-sent under it until it is answered, and is done once.
   * @throws ApiError
   */
  call<N extends OperationName>(op: N, input: Input<N>, options?: CallOptions): Promise<Result<N>>;
  /**
   * Calls back after anything was changed, here or elsewhere, and when the page gets the focus again.
   * @param only 'store': not when a tab shows something else and no row was changed
   */
  onWake(listener: () => void, only?: 'store'): () => void;
}

import type { z } from 'zod';
import type { OperationName, Operations } from './operations';
import type { Results } from './results';

export type Input<N extends OperationName> = z.input<Operations[N]['input']>;
export type Result<N extends OperationName> = Results[N];

/** How every view reaches the data, whether the database is in this page or behind the background. */
export interface Client {
  /**
   * Runs one operation. A command is given an id, is re-sent under it until it is answered, and is done once.
   * @throws ApiError
   */
  call<N extends OperationName>(op: N, input: Input<N>): Promise<Result<N>>;
  /** Calls back after anything was changed, here or elsewhere, and when the page gets the focus again. */
  onWake(listener: () => void): () => void;
}

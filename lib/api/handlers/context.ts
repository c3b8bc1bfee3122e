import type { z } from 'zod';
import type { Progress } from '@/lib/store/batch';
import type { Context } from '@/lib/store/work';
import type { Operation } from '../contract';
import type { OperationName, Operations } from '../operations';
import type { Results } from '../results';

/** What a handler runs with. */
export interface HandlerContext extends Context, Progress {}

/** Operations that the store answers. */
export type StoreOperation = {
  [N in OperationName]: Operations[N] extends Operation<'tab'> ? never : N;
}[OperationName];

/** A handler for each operation of a group: parsed input in, result out. */
export type Handlers<N extends StoreOperation> = {
  [O in N]: (ctx: HandlerContext, input: z.output<Operations[O]['input']>) => Promise<Results[O]>;
};

/** The operations of one noun. */
export type Of<Prefix extends string> = Extract<StoreOperation, `${Prefix}.${string}`>;

/** What the workspace alone asks, and before its first page stands: `first.ts` answers it. */
export type First =
  | 'cases.count'
  | 'contacts.ids'
  | 'contacts.rows'
  | 'deals.count'
  | 'insights.ready'
  | 'lists.filling'
  | 'segments.names';

/** The operations of one noun that can wait. */
export type LaterOf<Prefix extends string> = Exclude<Of<Prefix>, First>;

/** Handlers of all operations of the store or of some. */
export type SomeHandlers = Partial<Handlers<StoreOperation>>;

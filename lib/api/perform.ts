import type { SomeHandlers, StoreOperation } from './handlers/context';
import type { Answer } from './message';
import { type OperationName, operations } from './operations';
import { type Known, type Performance, performKnown } from './perform-known';

/** `performKnown` where every operation is at hand. An operation that `handlers` does not answer is unknown. */
export async function perform(
  op: string,
  input: unknown,
  { handlers, ...as }: Performance & { handlers: SomeHandlers },
): Promise<Answer> {
  const operation = Object.hasOwn(operations, op) ? operations[op as OperationName] : undefined;
  const handler = Object.hasOwn(handlers, op) ? handlers[op as StoreOperation] : undefined;
  const known = operation && handler ? ({ operation, handler } as Known) : null;
  return performKnown(known, op, input, as);
}

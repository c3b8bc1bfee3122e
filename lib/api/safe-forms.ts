import type { CallOptions, Client, Input, Result } from './client';
import { ApiError } from './message';
import type { OperationName } from './operations';
import type { Shelf } from './safe-drafts';

/** What lies on the shelf: the command itself. Under its own id it is done once, whoever sends it again. */
interface Kept {
  commandId: string;
  input: Input<'surveys.edit'>;
}

/** What the store will never take: the survey is gone, or the form is none. */
const isFinal = (failure: unknown): boolean =>
  failure instanceof ApiError && ['missing', 'invalid', 'conflict'].includes(failure.code);

/**
 * A client whose surveys outlive the page on which they are written. What was typed is saved a little later, and a transaction
 * that a page begins as it goes is broken off. So each form lies on the shelf until the store has it, and goes into the store when
 * its survey is next opened.
 */
export function withSafeForms(client: Client, shelf: Pick<Shelf, 'lay' | 'find' | 'clear'>): Client {
  const underWay = new Set<string>();

  const edit = async (input: Input<'surveys.edit'>, options: CallOptions = {}) => {
    const { commandId = crypto.randomUUID() } = options;
    const kept = JSON.stringify({ commandId, input } satisfies Kept);
    // Both are on their way when this gives way: a page that goes does not come back to it.
    const laid = shelf.lay(input.id, kept);
    underWay.add(commandId);
    try {
      const done = await client.call('surveys.edit', input, { ...options, commandId });
      await laid;
      await shelf.clear(input.id, kept);
      return done;
    } finally {
      underWay.delete(commandId);
    }
  };

  const finish = async (id: string): Promise<void> => {
    const text = await shelf.find(id);
    if (text === null) return;
    const { commandId, input } = JSON.parse(text) as Kept;
    if (underWay.has(commandId)) return;
    try {
      await client.call('surveys.edit', input, { commandId });
    } catch (failure) {
      // Where the store does not take it now, it stays on the shelf.
      if (!isFinal(failure)) return;
    }
    await shelf.clear(id, text);
  };

  const view = async (input: Input<'surveys.view'>): Promise<Result<'surveys.view'>> => {
    await finish(input.id);
    return client.call('surveys.view', input);
  };

  const call = (op: OperationName, input: never, options?: CallOptions): Promise<unknown> => {
    if (op === 'surveys.edit' && (input as Input<'surveys.edit'>).draft) return edit(input, options);
    if (op === 'surveys.view') return view(input);
    return client.call(op, input, options);
  };
  return { call: call as Client['call'], onWake: client.onWake };
}

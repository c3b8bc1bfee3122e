import type { Change } from '@/lib/crm/changes';
import type { Database } from './database';
import { StoreError } from './errors';
import { type Context, type Described, Work } from './work';

/**
 * Runs a command in one transaction: done once under its id, with its change row. A second run under the same id
 * answers with the first result. Inside `run` only Dexie is awaited: anything else would commit the first half.
 * @throws StoreError
 */
export async function command<T>(ctx: Context, run: (work: Work) => Promise<T>): Promise<T> {
  refuseNewer(ctx.db);
  return ctx.db.transaction('rw', ctx.db.tables, async () => {
    const first = await firstRun(ctx);
    if (first) return first.result as T;
    const work = await Work.begin(ctx);
    const result = await run(work);
    await work.commit(changeOf(ctx, { result }));
    return result;
  });
}

/** The change that this command made when it ran before; of a batch the last one, which bears the result. */
export async function firstRun(ctx: Context): Promise<Change | null> {
  const rows = await ctx.db.changes.where('k.command').equals(ctx.commandId).toArray();
  const [last] = rows.map((row) => row.body).sort((a, b) => (String(a.clock) < String(b.clock) ? 1 : -1));
  if (last && last.op !== ctx.op)
    throw new StoreError('conflict', 'This command id belongs to another command.');
  return last ?? null;
}

/** @throws StoreError `newer` when the data is of a newer version */
export function refuseNewer(db: Database): void {
  if (db.newer) {
    throw new StoreError(
      'newer',
      'The data was written by a newer version of Sidelight. It can be read only.',
    );
  }
}

/** What a change row says besides its edits. */
export function changeOf(
  ctx: Context,
  {
    result,
    batchId = null,
    undoes = null,
  }: { result: unknown; batchId?: string | null; undoes?: string | null },
): Described {
  return {
    commandId: ctx.commandId,
    op: ctx.op,
    caller: ctx.caller,
    batchId,
    result: (result ?? null) as Change['result'],
    undoes,
  };
}

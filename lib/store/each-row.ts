import type { ChangedTable } from '@/lib/crm/changes';
import { batch, type Progress } from './batch';
import type { Bodies, Context } from './work';

/** Changes every row that exists among these, a thousand a transaction; `count` is how many there were. */
export function forEachRow<T extends ChangedTable>(
  ctx: Context & Progress,
  table: T,
  ids: string[],
  change: (body: Bodies[T], now: number) => void,
): Promise<{ count: number }> {
  return batch(ctx, {
    items: ids,
    start: { count: 0 },
    run: async (work, part, { count }) => {
      const bodies = await work.live(table, [...part]);
      for (const body of bodies) change(body, work.now);
      return { count: count + bodies.length };
    },
  });
}

/** Deletes rows so that undo brings them back. */
export function deleteRows<T extends ChangedTable>(
  ctx: Context & Progress,
  table: T,
  ids: string[],
): Promise<{ count: number }> {
  return forEachRow(ctx, table, ids, (body, now) => {
    body.deletedAt = now;
  });
}

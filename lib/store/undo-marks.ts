import type { Database } from './database';

/**
 * Notes in a change that another took it back (`by`), or does so no more (`null`). Where the change was itself an undo,
 * what it had undone holds again, or no more.
 */
export async function markUndone(db: Database, id: string, by: string | null): Promise<void> {
  const row = await db.changes.get(id);
  if (!row) return;
  await db.changes.put({ ...row, body: { ...row.body, undoneBy: by } });
  const before = row.body.undoes ? await db.changes.get(row.body.undoes) : undefined;
  if (before) await db.changes.put({ ...before, body: { ...before.body, undoneBy: by ? null : row.id } });
}

import type { Database } from './database';

/** Those of these batches that were undone as a whole. */
export async function undoneBatches(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const undone = new Set<string>();
  for (const id of new Set(ids)) {
    const change = await db.changes.where('k.batch').equals(id).first();
    if (change?.body.undoneBy) undone.add(id);
  }
  return undone;
}

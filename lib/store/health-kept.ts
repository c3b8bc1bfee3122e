import type { Database } from './database';

/** Where the counts of the last look are kept, with the ids of owners and without a name. */
export const KEPT_HEALTH = 'health';

/** Forgets the counts of a last look that name one of these contacts, inside a transaction. */
export async function forgetHealthOf(db: Database, ids: ReadonlySet<string>): Promise<void> {
  const text = String((await db.meta.get(KEPT_HEALTH))?.value ?? '');
  if ([...ids].some((id) => text.includes(id))) await db.meta.delete(KEPT_HEALTH);
}

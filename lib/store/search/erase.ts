import type { Database } from '../database';
import { changeState } from './memory';
import { forgetNumbers } from './numbers';
import { mergeAll } from './runs';

/**
 * Takes what was erased out of the index for good, inside the transaction that erased it and after `refreshSearch`: its numbers, and
 * every word that was ever kept of it, also of texts that had been changed since.
 */
export async function eraseFromSearch(db: Database, ids: Iterable<string>): Promise<void> {
  const gone = await forgetNumbers(db, [...ids]);
  await mergeAll(db, new Set(gone));
  await changeState(db);
}

import Dexie from 'dexie';
import type { Database } from './database';

/**
 * Reads of one state of the store: in the transaction under way where it covers the tables, else in one of its own. What is read within a
 * transaction goes out at once, where a transaction inside of it would wait for those before it; and each one costs as much as some reads.
 */
export function reading<T>(db: Database, tables: readonly string[], read: () => Promise<T>): PromiseLike<T> {
  const under = Dexie.currentTransaction;
  const covers =
    under?.active && under.db === (db as Dexie) && tables.every((name) => under.storeNames.includes(name));
  return covers ? read() : db.transaction('r', tables, read);
}

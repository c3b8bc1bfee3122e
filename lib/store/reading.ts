import Dexie, { type Transaction } from 'dexie';
import type { Database } from './database';

/**
 * Reads of one state of the store: in the transaction under way where it covers the tables, else in one of its own. What is read within a
 * transaction goes out at once, where a transaction inside of it would wait for those before it; and each one costs as much as some reads.
 */
export function reading<T>(db: Database, tables: readonly string[], read: () => Promise<T>): PromiseLike<T> {
  const under = Dexie.currentTransaction;
  const covers =
    under?.active && under.db === (db as Dexie) && tables.every((name) => under.storeNames.includes(name));
  // Only in a function that is `async` itself does Dexie follow what is waited for.
  return covers ? read() : db.transaction('r', tables, async () => read());
}

const asked = new WeakMap<Transaction, Map<string, PromiseLike<unknown>>>();

/** What a transaction that only reads asks for more than once is read once: nothing in it can have changed. */
export function once<T>(name: string, read: () => PromiseLike<T>): PromiseLike<T> {
  const under = Dexie.currentTransaction;
  if (!under?.active || under.mode !== 'readonly') return read();
  const known = asked.get(under) ?? new Map<string, PromiseLike<unknown>>();
  asked.set(under, known);
  const before = known.get(name) as PromiseLike<T> | undefined;
  const found = before ?? read();
  known.set(name, found);
  return found;
}

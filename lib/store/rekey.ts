import type { ChangedTable } from '@/lib/crm/changes';
import type { Database } from './database';
import { same } from './edits';
import { KEYED, KEYS_VERSION } from './keyed';
import { changeRow, rowOf } from './work';

/** Tables whose keys say more than in an earlier version: whom a row names, by which erasing finds it. */
const TABLES = ['contacts', 'changes'] as const;

/** Rows gone through in one transaction. */
const PART = 1000;

/** Whether every row is found by all keys of this version. */
async function isKeyed(db: Database): Promise<boolean> {
  return (await db.meta.get(KEYED.key))?.value === KEYS_VERSION;
}

/**
 * Gives rows that an older version wrote the keys that they would have now, a part at a time, each from where the last one ended: a page or
 * worker that dies loses nothing. Whoever must find every row waits for it.
 * @returns whether there was anything to do
 */
export async function rekey(
  db: Database,
  onProgress?: ((done: number, total: number) => void) | undefined,
): Promise<boolean> {
  if (db.newer || (await isKeyed(db))) return false;
  return navigator.locks.request(`keys of ${db.name}`, async () => {
    if (await isKeyed(db)) return false;
    const counts = await Promise.all(TABLES.map((table) => db.table(table).count()));
    const total = counts.reduce((sum, count) => sum + count, 0);
    for (let state: State | null = await stateOf(db); state; ) {
      state = await rekeyPart(db, state);
      onProgress?.(Math.min(state?.done ?? total, total), total);
    }
    return true;
  });
}

interface State {
  /** Place among the tables. */
  at: number;
  /** The last id that was gone through in it. */
  last: string;
  done: number;
}

async function stateOf(db: Database): Promise<State> {
  const [version, at, done, last] = String((await db.meta.get('keysTo'))?.value ?? '').split('|');
  if (version !== String(KEYS_VERSION)) return { at: 0, last: '', done: 0 };
  return { at: Number(at), last: last ?? '', done: Number(done) };
}

/** Goes through the next rows, and keeps how far that is. Null: all have their keys. */
export function rekeyPart(db: Database, from: State, size = PART): Promise<State | null> {
  return db.transaction('rw', [...TABLES, 'meta'], async (): Promise<State | null> => {
    const table = TABLES[from.at]!;
    const rows = await db.table(table).where('id').above(from.last).limit(size).toArray();
    const fresh = rows.flatMap((row) => {
      const now = table === 'changes' ? changeRow(row.body) : rowOf(table as ChangedTable, row.body);
      return same(row.k, now.k) ? [] : [now];
    });
    await db.table(table).bulkPut(fresh);
    const isEnd = rows.length < size;
    const to = {
      at: isEnd ? from.at + 1 : from.at,
      last: isEnd ? '' : rows.at(-1).id,
      done: from.done + rows.length,
    };
    if (to.at < TABLES.length) {
      await db.meta.put({ key: 'keysTo', value: `${KEYS_VERSION}|${to.at}|${to.done}|${to.last}` });
      return to;
    }
    await db.meta.delete('keysTo');
    await db.meta.put(KEYED);
    return null;
  });
}

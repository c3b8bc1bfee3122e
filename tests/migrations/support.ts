import '../support/indexeddb';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import Dexie from 'dexie';
import { type Columns, MARKS } from '@/lib/store/columns';

/** Rows of every table, as a database of an old version held them. */
export type Stored = Record<string, Record<string, unknown>[]>;

/** A database of an old version: its frozen tables, filled, and closed again. */
export async function writeOld(name: string, version: number, tables: Record<string, string>, rows: Stored) {
  const db = new Dexie(name);
  db.version(version).stores(tables);
  await db.open();
  for (const [table, list] of Object.entries(rows)) await db.table(table).bulkPut(list);
  db.close();
}

interface Migration {
  version: number;
  tables: Record<string, string>;
}

/** Every migration that there is, the oldest first. */
export async function migrations(): Promise<Migration[]> {
  const folder = 'lib/store/migrations';
  const files = readdirSync(folder).sort();
  return (await Promise.all(files.map((file) => import(resolve(folder, file))))) as Migration[];
}

/** The tables that a database of this version has. */
export async function tablesOf(version: number): Promise<Record<string, string>> {
  const past = (await migrations()).filter((one) => one.version <= version);
  return Object.assign({}, ...past.map(({ tables }) => tables));
}

/** Every table with its indexes, as the browser has them. */
export function shapeOf(db: Dexie): Record<string, string> {
  const native = db.backendDB();
  const names = [...native.objectStoreNames];
  const transaction = native.transaction(names);
  return Object.fromEntries(
    names.map((name) => {
      const store = transaction.objectStore(name);
      const indexes = [...store.indexNames].map(
        (index) => `${store.index(index).multiEntry ? '*' : ''}${index}`,
      );
      return [name, [store.keyPath, ...indexes].join(', ')];
    }),
  );
}

/** Rows of a table as the first version that had it wrote them: without what later ones keep beside, lists in the place of typed arrays. */
export async function rowsOf(db: Dexie, name: string): Promise<Record<string, unknown>[]> {
  const rows = await db.table(name).toArray();
  if (name === 'columns') return (rows as Columns[]).map(firstColumns);
  if (name === 'responses') return rows.map(({ k: { says: _, ...k }, ...row }) => ({ ...row, k }));
  return rows;
}

function firstColumns({
  tags: _,
  traits: __,
  marks,
  added,
  last,
  next,
  ...texts
}: Columns): Record<string, unknown> {
  return {
    ...texts,
    kinds: Array.from(marks, (mark) => (mark & MARKS.work ? 'work' : 'personal')).join('\n'),
    added: [...added],
    last: [...last],
    next: [...next],
    open: Array.from(marks, (mark) => (mark & MARKS.open ? 1 : 0)),
  };
}

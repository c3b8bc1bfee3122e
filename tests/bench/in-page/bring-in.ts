import { localClient } from '@/lib/api/local';
import { readBytes } from '@/lib/exchange/files';
import { Database, openDatabase } from '@/lib/store/database';
import { addressOf, COMPANY_SIZE, nameOf } from '../numbers.ts';

export interface BroughtIn {
  /** Milliseconds in which the file was read, imported as a whole, and the same rows were put. */
  read: number;
  import: number;
  bulk: number;
  /** Rows written, of all tables. */
  rows: number;
  tables: Record<string, number>;
}

const PART = 1000;
const TAGS = ['Customer', 'Region / Norway', 'Region / Norway / Oslo', 'Fair 2026', 'Supplier'];

/**
 * Imports a file of so many people into an empty store, then puts the very rows that came of it straight into another
 * database of the same tables.
 */
export async function bringIn(people: number): Promise<BroughtIn> {
  const lines = Array.from({ length: people }, (_, n) => {
    const company = `Company ${Math.floor(n / COMPANY_SIZE)}`;
    return `${nameOf(n)},${addressOf(n)},+4930${1_000_000 + n},${company},Buyer,Bergen,${TAGS[n % TAGS.length]}`;
  });
  const file = new Blob([`Name,Email,Phone,Company,Title,City,Tags\n${lines.join('\n')}\n`]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reading = performance.now();
  const { drafts } = readBytes(bytes);
  const read = performance.now() - reading;
  if (drafts.length !== people) throw new Error(`${drafts.length} people were read, not ${people}.`);

  const db = await openDatabase('bench-import');
  const wake = { ring: () => {}, listen: () => () => {} };
  const client = localClient({ database: db, caller: 'workspace', wake });
  const start = performance.now();
  const counts = await client.call('imports.run', {
    id: crypto.randomUUID(),
    name: 'people.csv',
    file,
    options: {},
    choices: [],
  });
  const imported = performance.now() - start;
  if (counts.added !== people) throw new Error(`${counts.added} people were imported, not ${people}.`);

  const all = await Promise.all(
    db.tables.map(async ({ name }) => [name, await db.table(name).toArray()] as const),
  );
  db.close();
  const raw = new Database('bench-bulk');
  await raw.open();
  const putting = performance.now();
  for (const [name, rows] of all) {
    for (let from = 0; from < rows.length; from += PART)
      await raw.table(name).bulkPut(rows.slice(from, from + PART));
  }
  const bulk = performance.now() - putting;
  await raw.delete();
  await db.delete();
  const tables = Object.fromEntries(
    all.map(([name, rows]) => [name, rows.length]).filter(([, count]) => count),
  );
  return { read, import: imported, bulk, rows: all.reduce((sum, [, rows]) => sum + rows.length, 0), tables };
}

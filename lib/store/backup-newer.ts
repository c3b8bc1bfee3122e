import Dexie from 'dexie';
import type { FileOut } from '@/lib/api/data-views';
import { localMoment } from '@/lib/crm/calendar';
import { LEFT_OUT } from './backup';
import { rowsText, writeBackup } from './backup-file';
import type { StoredBody } from './backup-nouns';
import type { Progress } from './batch';
import type { Database } from './database';
import { StoreError } from './errors';
import type { Context } from './work';

const PART = 2000;

/**
 * Data of a newer version as a backup file for that version: every table whose rows are bodies, known here or not. Nothing is written, so it
 * is not logged.
 */
export async function saveNewer({
  db,
  now,
  zone,
  signal,
  onProgress,
}: Pick<Context & Progress, 'db' | 'now' | 'zone' | 'signal' | 'onProgress'>): Promise<
  FileOut & { counts: Record<string, number> }
> {
  const version = Number((await db.meta.get('schemaVersion'))?.value);
  const texts: Record<string, Blob[]> = {};
  const counts: Record<string, number> = {};
  await withAllTables(db, async (all) => {
    const names = all.tables.map(({ name }) => name).filter((name) => !Object.hasOwn(LEFT_OUT, name));
    for (const [at, name] of names.entries()) {
      const parts: Blob[] = [];
      let isNoun = true;
      for (let last = '', more = true; more && isNoun; ) {
        if (signal?.aborted) throw new StoreError('cancelled', 'Stopped. Nothing was saved.');
        const rows: unknown[] = await all.table(name).where(':id').above(last).limit(PART).toArray();
        const bodies = rows.flatMap(bodyIn);
        // A table of another shape is derived, or of this device alone: the version that made it makes it again.
        isNoun = bodies.length === rows.length;
        if (isNoun && bodies.length > 0) parts.push(new Blob([rowsText(bodies)]));
        counts[name] = (counts[name] ?? 0) + bodies.filter((body) => !body.deletedAt).length;
        last = bodies.at(-1)?.id ?? last;
        more = rows.length === PART;
      }
      if (isNoun) texts[name] = parts;
      onProgress?.(at + 1, names.length);
    }
  });
  const { day, time } = localMoment(now(), zone);
  return {
    file: writeBackup(texts, version, now()),
    name: `sidelight-${day}-${time.replace(':', '')}.json`,
    counts,
  };
}

/** The database with every table that the browser has of it. */
async function withAllTables(db: Database, read: (all: Dexie) => Promise<void>): Promise<void> {
  const all = new Dexie(db.name);
  try {
    await all.open();
    await read(all);
  } finally {
    all.close();
  }
}

function bodyIn(row: unknown): StoredBody[] {
  const { id, body } = row as { id?: unknown; body?: StoredBody };
  return typeof id === 'string' && typeof body === 'object' && body?.id === id ? [body] : [];
}

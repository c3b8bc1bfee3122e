import type { ImportReportView } from '@/lib/api/import-views';
import type { ImportReport } from '@/lib/crm/imports';
import type { Database } from './database';
import { isUnderWay } from './lock';

/** What became of imports. Whoever asks need not be able to read their files. */

const MOST_LISTED = 200;

type Counts = ImportReport['counts'];
/** A report without its lines. */
type Head = Pick<ImportReport, 'id' | 'name' | 'format' | 'encoding' | 'at' | 'state' | 'counts'>;

/** All imports, the last first, without what was held back. */
export async function listImports(db: Database): Promise<ImportReportView[]> {
  const heads: Head[] = [];
  // One after the other: what was held back of all of them is more than need be in memory at once.
  await db.imports
    .orderBy('k.at')
    .reverse()
    .limit(MOST_LISTED)
    .each(({ body: { id, name, format, encoding, at, state, counts } }) =>
      heads.push({ id, name, format, encoding, at, state, counts }),
    );
  return Promise.all(heads.map((head) => reportView(db, head)));
}

/** One import with what was held back and what has no field; null when there is none. */
export async function importReport(db: Database, id: string) {
  const row = await db.imports.get(id);
  if (!row) return null;
  const { heldBack, unmapped } = row.body;
  const view = await reportView(db, row.body);
  return { ...view, twins: view.state === 'undone' ? 0 : await twinsOf(db, id), heldBack, unmapped };
}

/**
 * How many contacts that an import added or changed may be one with another. By keys alone: what the import changed is as much as the
 * file held.
 */
async function twinsOf(db: Database, id: string): Promise<number> {
  const pairs = await db.duplicates.toArray();
  const ids = [...new Set(pairs.flatMap((pair) => pair.ids))];
  if (ids.length === 0) return 0;
  const own = new Set(await db.changes.where('k.batch').equals(id).primaryKeys());
  const changes = await Promise.all(
    ids.map((one) => db.changes.where('k.subjects').equals(one).primaryKeys()),
  );
  return changes.filter((keys) => keys.some((key) => own.has(key))).length;
}

async function reportView(db: Database, body: Head): Promise<ImportReportView> {
  const { id, name, format, encoding, at, state, counts } = body;
  const [job, change] = await Promise.all([
    state === 'running' ? db.jobs.get(id) : undefined,
    state === 'done' ? db.changes.where('k.batch').equals(id).first() : undefined,
  ]);
  return {
    id,
    name,
    format,
    encoding: encoding ?? null,
    at,
    state: state === 'done' && change?.body.undoneBy ? 'undone' : state,
    counts: (job?.result as Counts | undefined) ?? counts,
    progress: state === 'running' ? { done: job?.cursor ?? 0, total: job?.total ?? 0 } : null,
    isWaiting: state === 'running' && !(await isUnderWay(id)),
  };
}

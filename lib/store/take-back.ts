import type { Change, ChangedTable } from '@/lib/crm/changes';
import type { Database } from './database';
import { forgetWhereLooked } from './duplicates';
import { type Body, editsByRow, putAt, same, valueAt } from './edits';
import { rebuildFigures } from './figures';
import { refreshLists } from './lists';
import { outdate } from './outdated';
import { erasePhotos } from './photos';
import { markUndone } from './undo-marks';
import { rowOf } from './work';
import type { Written } from './written';

/** A batch whose last chunk is older has lost its page or worker. */
const SILENT_MILLISECONDS = 60_000;

/**
 * Takes back what the chunks of an unfinished batch wrote, newest first, as if it had never begun: rows that it created
 * go, fields get their old value, its change rows go. What somebody else changed since is left. This frees room, which an
 * undo with history of its own would not: it is what helps when the disk is full.
 */
export async function takeBack(db: Database, commandId: string): Promise<void> {
  await stopJob(db, commandId, Number.POSITIVE_INFINITY);
  const job = await db.jobs.where('commandId').equals(commandId).first();
  for (let isOver = false; !isOver; ) {
    for (const id of await newestFirst(db, commandId)) {
      await db.transaction('rw', db.tables, async () => {
        const row = await db.changes.get(id);
        if (!row) return;
        await revert(db, row.body, job?.isBare ?? false);
        await db.changes.delete(id);
      });
    }
    isOver = await db.transaction('rw', [db.changes, db.jobs, db.meta], async () => {
      if ((await db.changes.where('k.command').equals(commandId).count()) > 0) return false;
      await db.jobs.where('commandId').anyOf(commandId, `${commandId}/items`).delete();
      await forgetWhereLooked(db);
      return true;
    });
  }
}

/** Ids of its changes. Those of a large batch hold a thousand edits each: no more than one is held at a time. */
async function newestFirst(db: Database, commandId: string): Promise<string[]> {
  const clocks = new Map<string, string>();
  for (const id of await db.changes.where('k.command').equals(commandId).primaryKeys()) {
    const row = await db.changes.get(id);
    if (row) clocks.set(id, String(row.body.clock));
  }
  return [...clocks.keys()].sort((a, b) => (clocks.get(a)! < clocks.get(b)! ? 1 : -1));
}

/**
 * Marks a batch as stopped when its last chunk is older than `before`, so that a page which wakes up meanwhile writes no
 * further chunk and never calls it done. Tells whether it did.
 */
function stopJob(db: Database, commandId: string, before: number): Promise<boolean> {
  return db.transaction('rw', db.jobs, async () => {
    const job = await db.jobs.where('commandId').equals(commandId).first();
    if (!job || job.beatAt >= before) return false;
    await db.jobs.put({ ...job, stopped: true });
    return true;
  });
}

/** Takes back the batches that nobody goes on with. Called when the product starts. */
export async function sweepJobs(db: Database, now: number): Promise<void> {
  if (db.newer) return;
  const before = now - SILENT_MILLISECONDS;
  const silent = await db.jobs
    .filter((job) => job.items === undefined && !job.isKept && job.beatAt < before)
    .toArray();
  // Taking back the one before may have lasted: this one may be at work again.
  for (const { commandId } of silent) {
    if (await stopJob(db, commandId, before)) await takeBack(db, commandId);
  }
}

async function revert(db: Database, change: Change, isBare: boolean): Promise<void> {
  const written: Written[] = [];
  for (const table of new Set(change.edits.map((edit) => edit.table))) {
    const edits = change.edits.filter((edit) => edit.table === table);
    written.push(...(await revertTable(db, table, edits)));
  }
  await db.changes.bulkDelete(change.brought ?? []);
  if (change.undoes) await markUndone(db, change.undoes, null);
  const people = change.edits.flatMap((edit) => {
    if (edit.table === 'contacts') return edit.id;
    // It came behind its contacts, and goes before them: what is left of these then is counted once.
    return isBare ? [] : (edit.about ?? []);
  });
  const today = new Date(change.at).toISOString().slice(0, 10);
  const figured = await rebuildFigures(db, [...new Set(people)], today, String(change.clock));
  if (isBare) await outdate(db);
  else await refreshLists(db, written, figured);
}

async function revertTable(db: Database, table: ChangedTable, edits: Change['edits']): Promise<Written[]> {
  const byRow = editsByRow(edits);
  const rows = await db.table(table).bulkGet([...byRow.keys()]);
  const written: Written[] = [];
  for (const row of rows) {
    if (!row) continue;
    const before: Body = row.body;
    const body = structuredClone(before);
    let created = false;
    for (const edit of byRow.get(row.id) ?? []) {
      if (!same(valueAt(body, edit), edit.after)) continue;
      if (edit.path.length === 0) created = true;
      else putAt(body, edit, edit.before);
    }
    written.push({ table, before, after: created ? null : body });
  }
  const kept = written.flatMap(({ after }) => (after ? [rowOf(table, after as never)] : []));
  await db.table(table).bulkPut(kept);
  const gone = written.flatMap(({ before, after }) => (after ? [] : [before!.id]));
  await db.table(table).bulkDelete(gone);
  // Their pictures have no history: nobody would find them.
  if (table === 'contacts') await erasePhotos(db, new Set(gone));
  return written;
}

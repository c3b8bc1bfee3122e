import type { UndoResult } from '@/lib/api/views';
import type { Change, ChangedTable, Edit } from '@/lib/crm/changes';
import { batch, type Progress } from './batch';
import { fieldOf } from './change-text';
import type { Database } from './database';
import { type Body, isEmptied, keysOf, putAt, same, valueAt } from './edits';
import { markUndone } from './undo-marks';
import type { Context, Work } from './work';

/** Callers behind which the user stands: what was logged without asking is not what `Ctrl+Z` means. */
const BY_HAND = ['workspace', 'panel', 'popup'];
/** Fields left as they are, of which the result names at most so many. */
const MOST_KEPT = 500;

export interface What {
  changeId?: string | undefined;
  batchId?: string | undefined;
  /** Of the command that the caller sent. */
  commandId?: string | undefined;
}

/**
 * Takes back a change, or all of its batch: every field that is still as the change left it gets its old value, the
 * others are listed in `kept`. Without an id it is the last thing that was done by hand on this device and not undone.
 * Null when there is nothing to undo. An undo is a change like any other, and can itself be undone.
 */
export function undo(ctx: Context & Progress, what: What): Promise<UndoResult | null> {
  const named = what.changeId ?? what.batchId ?? what.commandId;
  return takeBackAll(ctx, () => (named ? changesNamed(ctx.db, what) : lastDone(ctx.db)));
}

/** Does again what was undone last, unless something else was done by hand since. */
export function redo(ctx: Context & Progress): Promise<UndoResult | null> {
  return takeBackAll(ctx, () => lastUndone(ctx.db));
}

function takeBackAll(ctx: Context & Progress, find: () => Promise<Change[]>): Promise<UndoResult | null> {
  return batch<string, UndoResult | null>(ctx, {
    items: async () => (await find()).map((change) => change.id),
    start: null,
    // A change is at most a thousand rows.
    size: 1,
    undoes: ([id]) => id ?? null,
    run: async (work, [id], result) => {
      const row = id && (await work.db.changes.get(id));
      if (!row || row.body.undoneBy) return result;
      const { restored, kept } = await restore(work, row.body.edits);
      await markUndone(work.db, row.id, work.changeId);
      return {
        changeId: result?.changeId ?? row.id,
        restored: (result?.restored ?? 0) + restored,
        kept: [...(result?.kept ?? []), ...kept].slice(0, MOST_KEPT),
      };
    },
  });
}

async function restore(work: Work, edits: Edit[]): Promise<Pick<UndoResult, 'restored' | 'kept'>> {
  for (const table of new Set(edits.map((edit) => edit.table))) await loadRows(work, table, edits);
  const kept: UndoResult['kept'] = [];
  let restored = 0;
  // Last edit first, so that a row created and then completed by one change goes back step by step.
  for (const whole of [...edits].reverse()) {
    const body = work.read(whole.table, whole.id) as unknown as Body | undefined;
    const isWhole = !body || same(valueAt(body, whole), whole.after);
    const byKeys = isWhole ? null : keysOf(whole);
    for (const edit of byKeys ?? [whole]) {
      if (!body || !same(valueAt(body, edit), edit.after)) {
        if (!isDone(body, edit)) kept.push({ table: edit.table, id: edit.id, field: fieldOf(edit) });
        continue;
      }
      if (edit.path.length === 0) body.deletedAt = work.now;
      else putAt(body, edit, edit.before);
      restored += 1;
    }
    // It was not there before: an empty one would be a difference.
    if (body && byKeys && whole.before === undefined && isEmptied(body, whole)) putAt(body, whole, undefined);
  }
  return { restored, kept };
}

/** Somebody did the same already, or the row was created here and is deleted: nothing is left to be done. */
function isDone(body: Body | undefined, edit: Edit): boolean {
  if (!body) return false;
  return edit.path.length === 0 ? body.deletedAt !== null : same(valueAt(body, edit), edit.before);
}

/** Reads all rows of a table in one go. */
async function loadRows(work: Work, table: ChangedTable, edits: Edit[]): Promise<void> {
  const ids = edits.filter((edit) => edit.table === table).map((edit) => edit.id);
  await work.load(table, ids);
}

async function changesNamed(db: Database, { changeId, batchId, commandId }: What): Promise<Change[]> {
  if (batchId) return newestFirst(await db.changes.where('k.batch').equals(batchId).toArray());
  if (commandId) return newestFirst(await db.changes.where('k.command').equals(commandId).toArray());
  const row = changeId ? await db.changes.get(changeId) : undefined;
  return row ? wholeBatch(db, row.body) : [];
}

function newestFirst(rows: { body: Change }[]): Change[] {
  return rows.map((row) => row.body).sort((a, b) => (a.clock < b.clock ? 1 : -1));
}

async function wholeBatch(db: Database, change: Change): Promise<Change[]> {
  return change.batchId ? changesNamed(db, { batchId: change.batchId }) : [change];
}

/** What this device did by hand, the last first, until `stop` says what it is. */
async function walk(db: Database, stop: (change: Change) => 'this' | 'none' | 'on'): Promise<Change[]> {
  const device = String((await db.meta.get('device'))?.value ?? '');
  let verdict: 'this' | 'none' | 'on' = 'on';
  const row = await db.changes
    .where('k.mine')
    .between(`${device}|`, `${device}~`)
    .reverse()
    .filter(({ body }) => {
      if (!BY_HAND.includes(body.caller) || body.edits.length === 0) return false;
      verdict = stop(body);
      return verdict !== 'on';
    })
    .first();
  return row && (verdict as string) === 'this' ? wholeBatch(db, row.body) : [];
}

function lastDone(db: Database): Promise<Change[]> {
  return walk(db, ({ undoes, undoneBy }) => (undoes === null && undoneBy === null ? 'this' : 'on'));
}

function lastUndone(db: Database): Promise<Change[]> {
  return walk(db, ({ op, undoes, undoneBy }) => {
    if (undoneBy !== null) return 'on';
    if (undoes === null) return 'none';
    return op === 'changes.undo' ? 'this' : 'on';
  });
}

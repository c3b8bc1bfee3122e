import { v7 as uuid } from 'uuid';
import type { BackupPreview } from '@/lib/api/data-views';
import type { ChangedTable } from '@/lib/crm/changes';
import { isCounted } from './backup';
import { isPlain, NOUN_NAMES, type StoredBody } from './backup-nouns';
import { type BackupFile, readBackup } from './backup-read';
import { batch, type Progress } from './batch';
import { observe } from './clock';
import { type Database, SCHEMA_VERSION } from './database';
import { settleDead, takeBackDead } from './dead-jobs';
import { stopped } from './errors';
import { alone, lockOf, underway } from './lock';
import { LOG } from './log';
import { conflictView, emptyTables, partedRows, type Side } from './restore-conflicts';
import { type Fate, fateOf, mergeRows } from './restore-rows';
import {
  behindOf,
  makeBehind,
  makeFigures,
  type Read,
  Reader,
  type Turn,
  turnsOf,
  weightOf,
} from './restore-turns';
import { takeBack } from './take-back';
import type { Context } from './work';

/** Conflicts that are shown, the others follow the rule for all; and values that were cut, of which the preview says how many. */
const MOST_SHOWN = 200;

/** A file with more contacts that comes into an empty store is a move to it: what is derived is made once, when all is there. */
const MANY = 1000;

/** The command that restores: of a store one is at work at a time. */
const OP = 'backup.restore';

/**
 * What restoring the file would do. History is not counted: it is added to. Of a restoring that died nothing stays: it is taken back first.
 * @throws StoreError `underway`
 */
export async function previewBackup(
  db: Database,
  file: Blob,
  onProgress?: Progress['onProgress'],
): Promise<BackupPreview> {
  if (!(await settleDead(db, OP))) throw underway();
  const backup = await readBackup(file, SCHEMA_VERSION);
  const { savedAt, cut, parts, live } = backup;
  const parted = await partedRows(db, backup);
  const empty = await emptyTables(db);
  const fates: Record<Fate, number> = { adds: 0, replaces: 0, leaves: 0 };
  const counts = Object.fromEntries(NOUN_NAMES.filter(isCounted).map((noun) => [noun, live[noun]]));
  const conflicts: BackupPreview['conflicts'] = [];
  let conflictCount = 0;
  const total = parts.reduce((sum, part) => sum + part.rows, 0);
  let done = 0;
  for (const part of parts) {
    const { noun } = part;
    done += part.rows;
    onProgress?.(done, total);
    if (noun === 'changes' || isPlain(noun)) continue;
    if (empty.has(noun)) {
      fates.adds += part.rows;
      continue;
    }
    const bodies = await backup.read(part);
    const stored = await db.table(noun).bulkGet(bodies.map((body) => body.id));
    for (const [index, body] of bodies.entries()) {
      const mine: StoredBody | undefined = stored[index]?.body;
      const state = parted.get(`${noun}/${body.id}`);
      fates[fateOf(mine, body, state)] += 1;
      if (state !== 'both' || !mine) continue;
      conflictCount += 1;
      if (conflicts.length < MOST_SHOWN) conflicts.push(conflictView(noun as ChangedTable, mine, body));
    }
  }
  return {
    savedAt,
    counts,
    ...fates,
    conflicts,
    conflictCount,
    cut: cut.slice(0, MOST_SHOWN),
    cutCount: cut.length,
  };
}

interface Restored {
  batchId: string;
  added: number;
  replaced: number;
  left: number;
}

interface Chosen {
  file: Blob;
  /** For rows that both sides changed, by `table/id`. */
  choices?: [string, Side][] | undefined;
  /** For those without a choice: the later one when left out. */
  otherwise?: Side | undefined;
}

/**
 * Merges a backup into the store by id, the later clock winning where nothing else was chosen, as one batch that can be undone.
 * @param many a file with more contacts that comes into an empty store is a move
 */
export async function restoreBackup(ctx: Context & Progress, given: Chosen, many = MANY): Promise<Restored> {
  const backup = await readBackup(given.file, SCHEMA_VERSION);
  return alone(lockOf(ctx.db, OP), async () => {
    await takeBackDead(ctx.db, OP, ctx.commandId);
    return write(ctx, given, backup, many);
  });
}

/** Whether the file comes into an empty store. One that died goes on as it began. */
async function isMoving({ db, commandId }: Context, backup: BackupFile, many: number): Promise<boolean> {
  const job = await db.jobs.where('commandId').equals(commandId).first();
  if (job) return job.isBare ?? false;
  return backup.rows.contacts > many && (await emptyTables(db)).has('contacts');
}

async function write(
  ctx: Context & Progress,
  given: Chosen,
  backup: BackupFile,
  many: number,
): Promise<Restored> {
  const parted = await partedRows(ctx.db, backup);
  const choices = new Map(given.choices ?? []);
  const wanted = (key: string): Side | undefined =>
    parted.get(key) === 'both' ? (choices.get(key) ?? given.otherwise) : undefined;
  const isMove = await isMoving(ctx, backup, many);
  const turns = turnsOf(backup, isMove);
  const weights = turns.map(weightOf);
  const upTo = (turn: number) => weights.slice(0, turn).reduce((sum, one) => sum + one, 0);
  const { contacts } = backup.rows;
  const total = upTo(turns.length) + (isMove ? behindOf(contacts) : 0);
  const batchId = uuid();
  const reader = new Reader(turns, backup);
  let read: Read[] = [];
  const restore = () =>
    batch<Turn, Restored & { figured?: string }>(
      { ...ctx, onProgress: (done) => ctx.onProgress?.(upTo(done), total) },
      {
        items: turns,
        size: 1,
        batchId,
        isBare: isMove,
        start: { batchId, added: 0, replaced: 0, left: 0 },
        prepare: async ([turn]) => {
          read = turn ? await reader.read(turn) : [];
        },
        run: async (work, [turn], { figured = '', ...result }) => {
          const upToNow = await makeFigures(work, turn, figured);
          if (upToNow !== null) return turn === turns.at(-1) ? result : { ...result, figured: upToNow };
          work.about.add(LOG);
          const clocks = read.flatMap(({ bodies }) => bodies.flatMap(({ clock }) => clock ?? [])).sort();
          await observe(work.db, clocks.at(-1) ?? '');
          const fates = { adds: 0, replaces: 0, leaves: 0 };
          for (const rows of read) {
            const fated = await mergeRows(work, rows, (key) => ({
              parted: parted.get(key),
              wanted: wanted(key),
            }));
            for (const fate of fated) fates[fate] += 1;
          }
          return {
            ...result,
            added: result.added + fates.adds,
            replaced: result.replaced + fates.replaces,
            left: result.left + fates.leaves,
          };
        },
      },
    );
  if (!isMove) return restore();
  const behind = (tell: (more: number) => void, signal?: AbortSignal) =>
    makeBehind(ctx.db, contacts, tell, signal).catch(() => undefined);
  try {
    const restored = await restore();
    await behind((more) => ctx.onProgress?.(upTo(turns.length) + more, total), ctx.signal);
    if (!ctx.signal?.aborted) return restored;
    await takeBackDone(ctx, restored.batchId, turns.length);
    throw stopped();
  } catch (error) {
    // Of what was here before; no bar says that something comes.
    await behind(() => undefined);
    throw error;
  }
}

/** Takes back a move whose rows are all written. Its job is there again meanwhile: should the page die, others go on with it. */
async function takeBackDone({ db, commandId, op, now }: Context, id: string, turns: number): Promise<void> {
  const was = { id, commandId, op, cursor: turns, total: turns, result: null, beatAt: now() };
  await db.jobs.put({ ...was, isBare: true, stopped: true });
  await takeBack(db, commandId);
}

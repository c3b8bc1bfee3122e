import { v7 as uuid } from 'uuid';
import type { BackupPreview } from '@/lib/api/data-views';
import type { Change, ChangedTable } from '@/lib/crm/changes';
import { isCounted } from './backup';
import {
  isPlain,
  isRecordNoun,
  NOUN_NAMES,
  type Noun,
  type PlainNoun,
  type RecordNoun,
  type StoredBody,
} from './backup-nouns';
import { type BackupFile, type BackupPart, readBackup } from './backup-read';
import { batch, CHUNK, type Progress } from './batch';
import { observe } from './clock';
import { type Database, SCHEMA_VERSION } from './database';
import { fillLists } from './fill-lists';
import { unfill } from './filled';
import { alone } from './lock';
import { LOG } from './log';
import { conflictView, emptyTables, type Parted, partedRows, type Side } from './restore-conflicts';
import { takeBack } from './take-back';
import { type Bodies, type Context, changeRow, type Work } from './work';

/** Conflicts that are shown, the others follow the rule for all; and values that were cut, of which the preview says how many. */
const MOST_SHOWN = 200;

/** A file with more contacts that comes into an empty store is a move to it: lists are filled once, when all is there. */
const MANY = 1000;

/** The command that restores: of a store one is at work at a time. */
const OP = 'backup.restore';

type Fate = 'adds' | 'replaces' | 'leaves';

/** The row with the later clock wins; of two with one clock the stored one stays. */
function fateOf(stored: StoredBody | undefined, given: StoredBody, parted?: Parted): Fate {
  if (!stored?.clock) return 'adds';
  if (parted === 'here') return 'leaves';
  if (parted === 'there') return 'replaces';
  return stored.clock < given.clock ? 'replaces' : 'leaves';
}

/** What restoring the file would do. History is not counted: it is added to. */
export async function previewBackup(
  db: Database,
  file: Blob,
  onProgress?: Progress['onProgress'],
): Promise<BackupPreview> {
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

/** Merges a backup into the store by id, the later clock winning where nothing else was chosen, as one batch that can be undone. */
export async function restoreBackup(ctx: Context & Progress, given: Chosen): Promise<Restored> {
  const backup = await readBackup(given.file, SCHEMA_VERSION);
  return alone(`${OP}-${ctx.db.name}`, async () => {
    await takeBackDead(ctx);
    return write(ctx, given, backup);
  });
}

/**
 * A restoring that died is taken back before the next begins: rows that it wrote would look as if they had always been here, and go
 * when its remains are swept.
 */
async function takeBackDead({ db, commandId }: Context): Promise<void> {
  const dead = await db.jobs
    .filter((job) => job.op === OP && job.items === undefined && job.commandId !== commandId)
    .toArray();
  for (const job of dead) await takeBack(db, job.commandId);
}

/** Parts that are written in one transaction: of nouns with few rows several. */
function turnsOf(parts: readonly BackupPart[]): BackupPart[][] {
  const turns: BackupPart[][] = [];
  let rows = CHUNK;
  for (const part of parts) {
    if (rows + part.rows > CHUNK) {
      turns.push([]);
      rows = 0;
    }
    turns.at(-1)!.push(part);
    rows += part.rows;
  }
  return turns;
}

async function write(ctx: Context & Progress, given: Chosen, backup: BackupFile): Promise<Restored> {
  const parted = await partedRows(ctx.db, backup);
  const choices = new Map(given.choices ?? []);
  const wanted = (key: string): Side | undefined =>
    parted.get(key) === 'both' ? (choices.get(key) ?? given.otherwise) : undefined;
  const turns = turnsOf(backup.parts);
  const rows = turns.map((turn) => turn.reduce((sum, part) => sum + part.rows, 0));
  const upTo = (turn: number) => rows.slice(0, turn).reduce((sum, count) => sum + count, 0);
  const batchId = uuid();
  const isMove = backup.rows.contacts > MANY && (await emptyTables(ctx.db)).has('contacts');
  if (isMove) await unfill(ctx.db);
  // The file is read outside of transactions: inside one nothing but the database is waited for.
  let read: { noun: Noun; bodies: StoredBody[] }[] = [];
  const restore = () =>
    batch<BackupPart[], Restored>(
      { ...ctx, onProgress: (done) => ctx.onProgress?.(upTo(done), upTo(turns.length)) },
      {
        items: turns,
        size: 1,
        batchId,
        start: { batchId, added: 0, replaced: 0, left: 0 },
        prepare: async ([turn = []]) => {
          read = [];
          for (const part of turn) read.push({ noun: part.noun, bodies: await backup.read(part) });
        },
        run: async (work, _, result) => {
          work.about.add(LOG);
          const clocks = read.flatMap(({ bodies }) => bodies.flatMap(({ clock }) => clock ?? [])).sort();
          await observe(work.db, clocks.at(-1) ?? '');
          const fates = { adds: 0, replaces: 0, leaves: 0 };
          for (const { noun, bodies } of read) {
            if (noun === 'changes')
              work.brought.push(...(await mergeHistory(work.db, bodies as unknown as Change[])));
            else if (isRecordNoun(noun)) await mergeRecords(work.db, noun, bodies);
            else if (isPlain(noun)) await mergePlain(work.db, noun, bodies);
            else {
              const fated = await merge(work, noun, bodies, (key) => ({
                parted: parted.get(key),
                wanted: wanted(key),
              }));
              for (const fate of fated) fates[fate] += 1;
            }
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
  try {
    return await restore();
  } finally {
    // Where the page is gone, the next start does it.
    if (isMove) await fillLists(ctx.db).catch(() => undefined);
  }
}

async function merge(
  work: Work,
  table: ChangedTable,
  bodies: StoredBody[],
  stateOf: (key: string) => { parted: Parted | undefined; wanted: Side | undefined },
): Promise<Fate[]> {
  const stored = await work.load(
    table,
    bodies.map((body) => body.id),
  );
  return bodies.map((body, index) => {
    const mine = stored[index] as StoredBody | undefined;
    const { parted, wanted } = stateOf(`${table}/${body.id}`);
    if (mine && wanted === 'mine') {
      // Or the other's, which is later, would win on the next computer.
      if (mine.clock < body.clock) work.renew(table, body.id);
      return 'leaves';
    }
    if (mine && wanted === 'theirs' && body.clock < mine.clock) {
      takeOver(mine, body);
      return 'replaces';
    }
    const fate = fateOf(mine, body, parted);
    if (fate !== 'leaves') work.replace(table, body as unknown as Bodies[ChangedTable]);
    return fate;
  });
}

/** The earlier row was chosen: it is written as a change of now, or the later one would win again on the next computer. */
function takeOver(mine: StoredBody, theirs: StoredBody): void {
  for (const field of Object.keys(mine)) if (!(field in theirs)) delete mine[field];
  Object.assign(mine, theirs);
}

/** Keys and the hub: the later one wins as with every row, and none is ever taken back: without its key no answer can be read. */
async function mergePlain(db: Database, noun: PlainNoun, bodies: StoredBody[]): Promise<void> {
  const stored = await db.table(noun).bulkGet(bodies.map((body) => body.id));
  const later = bodies.filter((body, index) => fateOf(stored[index]?.body, body) !== 'leaves');
  await db.table(noun).bulkPut(later.map((body) => ({ id: body.id, k: {}, body })));
}

/** Index keys of rows that were recorded once. */
const RECORD_KEYS: { [N in RecordNoun]: (body: StoredBody) => object } = {
  imports: ({ at }) => ({ at }),
  snapshots: ({ segmentId }) => ({ segment: segmentId }),
  photos: ({ contactId }) => ({ contact: contactId }),
};

/** What was recorded once: reports of imports, whom a segment held on a day, pictures. Those that are here stay as they are. */
async function mergeRecords(db: Database, noun: RecordNoun, bodies: StoredBody[]): Promise<void> {
  const known = await db.table(noun).bulkGet(bodies.map((body) => body.id));
  const added = bodies.filter((_, index) => !known[index]);
  await db.table(noun).bulkPut(added.map((body) => ({ id: body.id, k: RECORD_KEYS[noun](body), body })));
}

/** Changes are facts: those that are here stay as they are, the others are added. Gives the ids of these. */
async function mergeHistory(db: Database, changes: Change[]): Promise<string[]> {
  const known = await db.changes.bulkGet(changes.map((change) => change.id));
  const added = changes.filter((_, index) => !known[index]);
  await db.changes.bulkPut(added.map(changeRow));
  return added.map((change) => change.id);
}

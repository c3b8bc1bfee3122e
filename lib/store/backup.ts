import { v7 as uuid } from 'uuid';
import type { BackupPreview } from '@/lib/api/views';
import { localMoment } from '@/lib/crm/calendar';
import type { Change, ChangedTable } from '@/lib/crm/changes';
import {
  type BackupFile,
  isPlain,
  NOUN_NAMES,
  type Noun,
  type PlainNoun,
  type Rows,
  readBackup,
  rowsText,
  type StoredBody,
  writeBackup,
} from './backup-file';
import { batch, CHUNK, type Progress } from './batch';
import { observe } from './clock';
import { type Database, SCHEMA_VERSION } from './database';
import { setDevice } from './settings';
import { type Bodies, type Context, changeRow, type Work } from './work';

/** Rows read at once: the bodies of one part are let go before the next is read, and only their text is kept. */
const PART = 2000;

/** Everything as one file. Drafts, figures and what belongs to this device are left out. */
export async function saveBackup(
  db: Database,
  { now, zone }: { now: number; zone: string },
): Promise<{ file: string; name: string; counts: Record<string, number> }> {
  const texts = {} as Record<Noun, string[]>;
  const counts: Record<string, number> = {};
  await db.transaction('r', NOUN_NAMES, async () => {
    for (const noun of NOUN_NAMES) {
      texts[noun] = [];
      let last = '';
      for (let more = true; more; ) {
        const part = await db.table(noun).where('id').above(last).limit(PART).toArray();
        const bodies: StoredBody[] = part.map((row) => row.body);
        if (part.length > 0) texts[noun].push(rowsText(bodies));
        if (isCounted(noun)) counts[noun] = (counts[noun] ?? 0) + countOf(bodies);
        last = part.at(-1)?.id;
        more = part.length === PART;
      }
    }
  });
  const { day, time } = localMoment(now, zone);
  return {
    file: writeBackup(texts, SCHEMA_VERSION, now),
    name: `sidelight-${day}-${time.replace(':', '')}.json`,
    counts,
  };
}

/** Notes that a backup file was written to disk. */
export function backupSaved(db: Database, now: number): Promise<void> {
  return setDevice(db, { lastBackupAt: now, changesSinceBackup: 0, backupSnoozedUntil: null });
}

/** Rows of each noun that a user would count: without deleted ones and without the history. */
function countsOf(rows: Rows): Record<string, number> {
  return Object.fromEntries(NOUN_NAMES.filter(isCounted).map((noun) => [noun, countOf(rows[noun])]));
}

/** Nouns that a user has a number of. */
function isCounted(noun: Noun): boolean {
  return noun !== 'settings' && !isPlain(noun);
}

function countOf(bodies: StoredBody[]): number {
  return bodies.filter((body) => !body.deletedAt).length;
}

type Fate = 'adds' | 'replaces' | 'leaves';

/** The row with the later clock wins; of two with one clock the stored one stays. */
function fateOf(stored: StoredBody | undefined, given: StoredBody): Fate {
  if (!stored?.clock) return 'adds';
  return stored.clock < given.clock ? 'replaces' : 'leaves';
}

/** What restoring the file would do. History is not counted: it is added to. */
export async function previewBackup(db: Database, file: string): Promise<BackupPreview> {
  const { savedAt, rows } = readBackup(file, SCHEMA_VERSION);
  const fates: Record<Fate, number> = { adds: 0, replaces: 0, leaves: 0 };
  for (const noun of NOUN_NAMES) {
    if (noun === 'changes' || isPlain(noun)) continue;
    for (let start = 0; start < rows[noun].length; start += CHUNK) {
      const part = rows[noun].slice(start, start + CHUNK);
      const stored = await db.table(noun).bulkGet(part.map((body) => body.id));
      for (const [index, body] of part.entries()) fates[fateOf(stored[index]?.body, body)] += 1;
    }
  }
  return { savedAt, counts: countsOf(rows), ...fates };
}

interface Restored {
  batchId: string;
  added: number;
  replaced: number;
  left: number;
}

/** Merges a backup into the store by id, the later clock winning, as one batch that can be undone. */
export async function restoreBackup(ctx: Context & Progress, { file }: { file: string }): Promise<Restored> {
  const read = readBackup(file, SCHEMA_VERSION);
  const items = itemsOf(read);
  const latest =
    items
      .map(({ body }) => body.clock)
      .sort()
      .at(-1) ?? '';
  const batchId = uuid();
  return batch(ctx, {
    items,
    batchId,
    start: { batchId, added: 0, replaced: 0, left: 0 },
    run: async (work, part, result) => {
      await observe(work.db, latest);
      const fates = { adds: 0, replaces: 0, leaves: 0 };
      for (const noun of new Set(part.map((item) => item.noun))) {
        const bodies = part.filter((item) => item.noun === noun).map((item) => item.body);
        if (noun === 'changes') work.brought = await mergeHistory(work.db, bodies as unknown as Change[]);
        else if (isPlain(noun)) await mergePlain(work.db, noun, bodies);
        else for (const fate of await merge(work, noun, bodies)) fates[fate] += 1;
      }
      return {
        ...result,
        added: result.added + fates.adds,
        replaced: result.replaced + fates.replaces,
        left: result.left + fates.leaves,
      };
    },
  });
}

function itemsOf({ rows }: BackupFile): { noun: Noun; body: StoredBody }[] {
  return NOUN_NAMES.flatMap((noun) => rows[noun].map((body) => ({ noun, body })));
}

async function merge(work: Work, table: ChangedTable, bodies: StoredBody[]): Promise<Fate[]> {
  const stored = await work.load(
    table,
    bodies.map((body) => body.id),
  );
  return bodies.map((body, index) => {
    const fate = fateOf(stored[index] as StoredBody | undefined, body);
    if (fate !== 'leaves') work.replace(table, body as unknown as Bodies[ChangedTable]);
    return fate;
  });
}

/** Keys and the hub: the later one wins as with every row, and none is ever taken back: without its key no answer can be read. */
async function mergePlain(db: Database, noun: PlainNoun, bodies: StoredBody[]): Promise<void> {
  const stored = await db.table(noun).bulkGet(bodies.map((body) => body.id));
  const later = bodies.filter((body, index) => fateOf(stored[index]?.body, body) !== 'leaves');
  await db.table(noun).bulkPut(later.map((body) => ({ id: body.id, k: {}, body })));
}

/** Changes are facts: those that are here stay as they are, the others are added. Gives the ids of these. */
async function mergeHistory(db: Database, changes: Change[]): Promise<string[]> {
  const known = await db.changes.bulkGet(changes.map((change) => change.id));
  const added = changes.filter((_, index) => !known[index]);
  await db.changes.bulkPut(added.map(changeRow));
  return added.map((change) => change.id);
}

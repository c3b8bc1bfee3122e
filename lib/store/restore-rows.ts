import type { Change, ChangedTable } from '@/lib/crm/changes';
import { isPlain, isRecordNoun, type PlainNoun, type RecordNoun, type StoredBody } from './backup-nouns';
import type { Database } from './database';
import type { Body } from './edits';
import type { Parted, Side } from './restore-conflicts';
import type { Read } from './restore-turns';
import { type Bodies, changeRow, type Work } from './work';

/** What becomes of rows of a backup, noun by noun. */

export type Fate = 'adds' | 'replaces' | 'leaves';

/** The row with the later clock wins; of two with one clock the stored one stays. */
export function fateOf(stored: StoredBody | undefined, given: StoredBody, parted?: Parted): Fate {
  if (!stored?.clock) return 'adds';
  if (parted === 'here') return 'leaves';
  if (parted === 'there') return 'replaces';
  return stored.clock < given.clock ? 'replaces' : 'leaves';
}

/** Of a row that stands here too: how its states came apart, and whose the user chose. */
type StateOf = (key: string) => { parted: Parted | undefined; wanted: Side | undefined };

/** Merges rows of one noun into the store, inside the transaction of the work. Answers what became of each that is counted. */
export async function mergeRows(
  work: Work,
  { noun, bodies, fresh }: Read,
  stateOf: StateOf,
): Promise<Fate[]> {
  if (noun === 'changes') work.brought.push(...(await mergeHistory(work.db, bodies as unknown as Change[])));
  else if (isRecordNoun(noun)) await mergeRecords(work.db, noun, bodies);
  else if (isPlain(noun)) await mergePlain(work.db, noun, bodies);
  else return merge(work, noun, { bodies, fresh }, stateOf);
  return [];
}

async function merge(
  work: Work,
  table: ChangedTable,
  { bodies, fresh }: Omit<Read, 'noun'>,
  stateOf: StateOf,
): Promise<Fate[]> {
  if (await isNew(work, table, bodies)) {
    for (const [index, body] of bodies.entries()) work.bring(table, body as Body, fresh[index]!);
    return bodies.map(() => 'adds');
  }
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

/** Fewer are looked for one by one. */
const FEW = 100;

/** Whether none of many rows is here, nor in a part that this turn wrote before: where nothing stands between the first and the last of them, they need not be looked for. */
async function isNew(work: Work, table: ChangedTable, bodies: StoredBody[]): Promise<boolean> {
  if (bodies.length < FEW) return false;
  const ids = bodies.map(({ id }) => id).sort();
  if (new Set(ids).size < ids.length || ids.some((id) => work.read(table, id))) return false;
  return (await work.db.table(table).where('id').between(ids[0], ids.at(-1), true, true).count()) === 0;
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

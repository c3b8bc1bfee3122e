import type { Database } from '../database';
import type { Block } from './blocks';
import { allMarks, type Marks } from './marks';
import type { Run } from './runs';

/** What one question read is there for the next, as long as nobody wrote to the index: who types a word asks for each letter. */

export interface Memory {
  runs: Run[];
  marks: Omit<Marks, 'page'>;
  /** Those read so far, by run and place; the latest last. */
  blocks: Map<string, Block>;
}

/** Row of `meta` that is another after every transaction that wrote to the index. */
export const STATE = 'searchState';

/** Blocks of 32 kB that are kept. A common letter reads some hundred of a large store. */
const MOST_BLOCKS = 256;

const memories = new WeakMap<Database, { state: string; memory: Memory }>();

/** Says that the index is another now, inside the transaction that wrote to it. */
export async function changeState(db: Database): Promise<void> {
  await db.meta.put({ key: STATE, value: crypto.randomUUID() });
}

/** The index as it stands, inside a transaction that reads it and `meta`. */
export async function memoryOf(db: Database): Promise<Memory> {
  const state = (await db.meta.get(STATE))?.value;
  const known = memories.get(db);
  if (known && known.state === state) return known.memory;
  const [runs, marks] = await Promise.all([db.searchRuns.toArray(), allMarks(db)]);
  const memory = { runs, marks, blocks: known ? stillThere(known.memory, runs) : new Map<string, Block>() };
  if (state !== undefined) memories.set(db, { state: String(state), memory });
  return memory;
}

/** Of the blocks that were read those whose runs nobody has written since: a command adds a run, and leaves the large ones. */
function stillThere({ runs, blocks }: Memory, now: readonly Run[]): Map<string, Block> {
  const made = new Map(now.map((run) => [run.id, run.made]));
  const same = new Set(
    runs.flatMap((run) => (run.made !== undefined && made.get(run.id) === run.made ? [String(run.id)] : [])),
  );
  return new Map([...blocks].filter(([key]) => same.has(key.slice(0, key.indexOf(',')))));
}

/** Blocks by run and place; those that are missing are in no answer. */
export async function blocksOf(
  db: Database,
  { blocks }: Memory,
  keys: [number, number][],
): Promise<Map<string, Block>> {
  const found = new Map<string, Block>();
  const unread: [number, number][] = [];
  for (const key of keys) {
    const block = blocks.get(key.join());
    if (block) found.set(key.join(), block);
    else unread.push(key);
  }
  const rows = unread.length > 0 ? await db.searchBlocks.bulkGet(unread) : [];
  for (const [at, key] of unread.entries()) if (rows[at]) found.set(key.join(), rows[at]);
  for (const [key, block] of found) {
    blocks.delete(key);
    blocks.set(key, block);
  }
  for (const key of blocks.keys()) {
    if (blocks.size <= MOST_BLOCKS) break;
    blocks.delete(key);
  }
  return found;
}

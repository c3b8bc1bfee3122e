import type { Database } from '../database';
import { type Block, BlockWriter, noPostings, type Postings } from './blocks';
import { Merging } from './merge';
import type { Rank } from './texts';

/** What was added to the index together, and how runs of like size become one. */

/** A run as stored. Of a small one the only block stands in it. */
export interface Run {
  /** Later runs have higher ones. */
  id: number;
  /** First word of each block. */
  firsts: string[];
  /** Documents that it replaces: what older runs say of them is void. Ascending. */
  voids: number[];
  /** Of all blocks: units of words and bytes of postings. */
  size: number;
  /** Another for each that was ever written: an id may come again, when runs were merged under it. */
  made?: string;
  block?: Block;
}

/** A block of a run that has several, or a large one. */
export interface StoredBlock extends Block {
  run: number;
  at: number;
}

/** What becomes of a document. */
export interface Change {
  document: number;
  /** What was known of it is void; else this is added. */
  replaces: boolean;
  words: Map<string, Rank>;
}

const SMALL = 8192;
/** So many runs of one size become one. */
const FAN = 8;
/** What a command's own transaction merges, and no more: some 20 ms. */
const MOST_AT_ONCE = 1_000_000;

function levelOf({ size }: Pick<Run, 'size'>): number {
  return Math.max(0, Math.ceil(Math.log2((size + 1) / SMALL) / 3));
}

/** Adds what became of documents as a run, inside the transaction that wrote their rows. */
export async function addRun(db: Database, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const writer = written(changes);
  const voids = changes.filter((one) => one.replaces).map((one) => one.document);
  const runs: Pick<Run, 'id' | 'size'>[] = await db.searchRuns.toArray();
  const id = (runs.at(-1)?.id ?? 0) + 1;
  await putRun(db, id, writer, voids.sort(ascending));
  runs.push({ id, size: writer.size });
  await mergeSmall(db, runs);
}

const ascending = (a: number, b: number) => a - b;

function written(changes: Change[]): BlockWriter {
  const inverted = new Map<string, Postings>();
  for (const { document, words } of [...changes].sort((a, b) => a.document - b.document)) {
    for (const [word, rank] of words) {
      let postings = inverted.get(word);
      if (!postings) {
        postings = noPostings();
        inverted.set(word, postings);
      }
      postings[rank].push(document);
    }
  }
  const writer = new BlockWriter();
  for (const word of [...inverted.keys()].sort()) writer.add(word, inverted.get(word)!);
  return writer.finish();
}

async function putRun(db: Database, id: number, writer: BlockWriter, voids: number[]): Promise<void> {
  const { blocks, firsts, size } = writer;
  const [first] = blocks;
  const inside = blocks.length === 1 && size <= SMALL;
  const made = crypto.randomUUID();
  await db.searchRuns.put({ id, firsts, voids, size, made, ...(inside && first ? { block: first } : {}) });
  if (!inside) await db.searchBlocks.bulkPut(blocks.map((block, at) => ({ run: id, at, ...block })));
}

/** Merges the last runs while there are many of one size. */
async function mergeSmall(db: Database, runs: Pick<Run, 'id' | 'size'>[]): Promise<void> {
  for (;;) {
    const level = levelOf(runs.at(-1)!);
    let start = runs.length;
    while (start > 0 && levelOf(runs[start - 1]!) <= level) start -= 1;
    const last = runs.slice(start);
    const size = last.reduce((sum, run) => sum + run.size, 0);
    if (last.length < FAN || size > MOST_AT_ONCE) return;
    const merging = new Merging(
      await readRuns(
        db,
        last.map((run) => run.id),
      ),
      start === 0,
    );
    merging.run();
    await replaceRuns(
      db,
      last.map((run) => run.id),
      merging,
    );
    runs.splice(start, last.length, { id: last.at(-1)!.id, size: merging.writer.size });
  }
}

/** A run with all its blocks. */
export interface WholeRun {
  id: number;
  voids: number[];
  blocks: Block[];
}

/** Runs with their blocks, in the order of the ids given. */
export async function readRuns(db: Database, ids: number[]): Promise<WholeRun[]> {
  const runs = await db.searchRuns.bulkGet(ids);
  const blocks = await Promise.all(
    runs.map((run) =>
      !run || run.block
        ? []
        : db.searchBlocks
            .where('[run+at]')
            .between([run.id, 0], [run.id, Number.POSITIVE_INFINITY])
            .toArray(),
    ),
  );
  return runs.flatMap((run, at) =>
    run ? [{ id: run.id, voids: run.voids, blocks: run.block ? [run.block] : blocks[at]! }] : [],
  );
}

/** Puts a merged run in the place of those that it was made of. */
export async function replaceRuns(db: Database, ids: number[], merged: Merging): Promise<void> {
  for (const id of ids) {
    await db.searchBlocks.where('[run+at]').between([id, 0], [id, Number.POSITIVE_INFINITY]).delete();
  }
  await db.searchRuns.bulkDelete(ids);
  await putRun(db, ids.at(-1)!, merged.writer, merged.voids);
}

/** Makes all runs one without the documents given, inside a transaction: nothing void is left on disk. */
export async function mergeAll(db: Database, without: ReadonlySet<number>): Promise<void> {
  const ids = await db.searchRuns.toCollection().primaryKeys();
  if (ids.length === 0) return;
  const merging = new Merging(await readRuns(db, ids), true, without);
  merging.run();
  await replaceRuns(db, ids, merging);
}

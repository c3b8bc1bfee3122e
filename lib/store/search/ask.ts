import type { Database } from '../database';
import { type Block, BlockReader, placeOf } from './blocks';
import { allMarks } from './marks';
import type { Pattern, Term } from './query';
import type { Run } from './runs';

/** Asks the index which documents hold every term, and orders them. */

/** A document that holds all terms. */
export interface Match {
  document: number;
  /** Place of its kind among `KINDS`. */
  kind: number;
  score: number;
}

/**
 * What a word is worth by where it stands, as its beginning and as a whole: a name goes before a company however many other words
 * are found elsewhere.
 */
const WORTH = [
  [800, 900],
  [140, 160],
  [60, 70],
  [20, 24],
  [6, 8],
] as const;
/** Found words are kept in bytes: by rank, and whether as a whole. */
const levelOf = (rank: number, whole: boolean) => 2 * (WORTH.length - rank) + Number(whole) - 1;
const worthOf = (level: number) => WORTH[WORTH.length - ((level + 1) >> 1)]![(level + 1) & 1]!;

interface Slice {
  run: number;
  pattern: Pattern;
  block: Block | undefined;
  key: [number, number];
}

/**
 * Documents that hold every term, best first, later ones first among equals; and how many there are.
 * @param kinds positions among `KINDS`, from 1; undefined for all
 * @throws RangeError when a block is broken
 */
export async function ask(
  db: Database,
  terms: readonly Term[],
  { limit, kinds }: { limit: number; kinds?: ReadonlySet<number> | undefined },
): Promise<{ matches: Match[]; total: number }> {
  const [runs, { days, kinds: kindOf }] = await Promise.all([db.searchRuns.toArray(), allMarks(db)]);
  const patterns = new Map(terms.flatMap(({ any }) => any.flat()).map((one) => [keyOf(one), one]));
  const found = await levelsOf(db, runs, [...patterns.values()], kindOf.length);
  const scores = new Uint16Array(kindOf.length);
  for (const [at, term] of terms.entries()) {
    const levels = levelsOfTerm(term, found, kindOf.length);
    for (let document = 0; document < scores.length; document += 1) {
      const level = levels[document]!;
      if (level === 0) scores[document] = 0;
      else if (at === 0 || scores[document]! > 0) scores[document]! += worthOf(level);
    }
  }
  const documents: number[] = [];
  for (let document = 0; document < scores.length; document += 1) {
    const kind = kindOf[document]!;
    if (scores[document]! > 0 && kind > 0 && (!kinds || kinds.has(kind))) documents.push(document);
  }
  const first = bestOf(documents, scores, days, limit);
  const matches = first.map((document) => ({
    document,
    kind: kindOf[document]!,
    score: scores[document]!,
  }));
  return { matches, total: documents.length };
}

const keyOf = ({ word, prefix }: Pattern) => `${word}${prefix ? '*' : ''}`;

/** The first in order. A common letter finds half the store: that is counted, and only what may come first is ordered. */
function bestOf(documents: number[], scores: Uint16Array, days: Uint16Array, limit: number): number[] {
  const least = limitOf(documents, scores, limit);
  const above = documents.filter((document) => scores[document]! > least);
  const level = documents.filter((document) => scores[document] === least);
  const oldest = limitOf(level, days, limit - above.length);
  return [...above, ...level.filter((document) => days[document]! >= oldest)]
    .sort((a, b) => scores[b]! - scores[a]! || days[b]! - days[a]! || b - a)
    .slice(0, limit);
}

/** The value that at least so many of the documents reach; 0 when they are fewer. */
function limitOf(documents: number[], values: Uint16Array, limit: number): number {
  const counts = new Uint32Array(0x1_0000);
  for (const document of documents) counts[values[document]!]! += 1;
  let value = counts.length - 1;
  for (let left = limit - counts[value]!; left > 0 && value > 0; left -= counts[value]!) value -= 1;
  return value;
}

/** Where a term is found: the best of its ways, each as good as the worst of its words. */
function levelsOfTerm({ any }: Term, found: Map<string, Uint8Array>, length: number): Uint8Array {
  const ways = any.map((patterns) => {
    const lists = patterns.map((pattern) => found.get(keyOf(pattern))!);
    return lists.length === 1 ? lists[0]! : combined(lists, length, Math.min);
  });
  return ways.length === 1 ? ways[0]! : combined(ways, length, Math.max);
}

function combined(lists: Uint8Array[], length: number, choose: (a: number, b: number) => number): Uint8Array {
  const all = Uint8Array.from(lists[0] ?? new Uint8Array(length));
  for (const list of lists.slice(1)) {
    for (let at = 0; at < length; at += 1) all[at] = choose(all[at]!, list[at]!);
  }
  return all;
}

async function levelsOf(
  db: Database,
  runs: Run[],
  patterns: Pattern[],
  length: number,
): Promise<Map<string, Uint8Array>> {
  const slices = runs.flatMap((run) => patterns.flatMap((pattern) => slicesOf(run, pattern)));
  const blocks = await blocksOf(db, slices);
  const levels = new Map(patterns.map((pattern) => [keyOf(pattern), new Uint8Array(length)]));
  const gone = new Uint8Array(length);
  const words = new Map<Block, string[]>();
  // The newest first: what it replaces is void in those before.
  for (const { id, voids } of [...runs].reverse()) {
    for (const slice of slices) {
      if (slice.run !== id) continue;
      const block = slice.block ?? blocks.get(slice.key.join());
      if (!block) throw new RangeError('A block of the search index is missing.');
      const own = words.get(block) ?? block.words.split('\n');
      words.set(block, own);
      read(block, own, slice.pattern, { into: levels.get(keyOf(slice.pattern))!, gone });
    }
    for (const document of voids) gone[document] = 1;
  }
  return levels;
}

/** The blocks of a run in which the pattern may stand. */
function slicesOf({ id, firsts, block }: Run, pattern: Pattern): Slice[] {
  const start = Math.max(0, placeOf(firsts, pattern.word) - 1);
  const slices: Slice[] = [];
  for (let at = start; at < firsts.length && (at === start || fits(firsts[at]!, pattern)); at += 1) {
    slices.push({ run: id, pattern, block, key: [id, at] });
  }
  return slices;
}

function fits(word: string, { word: wanted, prefix }: Pattern): boolean {
  return prefix ? word.startsWith(wanted) : word === wanted;
}

async function blocksOf(db: Database, slices: Slice[]): Promise<Map<string, Block>> {
  const keys = new Map(slices.filter((one) => !one.block).map((one) => [one.key.join(), one.key]));
  if (keys.size === 0) return new Map();
  const rows = await db.searchBlocks.bulkGet([...keys.values()]);
  return new Map(rows.flatMap((row) => (row ? [[`${row.run},${row.at}`, row] as const] : [])));
}

function read(
  block: Block,
  words: string[],
  pattern: Pattern,
  { into, gone }: { into: Uint8Array; gone: Uint8Array },
): void {
  const from = placeOf(words, pattern.word);
  if (from === words.length || !fits(words[from]!, pattern)) return;
  const reader = new BlockReader(block);
  for (let at = 0; at < from; at += 1) reader.skip();
  for (let at = from; at < words.length && fits(words[at]!, pattern); at += 1) {
    const whole = words[at] === pattern.word;
    reader.each((document, rank) => {
      const level = levelOf(rank, whole);
      if (gone[document] === 0 && into[document]! < level) into[document] = level;
    });
  }
}

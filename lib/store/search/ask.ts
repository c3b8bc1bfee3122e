import type { Database } from '../database';
import { type Block, BlockReader, placeOf } from './blocks';
import { blocksOf, type Memory, memoryOf } from './memory';
import type { Pattern, Term } from './query';
import type { Run } from './runs';
import { KINDS } from './texts';

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
const levelsBy = (whole: 0 | 1) => WORTH.map((_, rank) => 2 * (WORTH.length - rank) + whole - 1);
const [BEGUN, WHOLE] = [levelsBy(0), levelsBy(1)];
/** What a level is worth; 0 is not found. */
const WORTHS = [0, ...[...WORTH].reverse().flat()];

interface Slice {
  run: number;
  pattern: Pattern;
  block: Block | undefined;
  key: [number, number];
  /** Every word of the block begins with the pattern and goes on. */
  whole: boolean;
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
  const { scores, marks, total } = await scored(db, terms, { kinds });
  const matches = bestOf(scores, marks.days, limit).map((document) => ({
    document,
    kind: marks.kinds[document]!,
    score: scores[document]!,
  }));
  return { matches, total };
}

/**
 * The score of every document, 0 for those that do not hold every term.
 * @param ranks only the weightiest so many count
 */
export async function scored(
  db: Database,
  terms: readonly Term[],
  { kinds, ranks = WORTH.length }: { kinds?: ReadonlySet<number> | undefined; ranks?: number },
): Promise<{ scores: Uint16Array; marks: Memory['marks']; total: number }> {
  const memory = await memoryOf(db);
  const { marks } = memory;
  const { length } = marks.kinds;
  const patterns = new Map(terms.flatMap(({ any }) => any.flat()).map((one) => [keyOf(one), one]));
  const found = await levelsOf(db, memory, [...patterns.values()]);
  const scores = new Uint16Array(length);
  const isAsked = Uint8Array.from({ length: KINDS.length + 1 }, (_, kind) =>
    Number(kind > 0 && (!kinds || kinds.has(kind))),
  );
  const least = BEGUN[ranks - 1]!;
  let total = 0;
  for (const [at, term] of terms.entries()) {
    const levels = levelsOfTerm(term, found, length);
    total = 0;
    for (let document = 0; document < length; document += 1) {
      const level = levels[document]!;
      const before = scores[document]!;
      if (level < least || (at > 0 && before === 0) || isAsked[marks.kinds[document]!] === 0) {
        scores[document] = 0;
        continue;
      }
      scores[document] = before + WORTHS[level]!;
      total += 1;
    }
  }
  return { scores, marks, total };
}

const keyOf = ({ word, prefix }: Pattern) => `${word}${prefix ? '*' : ''}`;

/** The first in order. A common letter finds half the store: that is counted, and only what may come first is ordered. */
function bestOf(scores: Uint16Array, days: Uint16Array, limit: number): number[] {
  const least = reachedBy(limit, scores, null);
  const oldest = reachedBy(limit - least.above, days, { scores, score: least.value });
  const best: number[] = [];
  // Of those that are equal in all the later ones.
  let equal = limit - least.above - oldest.above;
  for (let document = scores.length - 1; document >= 0; document -= 1) {
    const score = scores[document]!;
    if (score < least.value || score === 0) continue;
    const day = days[document]!;
    const isBetter = score > least.value || day > oldest.value;
    if (!isBetter && (day < oldest.value || equal <= 0)) continue;
    if (!isBetter) equal -= 1;
    best.push(document);
  }
  return best.sort((a, b) => scores[b]! - scores[a]! || days[b]! - days[a]! || b - a);
}

const COUNTS = new Uint32Array(0x1_0000);

/** The value that at least so many documents reach, the smallest when they are fewer; and how many are above it. */
function reachedBy(
  limit: number,
  values: Uint16Array,
  of: { scores: Uint16Array; score: number } | null,
): { value: number; above: number } {
  COUNTS.fill(0);
  for (let document = 0; document < values.length; document += 1) {
    if (!of || of.scores[document] === of.score) COUNTS[values[document]!]! += 1;
  }
  // No document is found by a score of 0.
  const smallest = of ? 0 : 1;
  let value = COUNTS.length - 1;
  let above = 0;
  for (; value > smallest && above + COUNTS[value]! < limit; value -= 1) above += COUNTS[value]!;
  return { value, above };
}

/** Where a term is found: the best of its ways, each as good as the worst of its words. */
function levelsOfTerm({ any }: Term, found: Map<string, Uint8Array>, length: number): Uint8Array {
  const ways = any.map((patterns) => {
    const [first, ...rest] = patterns.map((pattern) => found.get(keyOf(pattern))!);
    if (!first || rest.length === 0) return first ?? new Uint8Array(length);
    const worst = first.slice();
    for (const list of rest) {
      for (let at = 0; at < length; at += 1) if (list[at]! < worst[at]!) worst[at] = list[at]!;
    }
    return worst;
  });
  const [first, ...rest] = ways;
  if (!first || rest.length === 0) return first ?? new Uint8Array(length);
  const best = first.slice();
  for (const list of rest) {
    for (let at = 0; at < length; at += 1) if (list[at]! > best[at]!) best[at] = list[at]!;
  }
  return best;
}

async function levelsOf(db: Database, memory: Memory, patterns: Pattern[]): Promise<Map<string, Uint8Array>> {
  const { runs, marks } = memory;
  const { length } = marks.kinds;
  const slices = runs.flatMap((run) => patterns.flatMap((pattern) => slicesOf(run, pattern)));
  const keys = new Map(slices.filter((one) => !one.block).map((one) => [one.key.join(), one.key]));
  const blocks = await blocksOf(db, memory, [...keys.values()]);
  const levels = new Map(patterns.map((pattern) => [keyOf(pattern), new Uint8Array(length)]));
  const gone = new Uint8Array(length);
  const words = new Map<Block, string[]>();
  // The newest first: what it replaces is void in those before.
  for (const { id, voids } of [...runs].reverse()) {
    for (const slice of slices) {
      if (slice.run !== id) continue;
      const block = slice.block ?? blocks.get(slice.key.join());
      if (!block) throw new RangeError('A block of the search index is missing.');
      const to = { levels: levels.get(keyOf(slice.pattern))!, gone };
      if (slice.whole) {
        const reader = new BlockReader(block);
        while (!reader.done) reader.raise(to.levels, gone, BEGUN);
        continue;
      }
      const own = words.get(block) ?? block.words.split('\n');
      words.set(block, own);
      read(block, own, slice.pattern, to);
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
    const [first, next] = [firsts[at]!, firsts[at + 1]];
    const whole = next !== undefined && first !== pattern.word && fits(first, pattern) && fits(next, pattern);
    slices.push({ run: id, pattern, block, key: [id, at], whole });
  }
  return slices;
}

function fits(word: string, { word: wanted, prefix }: Pattern): boolean {
  return prefix ? word.startsWith(wanted) : word === wanted;
}

function read(
  block: Block,
  words: string[],
  pattern: Pattern,
  { levels, gone }: { levels: Uint8Array; gone: Uint8Array },
): void {
  const from = placeOf(words, pattern.word);
  if (from === words.length || !fits(words[from]!, pattern)) return;
  const reader = new BlockReader(block);
  for (let at = 0; at < from; at += 1) reader.skip();
  for (let at = from; at < words.length && fits(words[at]!, pattern); at += 1)
    reader.raise(levels, gone, words[at] === pattern.word ? WHOLE : BEGUN);
}

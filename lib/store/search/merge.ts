import { BlockReader, BlockWriter, noPostings } from './blocks';
import type { WholeRun } from './runs';
import type { Rank } from './texts';

/** Where the next word of a run stands. */
class Cursor {
  word: string | undefined;
  private block = -1;
  private words: string[] = [];
  private at = 0;
  private reader: BlockReader | undefined;

  constructor(
    private readonly run: WholeRun,
    /** Documents that newer runs replace. */
    readonly gone: ReadonlySet<number>,
  ) {
    this.next();
  }

  get entry(): BlockReader {
    return this.reader!;
  }

  /** Goes on behind an entry that was read. */
  next(): void {
    this.at += 1;
    if (this.at >= this.words.length) {
      this.block += 1;
      const block = this.run.blocks[this.block];
      this.words = block ? block.words.split('\n') : [];
      this.reader = block && new BlockReader(block);
      this.at = 0;
    }
    this.word = this.words[this.at];
  }
}

/** Makes one run of several that follow each other, oldest first. */
export class Merging {
  readonly writer = new BlockWriter();
  readonly voids: number[];
  private readonly cursors: Cursor[];

  /**
   * @param oldest nothing stands behind them: what they replace need not be remembered
   * @param without documents that are left out
   */
  constructor(
    runs: WholeRun[],
    oldest: boolean,
    private readonly without: ReadonlySet<number> = new Set(),
  ) {
    const voids = new Set<number>();
    this.cursors = [];
    for (const run of [...runs].reverse()) {
      this.cursors.unshift(new Cursor(run, new Set(voids)));
      for (const document of run.voids) voids.add(document);
    }
    this.voids = oldest ? [] : [...voids].sort((a, b) => a - b);
  }

  /** Merges until `until` (as of `performance.now()`), or all. Tells whether it is done. */
  run(until = Number.POSITIVE_INFINITY): boolean {
    for (let turn = 1; ; turn += 1) {
      if (turn % 500 === 0 && performance.now() > until) return false;
      const word = this.first();
      if (word === undefined) break;
      this.merge(word);
    }
    this.writer.finish();
    return true;
  }

  private first(): string | undefined {
    let first: string | undefined;
    for (const { word } of this.cursors) {
      if (word !== undefined && (first === undefined || word < first)) first = word;
    }
    return first;
  }

  private merge(word: string): void {
    const own = this.cursors.filter((cursor) => cursor.word === word);
    const [only] = own;
    if (only && own.length === 1 && only.gone.size === 0 && this.without.size === 0) {
      for (; only.word === word; only.next()) this.writer.copy(word, only.entry.entry());
      return;
    }
    const ranks = new Map<number, Rank>();
    for (const cursor of own) {
      for (; cursor.word === word; cursor.next()) {
        cursor.entry.each((document, rank) => {
          if (cursor.gone.has(document) || this.without.has(document)) return;
          const known = ranks.get(document);
          if (known === undefined || rank < known) ranks.set(document, rank);
        });
      }
    }
    const postings = noPostings();
    for (const document of [...ranks.keys()].sort((a, b) => a - b))
      postings[ranks.get(document)!].push(document);
    this.writer.add(word, postings);
  }
}

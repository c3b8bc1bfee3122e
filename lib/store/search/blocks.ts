import type { Rank } from './texts';

/** Words in order with the documents that hold them, packed. */

/** Numbers of documents by rank, each list ascending. */
export type Postings = [number[], number[], number[], number[], number[]];

/** A part of a run as stored: the postings of its words stand one behind the other. */
export interface Block {
  /** Joined by line feeds, which no word holds, and sorted. A long list is several entries of one word. */
  words: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Of words and postings together. The browser puts a row of more than 64 kB into a file of its own. */
const FULL = 32_768;
/** Documents of one entry. */
const MOST = 8192;

export const noPostings = (): Postings => [[], [], [], [], []];

/** Appends entries in the order of their words, and gives the blocks. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  readonly firsts: string[] = [];
  size = 0;
  private words: string[] = [];
  private length = 0;
  private bytes = new Uint8Array(FULL);
  private end = 0;

  /** A word with its documents. */
  add(word: string, postings: Postings): void {
    const count = postings.reduce((sum, list) => sum + list.length, 0);
    if (count === 0) return;
    for (let done = 0; done < count; done += MOST) this.write(word, part(postings, done, done + MOST));
  }

  /** An entry as it stands in another block. */
  copy(word: string, bytes: Uint8Array): void {
    this.open(word, bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  finish(): this {
    if (this.words.length === 0) return this;
    const block = { words: this.words.join('\n'), bytes: this.bytes.slice(0, this.end) };
    this.firsts.push(this.words[0]!);
    this.blocks.push(block);
    this.size += block.words.length + this.end;
    this.words = [];
    this.length = 0;
    this.end = 0;
    return this;
  }

  private write(word: string, postings: Postings): void {
    const count = postings.reduce((sum, list) => sum + list.length, 0);
    this.open(word, count * 5 + 5 * 5);
    const groups = postings.flatMap((list, rank) => (list.length > 0 ? [{ list, rank }] : []));
    for (const [at, { list, rank }] of groups.entries()) {
      this.number((list.length << 4) | (rank << 1) | Number(at === groups.length - 1));
      let before = 0;
      for (const document of list) {
        this.number(document - before);
        before = document;
      }
    }
  }

  private open(word: string, bytes: number): void {
    if (this.words.length > 0 && this.length + this.end + bytes > FULL) this.finish();
    if (this.end + bytes > this.bytes.length) {
      const larger = new Uint8Array((this.end + bytes) * 2);
      larger.set(this.bytes.subarray(0, this.end));
      this.bytes = larger;
    }
    this.words.push(word);
    this.length += word.length + 1;
  }

  private number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes[this.end++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.end++] = rest;
  }
}

/** Those from one place of all lists to another, as if they were one. */
function part(postings: Postings, from: number, to: number): Postings {
  let start = 0;
  return postings.map((list) => {
    const cut = list.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += list.length;
    return cut;
  }) as Postings;
}

/** Reads the entries of a block one behind the other. */
export class BlockReader {
  at = 0;
  private readonly bytes: Uint8Array;

  constructor({ bytes }: Block) {
    this.bytes = bytes;
  }

  /** Hands over every document of the next entry. @throws RangeError where the block is cut off */
  each(take: (document: number, rank: Rank) => void): void {
    for (let last = false; !last; ) {
      const head = this.number();
      const rank = ((head >> 1) & 7) as Rank;
      last = (head & 1) === 1;
      let document = 0;
      for (let left = head >>> 4; left > 0; left -= 1) {
        document += this.number();
        take(document, rank);
      }
    }
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /**
   * Raises the level of every document of the next entry, but for those that are gone.
   * @param byRank level of a document by the rank that it has here
   * @throws RangeError where the block is cut off
   */
  raise(levels: Uint8Array, gone: Uint8Array, byRank: readonly number[]): void {
    const { bytes } = this;
    for (let last = false; !last; ) {
      const head = this.number();
      const level = byRank[(head >> 1) & 7]!;
      last = (head & 1) === 1;
      const count = head >>> 4;
      if (count > bytes.length - this.at) throw new RangeError('A block of the search index is cut off.');
      let document = 0;
      let at = this.at;
      for (let left = count; left > 0; left -= 1) {
        let byte = bytes[at++]!;
        let step = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]!;
          step |= (byte & 127) << shift;
        }
        document += step;
        if (levels[document]! < level && gone[document] === 0) levels[document] = level;
      }
      if (at > bytes.length) throw new RangeError('A block of the search index is cut off.');
      this.at = at;
    }
  }

  /** The bytes of the next entry. */
  entry(): Uint8Array {
    const start = this.at;
    this.skip();
    return this.bytes.subarray(start, this.at);
  }

  skip(): void {
    for (let last = false; !last; ) {
      const head = this.number();
      last = (head & 1) === 1;
      for (let left = head >>> 4; left > 0; ) if (this.bytes[this.at++]! < 128) left -= 1;
      if (this.at > this.bytes.length) throw new RangeError('A block of the search index is cut off.');
    }
  }

  private number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('A block of the search index is cut off.');
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}

/** Where the first word that is not before this one stands among sorted words. */
export function placeOf(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { ENCAPSULATED } from './suite';

/** A sealed text that stands in another text, and on which line, from 1. */
export interface Found {
  line: number;
  sealed: string;
}

const HEAD = /1\.[\w-]{11}\.[0-9a-z]{1,20}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d{1,4}\./g;

/** The AES-GCM tag, and what the text inside is padded to. */
const TAG = 16;
const BLOCK = 256;

/**
 * Every sealed text in a mail or a file. A mail program may have quoted it, broken it into lines or ended lines with `=`; and what
 * follows may look like more of it. Its length is told by how it was made: blocks of 256 bytes and what belongs to them.
 */
export function findSealed(text: string): Found[] {
  const starts: number[] = [];
  let joined = '';
  for (const line of text.split('\n')) {
    starts.push(joined.length);
    joined += line.replace(/^(?:[ \t]*>)*[ \t]*/, '').replace(/=?[ \t]*\r?$/, '');
  }
  return [...joined.matchAll(HEAD)].map(({ index, 0: head }) => ({
    line: lineAt(starts, index),
    sealed: head + bodyAt(joined, index + head.length),
  }));
}

/** Number of the line in which a place lies, from 1. */
function lineAt(starts: number[], place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RUN = /[\w-]*/y;

function bodyAt(text: string, start: number): string {
  RUN.lastIndex = start;
  const [run = ''] = RUN.exec(text) ?? [];
  const bytes = Math.floor((run.length * 3) / 4);
  const blocks = Math.floor((bytes - ENCAPSULATED - TAG) / BLOCK);
  const length = Math.ceil(((ENCAPSULATED + TAG + blocks * BLOCK) * 4) / 3);
  return blocks < 1 ? run : run.slice(0, length);
}

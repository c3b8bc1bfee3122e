import { OTHERS, USUAL } from './pinyin-table';

/** How Chinese characters are read, without tones. */

interface Table {
  /** The usual reading first. */
  readings: Map<string, string[]>;
  syllables: Set<string>;
}

let table: Table | undefined;

/** Decoded when the first Chinese character is met: a start of the worker that meets none does not wait for it. */
function decoded(): Table {
  if (table) return table;
  const readings = new Map<string, string[]>();
  const syllables = new Set<string>();
  for (const text of [USUAL, OTHERS]) {
    for (const [, reading = '', chars = ''] of text.matchAll(/([a-z]+)([^a-z ]+)/g)) {
      // ü is typed as v, and as u by whoever leaves the dots away.
      const spelled = reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading];
      for (const one of spelled) syllables.add(one);
      for (const char of chars) {
        const known = readings.get(char);
        if (known) known.push(...spelled);
        else readings.set(char, [...spelled]);
      }
    }
  }
  table = { readings, syllables };
  return table;
}

/** Readings of a character, the usual one first; none for what is not Chinese. */
export function readingsOf(char: string): readonly string[] {
  return decoded().readings.get(char) ?? [];
}

/** Ways to split beyond these are no words that anybody means. */
const MOST_WAYS = 6;

/**
 * The ways in which letters are a row of syllables, of which the last may be unfinished: `lihuim` is li, hui, m.
 * Empty when they are none.
 */
export function syllablesIn(letters: string): string[][] {
  const { syllables } = decoded();
  const ways: string[][] = [];
  const walk = (start: number, before: string[]): void => {
    if (ways.length >= MOST_WAYS) return;
    if (start === letters.length) {
      ways.push(before);
      return;
    }
    const rest = letters.slice(start);
    // The longest first: xian before xi and an.
    for (let length = Math.min(6, rest.length); length > 0; length -= 1) {
      const one = rest.slice(0, length);
      const ends = length === rest.length;
      if (syllables.has(one) || (ends && begins(one))) walk(start + length, [...before, one]);
    }
  };
  walk(0, []);
  return ways;
}

function begins(part: string): boolean {
  for (const syllable of decoded().syllables) if (syllable.startsWith(part)) return true;
  return false;
}

import { cutText } from '@/lib/crm/whole-text';
import { fold } from '../fold';
import { readingsOf } from './pinyin';

/** What a text is found by. The words of a query are made in `query.ts` by the same rules. */

/** How a text is taken apart: a name or fact also by the initials of its pinyin, a phone number by its last digits. */
export type Manner = 'name' | 'text' | 'phone';

const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that are written without spaces between words. */
const JOINED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu;
const LONGEST = 40;
/** Before the digits of a phone number, last one first. */
export const BACKWARDS = '#';
/** Characters that can be read in several ways are taken in all of them, as long as there are not more together. */
const MOST_READINGS = 8;
const LONGEST_INITIALS = 8;

/** A run of letters or digits, or of characters that stand without spaces. */
export interface Run {
  text: string;
  joined: boolean;
}

/** The runs of a folded text. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  for (const [word] of folded.matchAll(WORD)) {
    let end = 0;
    for (const match of word.matchAll(JOINED)) {
      if (match.index > end) runs.push({ text: word.slice(end, match.index), joined: false });
      runs.push({ text: match[0], joined: true });
      end = match.index + match[0].length;
    }
    if (end < word.length) runs.push({ text: word.slice(end), joined: false });
  }
  return runs;
}

/** Every two characters side by side. */
export function pairsOf(chars: readonly string[]): string[] {
  return chars.slice(0, -1).map((char, at) => char + chars[at + 1]);
}

/** A word as it is kept and asked for. */
export function cutWord(word: string): string {
  return cutText(word, LONGEST);
}

export function backwards(digits: string): string {
  return BACKWARDS + [...digits].reverse().join('');
}

/** Everything that a text is found by, each as a whole or by its beginning. */
export function wordsOf(text: string, manner: Manner): Set<string> {
  const words = new Set<string>();
  for (const { text: run, joined } of runsOf(fold(text))) {
    if (!joined) words.add(cutWord(run));
    else addJoined(words, Array.from(run), manner);
  }
  if (manner === 'phone') {
    const digits = fold(text).replace(/\D/g, '').replace(/^0+/, '');
    if (digits) words.add(cutWord(digits)).add(cutWord(backwards(digits)));
  }
  return words;
}

function addJoined(words: Set<string>, chars: string[], manner: Manner): void {
  for (const pair of pairsOf(chars)) words.add(pair);
  words.add(chars.at(-1)!);
  // All readings of a name, in which they are unusual; of a text the usual one.
  const readings = chars.map((char) => (manner === 'text' ? readingsOf(char).slice(0, 1) : readingsOf(char)));
  for (const [at, own] of readings.entries()) {
    const next = readings[at + 1];
    for (const one of own) {
      if (!next?.length) words.add(one);
      else for (const other of next) words.add(one + other);
    }
    if (manner === 'name')
      for (const one of initials(readings.slice(at, at + LONGEST_INITIALS))) words.add(one);
  }
}

/** `lhm` of three characters, in every way that they are read; one alone is no initials. */
function initials(readings: (readonly string[])[]): string[] {
  let known = [''];
  let length = 0;
  for (const own of readings) {
    const letters = [...new Set(own.map((one) => one[0]!))];
    if (letters.length === 0) break;
    const longer = known.flatMap((before) => letters.map((letter) => before + letter));
    known = longer.length > MOST_READINGS ? known.map((before) => before + letters[0]) : longer;
    length += 1;
  }
  return length > 1 ? known : [];
}

import { fold } from '../fold';
import { syllablesIn } from './pinyin';
import { backwards, cutWord, pairsOf, runsOf } from './words';

/** A word as it is looked for: as a whole, or as the beginning of one. */
export interface Pattern {
  word: string;
  prefix: boolean;
}

/** One word of a query: found where all patterns of one of these are. */
export interface Term {
  /** As typed and folded. */
  text: string;
  any: Pattern[][];
}

/** Words beyond these are pasted, not typed. */
const MOST_TERMS = 12;
const FEWEST_DIGITS = 3;
/** A whole text that can only be a number, with its gaps. */
const NUMBER = /^[+(]?\d[\d\s().\-/]*$/;

/** What is asked for; every term must be found. */
export function termsOf(text: string): Term[] {
  const folded = fold(text);
  const terms = runsOf(folded).flatMap(({ text: run, joined }) =>
    joined ? joinedTerms(run) : [plainTerm(run)],
  );
  const once = [...new Map(terms.map((term) => [term.text, term])).values()].slice(0, MOST_TERMS);
  if (once.length < 2 || !NUMBER.test(folded)) return once;
  // Typed with gaps: the last digits of one number, or several numbers.
  const digits = folded.replace(/\D/g, '');
  const apart = once.map((term) => ({ word: term.text, prefix: true }));
  return [{ text: digits, any: [apart, ...lastDigits(digits)] }];
}

/** The end of a number, also where it is kept with its country in place of the zeros before it. */
function lastDigits(digits: string): Pattern[][] {
  const ways = [...new Set([digits, digits.replace(/^0+/, '')])];
  const long = ways.filter((way) => way.length >= FEWEST_DIGITS);
  return long.map((way) => [{ word: cutWord(backwards(way)), prefix: true }]);
}

function plainTerm(run: string): Term {
  const word = cutWord(run);
  const any: Pattern[][] = [[{ word, prefix: true }]];
  if (/^\d+$/.test(run)) {
    any.push(...lastDigits(run));
  } else if (/^[a-z]+$/.test(word)) any.push(...pinyinOf(word));
  return { text: word, any };
}

/** Pinyin of three syllables or more, by every two of them. Of two or fewer it is a word like others. */
function pinyinOf(letters: string): Pattern[][] {
  if (letters.length < FEWEST_DIGITS) return [];
  return syllablesIn(letters)
    .filter((way) => way.length > 2)
    .map((way) => pairsOf(way).map((word, at) => ({ word, prefix: at === way.length - 2 })));
}

/** Words of a text without spaces, as the browser's dictionary tells them apart. */
function joinedTerms(run: string): Term[] {
  return piecesOf(run).map((piece) => {
    const chars = Array.from(piece);
    const pairs = pairsOf(chars).map((word) => ({ word, prefix: false }));
    return { text: piece, any: [pairs.length > 0 ? pairs : [{ word: piece, prefix: true }]] };
  });
}

/** Single characters side by side are one piece: a name that no dictionary knows. */
function piecesOf(run: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [run];
  const pieces: string[] = [];
  let loose = false;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)) {
    const single = Array.from(segment).length === 1;
    if (single && loose) pieces.push(pieces.pop() + segment);
    else pieces.push(segment);
    loose = single;
  }
  return pieces;
}

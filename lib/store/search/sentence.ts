import { fold } from '../fold';
import type { Term } from './query';
import type { Manner } from './words';
import { wordsOf } from './words';

/** Where in a text the terms stand, and the sentence around them. */

/** A part of a text, from `start` up to `end`, in its units. */
export type Span = [start: number, end: number];

const LONGEST = 160;
const BEFORE = 40;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const JOINED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu;
const ALWAYS_END = /[。！？…\n]/;
const PERHAPS_END = /[.!?]/;

/** Which of the terms a text has. */
export function termsIn(terms: readonly Term[], text: string, manner: Manner): Term[] {
  const words = [...wordsOf(text, manner)];
  return terms.filter(({ any }) =>
    any.some((patterns) =>
      patterns.every(({ word, prefix }) =>
        words.some((one) => (prefix ? one.startsWith(word) : one === word)),
      ),
    ),
  );
}

/** Where the terms stand in a text as it is shown. A number or pinyin is marked by the whole word that it was found in. */
export function spansOf(terms: readonly Term[], text: string, manner: Manner): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    for (const [start, end] of spansInWord(terms, word, manner))
      spans.push([match.index + start, match.index + end]);
  }
  if (manner === 'phone' && spans.length === 0 && termsIn(terms, text, manner).length > 0)
    return [[0, text.length]];
  return joined(spans);
}

function spansInWord(terms: readonly Term[], word: string, manner: Manner): Span[] {
  const spans: Span[] = [];
  const runs = [...word.matchAll(JOINED)];
  for (const { text } of terms) {
    const plain = fold(word);
    if (plain.startsWith(text)) spans.push([0, plain.length === word.length ? text.length : word.length]);
    else if (runs.length > 0 && plain.length === word.length) {
      for (let at = plain.indexOf(text); at >= 0; at = plain.indexOf(text, at + 1))
        spans.push([at, at + text.length]);
    }
  }
  if (spans.length > 0) return spans;
  return runs.flatMap(({ 0: run, index }) => {
    const span = readSpan(terms, run, manner);
    return span ? [[index + span[0], index + span[1]] as Span] : [];
  });
}

/** The shortest part of a run of characters that a term finds by how it is read. */
function readSpan(terms: readonly Term[], run: string, manner: Manner): Span | null {
  const chars = Array.from(run);
  for (let length = 1; length <= Math.min(chars.length, 12); length += 1) {
    for (let at = 0; at + length <= chars.length; at += 1) {
      const part = chars.slice(at, at + length).join('');
      if (termsIn(terms, part, manner).length === 0) continue;
      const start = chars.slice(0, at).join('').length;
      return [start, start + part.length];
    }
  }
  return null;
}

function joined(spans: Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else all.push([...span]);
  }
  return all;
}

/** Whether a sentence ends with the sign at this place: a dot within an address or a number ends none. */
function endsAt(text: string, at: number): boolean {
  const [sign = '', next = ' '] = [text[at], text[at + 1]];
  return ALWAYS_END.test(sign) || (PERHAPS_END.test(sign) && /\s/.test(next));
}

/** The sentence in which the first of the terms stands, cut where it is long, with the places of the terms in it. */
export function sentenceOf(text: string, spans: readonly Span[]): { text: string; spans: Span[] } {
  const [first] = spans;
  const middle = first?.[0] ?? 0;
  let start = middle;
  while (start > 0 && middle - start < LONGEST && !endsAt(text, start - 1)) start -= 1;
  if (middle - start > LONGEST - BEFORE) start = middle - BEFORE;
  let end = Math.max(start, first?.[1] ?? 0);
  while (end < text.length && end - start < LONGEST && text[end] !== '\n') {
    end += 1;
    if (endsAt(text, end - 1)) break;
  }
  if (/[\udc00-\udfff]/.test(text[start] ?? '')) start -= 1;
  if (/[\udc00-\udfff]/.test(text[end] ?? '')) end += 1;
  while (start < middle && /\s/.test(text[start]!)) start += 1;
  const [before, after] = [cutBefore(text, start), end < text.length && !isEnd(text, end) ? '…' : ''];
  const own = spans.filter((span) => span[0] >= start && span[1] <= end);
  return {
    text: before + text.slice(start, end) + after,
    spans: own.map(([from, to]) => [from - start + before.length, to - start + before.length]),
  };
}

function cutBefore(text: string, start: number): string {
  const before = text.slice(0, start).trimEnd();
  return before === '' || endsAt(text, before.length - 1) || text[start - 1] === '\n' ? '' : '…';
}

function isEnd(text: string, end: number): boolean {
  return endsAt(text, end - 1) || text[end] === '\n';
}

import type { Param, Words } from '@/lib/api/views';
import { type Key, rich } from '@/lib/i18n';
import { money, shortDate } from '@/lib/i18n/format';

/** A stretch of a sentence; `evidence` is the position of the footnote that it bears. */
export interface Piece {
  text: string;
  evidence: number | null;
}

/** Filled-in text is kept apart from the dictionary's: brackets in a mail's subject are no footnote. */
class Filled {
  constructor(readonly text: string) {}
}

/** Local midnight of `YYYY-MM-DD`, as a moment. */
export function momentOfDay(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

/** A value of a sentence in the user's language. Numbers stay numbers: they choose the plural. */
export function paramText(param: Param, now: number): string | number {
  if (typeof param !== 'object') return param;
  if ('date' in param) return shortDate(momentOfDay(param.date), now);
  if ('moment' in param) return shortDate(param.moment, now);
  if ('money' in param) return money(param.money.minor, param.money.currency);
  const day = shortDate(momentOfDay(param.due.date), now);
  return param.due.time ? `${day}, ${param.due.time}` : day;
}

/** The sentence in pieces; what stood in brackets in the dictionary bears the next footnote. */
export function pieces(words: Words, now: number = Date.now()): Piece[] {
  const values: Record<string, number | Filled> = {};
  for (const [name, param] of Object.entries(words.params)) {
    const value = paramText(param, now);
    values[name] = typeof value === 'number' ? value : new Filled(value);
  }
  const found: Piece[] = [];
  let evidence: number | null = null;
  let last = -1;
  const add = (text: string) => {
    const before = found.at(-1);
    if (before && before.evidence === evidence) before.text += text;
    else if (text) found.push({ text, evidence });
  };
  const readMarks = (text: string) => {
    for (const token of text.split(/([[\]])/)) {
      if (token === '[') evidence = ++last;
      else if (token === ']') evidence = null;
      else add(token);
    }
  };
  for (const part of rich<Key, Filled>(words.key as Key, values as never)) {
    if (part instanceof Filled) add(part.text);
    else readMarks(part);
  }
  return found;
}

/** The sentence as plain text. */
export function sentence(words: Words, now: number = Date.now()): string {
  return pieces(words, now)
    .map((piece) => piece.text)
    .join('');
}

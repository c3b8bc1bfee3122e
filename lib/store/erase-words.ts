import type { Contact } from '@/lib/crm/contacts';
import type { Database } from './database';
import { fold, termsOf } from './fold';

/** How a person is named in texts that are not about them alone: reports of imports, keys of events, saved filters. */

const WORD = /[\p{L}\p{N}]+/gu;
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** Fewer digits are the number of many. */
const FEWEST_DIGITS = 7;

export interface Called {
  /** Whether a text holds a whole name of theirs, in whatever order, an address or a phone. */
  isNamedIn(text: string): boolean;
  /**
   * Whether prose names them: an address, a phone written in one piece, or a name of two words or more as it is written. "will", "may"
   * and "mark" stand in any text.
   */
  isNamedInProse(text: string): boolean;
  /** Whether a text is words of their name alone, and fewer than all. */
  isPartOfName(text: string): boolean;
  /** Whether a text is the beginning of an address of theirs, at least up to its @. */
  isPartOfAddress(text: string): boolean;
  /** Normal forms of their addresses, phones and handles. */
  keys: ReadonlySet<string>;
}

/** By what these contacts, which are one person, are named. */
export function calledBy(contacts: readonly Contact[]): Called {
  const points = contacts.flatMap(({ points }) => Object.values(points));
  const nicknames = contacts.flatMap(({ facts }) =>
    Object.values(facts).flatMap(({ field, value }) => (field === 'nickname' ? [value] : [])),
  );
  const written = [...contacts.map(({ name }) => name), ...nicknames];
  const spoken = written.flatMap((name) => spokenAs(plainOf(name)) ?? []);
  const names = written.map(termsIn).filter((words) => words.join('').length > 1);
  const addresses = points.flatMap(({ key, value }) => [fold(key), fold(value)]).filter(Boolean);
  const numbers = points
    .filter(({ kind }) => kind === 'phone' || kind === 'whatsapp')
    .map(({ key }) => key.replace(/\D/g, ''))
    .filter((digits) => digits.length >= FEWEST_DIGITS);
  return {
    keys: new Set(points.map(({ key }) => key)),
    isNamedInProse: (text) => {
      const [folded, plain] = [fold(text), plainOf(text)];
      const pieces = text.replace(/[ ()/.-]/g, '');
      return (
        addresses.some((one) => folded.includes(one)) ||
        numbers.some((one) => pieces.includes(one.slice(-Math.max(FEWEST_DIGITS, one.length - 3)))) ||
        spoken.some((name) => name.test(plain))
      );
    },
    isPartOfName: (text) => {
      const words = termsIn(text);
      return words.length > 0 && names.some((name) => words.every((word) => name.includes(word)));
    },
    isPartOfAddress: (text) => {
      const folded = fold(text);
      return addresses.some(
        (one) => one.startsWith(folded) && folded.length >= one.indexOf('@') && one.includes('@'),
      );
    },
    isNamedIn: (text) => {
      const folded = fold(text);
      if (addresses.some((one) => folded.includes(one))) return true;
      const digits = numbers.length > 0 ? folded.replace(/\D/g, '') : '';
      if (numbers.some((one) => digits.includes(one.slice(-Math.max(FEWEST_DIGITS, one.length - 3))))) {
        return true;
      }
      const words = new Set(termsIn(folded));
      return names.some((name) =>
        name.every((word) => words.has(word) || (SPACELESS.test(word) && folded.includes(word))),
      );
    },
  };
}

function termsIn(text: string): string[] {
  return Array.from(fold(text).matchAll(WORD), ([word]) => word);
}

/** A name as prose says it; null for a lone word, which may be any. */
function spokenAs(name: string): RegExp | null {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{2}/u.test(name))
    return new RegExp(literal, 'u');
  return name.includes(' ') ? new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u') : null;
}

/** As it is written, spaces made one. */
function plainOf(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/gu, ' ');
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether a text anywhere in a value names them; ids and numbers are no texts. */
export function isNamedBy(called: Pick<Called, 'isNamedIn'>, value: unknown): boolean {
  if (typeof value === 'string') return !ID.test(value) && called.isNamedIn(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, one]) => isNamedBy(called, key) || isNamedBy(called, one));
}

/** Whether a text names them, or is a part of their name or address that nobody else has. Inside a transaction over contacts. */
export async function isTheirs(db: Database, called: Called, text: string): Promise<boolean> {
  if (called.isNamedIn(text)) return true;
  if (!called.isPartOfName(text) && !called.isPartOfAddress(text)) return false;
  const counts = termsOf(text).map((word) => db.contacts.where('k.words').startsWith(word).count());
  return (await Promise.all(counts)).includes(0);
}

import { addressesIn, canonicalEmail } from './addresses';

/** Direction marks and zero-width blanks. The joiners U+200C and U+200D stay: Persian and Indic names need them. */
const MARKS = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** One line of plain text: no direction marks, single blanks, at most 300 characters. */
export function plain(text: string): string {
  return text.slice(0, 2000).replace(MARKS, '').replace(/\s+/g, ' ').trim().slice(0, 300);
}

export interface ShownName {
  name: string | null;
  /** The name holds an address that is not this person's. */
  spoof: boolean;
}

const SHOWN_ADDRESS = /[<(]?([^\s<>()"]+@[^\s<>()"]+)[>)]?/g;

/** A display name, without quotes and without the person's own address. */
export function shownName(text: string, email: string | null): ShownName {
  const line = plain(text);
  const spoof = addressesIn(line).some((address) => address !== email);
  const name = plain(
    line.replace(SHOWN_ADDRESS, (shown, address) => (canonicalEmail(address) === email ? ' ' : shown)),
  )
    .replace(/[\s;,]+$/, '')
    .replace(/^(["'“‘])(.*)["'”’]$/, '$2')
    .replaceAll('\\"', '"');
  return { name: name || null, spoof };
}

/**
 * Folds a text that stands twice for screen readers: `Li WeiLi Wei`. Only where a half has a blank or at least two
 * Chinese signs, so that 丽丽 and Bora Bora stay as they are.
 */
export function undouble(text: string): string {
  const whole = plain(text);
  for (const middle of [whole.length / 2, (whole.length - 1) / 2]) {
    if (!Number.isInteger(middle)) continue;
    const half = whole.slice(0, middle);
    const rest = whole.slice(middle).trimStart();
    if (half === rest && (/\s/.test(half) || /^\p{sc=Han}{2,}$/u.test(half))) return half;
  }
  return whole;
}

/** The one form of a handle: lower case, without @ and slashes around it. */
export function cleanHandle(text: string): string {
  return plain(text)
    .replace(/^@|\/+$/g, '')
    .toLowerCase();
}

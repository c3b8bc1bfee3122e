import { cleanLine } from './clean';
import { findEmails } from './paste-points';
import { normalizePoint } from './points';

/** The longest text that is looked up, in characters. */
export const ASKED_MOST = 200;
/** A shorter number is a year, a price or a page. In digits. */
const FEWEST_DIGITS = 6;

/** Letters, and the signs of names between them; a sentence is longer. */
const NAME = /^[\p{L}\p{M}\s.'’·-]{1,60}$/u;

/** Whom a marked text or a link may mean. */
export interface AskedText {
  /** One clean line, of `ASKED_MOST` characters at most. */
  text: string;
  /** What may be their name; '' when nothing is left beside the address, or it is no name. */
  name: string;
  point: { kind: 'email' | 'phone'; value: string; key: string } | null;
}

/**
 * What the user marked on a page, or the link that they pressed, taken for a person: the first e-mail address in it, else a telephone
 * number that it is as a whole, else a name. Null when nothing can be read in it.
 * @param text as the page has it: hostile
 * @param link `mailto:` or `tel:`; anything else counts as no link
 */
export function readAsked(text: string, link: string | null = null): AskedText | null {
  const line = cleanLine(addressIn(link) ?? text.slice(0, 4 * ASKED_MOST)).slice(0, ASKED_MOST);
  if (!line) return null;
  const [email] = findEmails(line);
  const point = email ? pointOf('email', email.value) : pointOf('phone', line);
  if (!point) return { text: line, name: NAME.test(line) ? line : '', point: null };
  return { text: line, name: email ? nameBeside(line, email) : '', point };
}

/** The first mailbox of a `mailto:`, or the number of a `tel:` without what follows it. */
function addressIn(link: string | null): string | null {
  const [, scheme = '', rest = '', query = ''] =
    /^(mailto|tel):(?:\/\/)?([^?#]{0,2000})(?:\?([^#]*))?/i.exec(link?.slice(0, 2100) ?? '') ?? [];
  // RFC 6068: whom it is for may also stand in the query, where a plus is a plus.
  const named = rest || /(?:^|&)to=([^&]*)/i.exec(query)?.[1];
  if (!named) return null;
  try {
    const text = decodeURIComponent(named);
    return scheme.toLowerCase() === 'tel' ? (text.split(';')[0] ?? null) : firstMailbox(text);
  } catch {
    return null;
  }
}

/** A comma within quotes is part of a name: `"Berg, Anna" <anna@acme.example>, …`. */
const firstMailbox = (text: string): string => /^\s*((?:"[^"]*"|[^,])+)/.exec(text)?.[1] ?? text;

/** A day, a moment, the address of a computer: digits that call nobody. */
const NO_NUMBER =
  /^\d{4}([-./])\d\d?\1\d\d?(?!\d)|^\d\d?([-./])\d\d?\2\d{4}(?!\d)|^\d{1,3}(?:\.\d{1,3}){3}$|\d:\d\d/;

function pointOf(kind: 'email' | 'phone', value: string): AskedText['point'] {
  if (kind === 'phone' && (value.replace(/\D/g, '').length < FEWEST_DIGITS || NO_NUMBER.test(value)))
    return null;
  const point = normalizePoint(kind, value);
  return 'error' in point ? null : { kind, value: point.display, key: point.key };
}

/** `Li Wei` of `Li Wei <li.wei@acme.example>`; nothing where more than a name stands there. */
function nameBeside(line: string, { start, end }: { start: number; end: number }): string {
  const left = line
    .slice(0, start)
    .replace(/[<([{"'“”＜（:：\s]+$/u, '')
    .replace(/^["'“”\s]+/u, '');
  const rest = line.slice(end).replace(/[>)\]}"'”＞）,;\s]+/gu, '');
  return rest === '' && NAME.test(left) ? left : '';
}

import { halfWidth } from './clean';
import { ownBlock } from './paste-block';
import { findAddresses, findBirthdays } from './paste-places';
import { type Found, findAccounts, findEmails, findPhones, findUrls } from './paste-points';
import { findRoles } from './paste-roles';

export type ProposedField =
  | 'name'
  | 'title'
  | 'company'
  | 'email'
  | 'phone'
  | 'whatsapp'
  | 'wechat'
  | 'line'
  | 'qq'
  | 'handle'
  | 'url'
  | 'address'
  | 'birthday';

/**
 * A field that a text may hold. `evidence` is the place: `text` is what stands there from `start` to `end`, in
 * UTF-16 units. `confidence` is 0 to 1: a labelled value 0.9 and above, a guess 0.5. A birthday's `value` is text
 * for `parseDateText`.
 */
export interface Proposal {
  field: ProposedField;
  value: string;
  evidence: { start: number; end: number; text: string };
  confidence: number;
}

export interface PasteOptions {
  language: 'en' | 'zh-Hans' | 'zh-Hant';
  /** ISO 3166 code of the country in which numbers without `+` are dialled. */
  region?: string | undefined;
}

/** A signature, a card or a chat is shorter; of a longer text the beginning is read. */
const LONGEST = 20_000;
const FIRST: string[] = ['name', 'title', 'company'];

/**
 * What a pasted signature, business card or chat says of one person: its sender, or the first of several. Quoted
 * mail and fax numbers are left out. Nothing is saved by it.
 */
export function proposeFromText(text: string, { language, region }: PasteOptions): Proposal[] {
  let rest = ownBlock(halfWidth(text.slice(0, LONGEST)));
  const found: Found[] = [];
  const take = (some: Found[]) => {
    found.push(...some);
    rest = without(rest, some);
  };
  take(findEmails(rest));
  take(findUrls(rest));
  take(findBirthdays(rest, language));
  take(findAccounts(rest));
  take(findPhones(rest, { region }));
  take(findAddresses(rest));
  const roles = findRoles(rest, found.filter(isMail).map(domainName));
  const end = endOfFirst(roles, found, text);
  const points = found.filter((one) => one.field && one.start < end);
  const people = roles.filter((one) => one.start < end);
  return [...best(people, points, language !== 'en'), ...distinct(points)].map(
    ({ field, value, start, end, confidence }) => ({
      field: field as ProposedField,
      value,
      evidence: { start, end, text: text.slice(start, end) },
      confidence,
    }),
  );
}

function isMail({ field }: Found): boolean {
  return field === 'email';
}

/** `acme` of li@mail.acme.example. */
function domainName({ value }: Found): string {
  return value.split('@')[1]?.split('.').at(-2) ?? '';
}

/** The text with what was found, and its labels, made line breaks: parts beside it stay apart. */
function without(text: string, some: Found[]): string {
  let rest = '';
  let from = 0;
  for (const one of [...some].sort((a, b) => a.from - b.from)) {
    if (one.end <= from) continue;
    rest += text.slice(from, Math.max(from, one.from)) + '\n'.repeat(one.end - Math.max(from, one.from));
    from = one.end;
  }
  return rest + text.slice(from);
}

/**
 * Where the second person begins: at a name of its own line, or before an address in brackets, with ways to reach
 * somebody both between it and the first name, and behind it.
 */
function endOfFirst(roles: Found[], points: Found[], text: string): number {
  const names = roles.filter((one) => one.field === 'name').sort((a, b) => a.start - b.start);
  const first = names[0];
  if (!first) return text.length;
  for (const name of names.slice(1)) {
    if (name.value === first.value) continue;
    const line = text.slice(Math.max(0, name.start - 30), name.start);
    const begins =
      /(?:^|\n)[\s\d.、)[\]:,/-]*$/.test(line) || /^"?\s?[<＜]/.test(text.slice(name.end, name.end + 3));
    const between = points.some((one) => one.field && one.start > first.start && one.start < name.start);
    const behind = points.some((one) => one.field && one.start >= name.end);
    if (begins && between && behind) return name.start;
  }
  return text.length;
}

/** One name, one title and one company: the surest, of two scripts that of the user, of equal ones the first. */
function best(roles: Found[], points: Found[], chinese: boolean): Found[] {
  const mails = points.filter(isMail).map((one) => one.value.toLowerCase());
  const weighed = roles.map((one) => {
    const confidence = one.confidence + support(one, mails);
    const readable = /\p{sc=Han}/u.test(one.value) === chinese;
    return { ...one, confidence: Math.min(0.98, confidence), rank: confidence + (readable ? 0.16 : 0) };
  });
  return FIRST.flatMap((field) => {
    const of = weighed.filter((one) => one.field === field);
    return of.sort((a, b) => b.rank - a.rank || a.start - b.start).slice(0, 1);
  });
}

/** An address speaks for a name or a company that it contains. */
function support({ field, value }: Found, mails: string[]): number {
  const words = value
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
  const told = mails.some((mail) => {
    const part = mail.split('@')[field === 'name' ? 0 : 1] ?? '';
    return field !== 'title' && words.some((word) => part.includes(word));
  });
  return told ? 0.15 : 0;
}

function distinct(points: Found[]): Found[] {
  const seen = new Map<string, Found>();
  for (const one of [...points].sort((a, b) => a.start - b.start)) {
    const key = `${one.field} ${one.value.toLowerCase()}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

import type { Contact, PointKind } from '@/lib/crm/contacts';
import { hasName } from '@/lib/crm/has-name';
import { inForce } from '@/lib/crm/in-force';
import { fold } from './fold';
import { externalKey } from './keys';

/** Why two contacts may be one: an address, number or handle that both have, their name and company, or their whole name where no company speaks against it. */
export interface Reason {
  by: PointKind | 'external' | 'name' | 'namesake';
  value: string;
}

/** Two contacts that may be one. `certain` is 1 where they share an address and their names agree. */
export interface Pair {
  /** Both ids, the smaller first. */
  id: string;
  ids: [string, string];
  certain: 0 | 1;
  why: Reason[];
}

/** What of a contact tells whether another is the same. */
export interface Traits {
  id: string;
  /** Folded: the name and nicknames; empty for somebody who is called by an address only. */
  names: string[];
  /** What is shared by one person's contacts, by the key that is compared. */
  shared: Map<string, Reason>;
  /** Name and company, where both are known. */
  place: string | null;
  /** The whole name, folded; null for a name of one word, which many bear. */
  full: string | null;
  distinctFrom: ReadonlySet<string>;
}

/** Kinds that belong to one person, as a rule: a page or a house does not. */
const PERSONAL: readonly PointKind[] = ['email', 'phone', 'handle', 'wechat', 'whatsapp', 'line', 'qq'];
/** Forms that could not be read, or of which the country is not known: they say too little. */
const VAGUE = /^(unread:|tel-local:)/;

/** What tells of a contact that is in lists. */
export function traitsOf(body: Contact): Traits {
  const points = Object.values(body.points).filter(
    ({ kind, key }) => PERSONAL.includes(kind) && !VAGUE.test(key),
  );
  const shared = new Map(points.map(({ kind, key, value }) => [key, { by: kind, value } as Reason]));
  for (const one of body.external ?? []) shared.set(externalKey(one), { by: 'external', value: one });
  const facts = Object.values(body.facts);
  const company = inForce(facts.filter(({ field }) => field === 'company'));
  const name = fold(body.name);
  const named = hasName(body);
  const nicknames = facts.flatMap(({ field, value }) => (field === 'nickname' ? [fold(value)] : []));
  return {
    id: body.id,
    names: !named ? nicknames : [name, ...nicknames],
    shared,
    place: named && company ? `${name}|${fold(company.value)}` : null,
    full: named && isWhole(name) ? name : null,
    distinctFrom: new Set(Object.keys(body.distinctFrom ?? {})),
  };
}

/** The pair that two contacts are; null when nothing says that they are one, or somebody said that they are not. */
export function pairOf(one: Traits, other: Traits): Pair | null {
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  if (a.id === b.id || a.distinctFrom.has(b.id) || b.distinctFrom.has(a.id)) return null;
  const why = [...a.shared].flatMap(([key, reason]) => (b.shared.has(key) ? [reason] : []));
  const samePlace = a.place !== null && a.place === b.place;
  // Who is known at two companies has two of that name; a company that one side lacks says nothing.
  const namesakes = a.full !== null && a.full === b.full && (a.place === null || b.place === null);
  if (why.length === 0 && !samePlace && !namesakes) return null;
  const certain = why.length > 0 && namesAgree(a.names, b.names) ? 1 : 0;
  if (samePlace) why.push({ by: 'name', value: a.names[0] ?? '' });
  else if (namesakes) why.push({ by: 'namesake', value: a.full ?? '' });
  return { id: `${a.id}|${b.id}`, ids: [a.id, b.id], certain, why };
}

/**
 * Whether several who hang together may all be one: no two of them have names that contradict each other, or are said not to be the
 * same. A couple with one mailbox may both share a number with the same third.
 */
export function mayAllBeOne(people: readonly Traits[]): boolean {
  return people.every((one, at) =>
    people
      .slice(at + 1)
      .every(
        (other) =>
          !one.distinctFrom.has(other.id) &&
          !other.distinctFrom.has(one.id) &&
          namesAgree(one.names, other.names),
      ),
  );
}

/** Under what a contact is looked up for others like it. */
export function keysOf({ shared, place, full }: Traits): string[] {
  return [
    ...shared.keys(),
    ...(place === null ? [] : [`name:${place}`]),
    ...(full === null ? [] : [`full:${full}`]),
  ];
}

/**
 * Whether two people who share an address may bear these names. Colleagues share a switchboard and couples a mailbox: with
 * names that contradict each other they are not taken for one.
 */
function namesAgree(a: string[], b: string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.some((other) => nameAgrees(one, other)));
}

const HAN = /\p{sc=Han}/u;
const LATIN = /\p{sc=Latin}/u;

function nameAgrees(a: string, b: string): boolean {
  if (a === b) return true;
  // One name in two scripts cannot be compared here: nothing contradicts it.
  if ((HAN.test(a) && !LATIN.test(a) && !HAN.test(b)) || (HAN.test(b) && !LATIN.test(b) && !HAN.test(a))) {
    return true;
  }
  const [few, many] = [wordsIn(a), wordsIn(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const left = [...many];
  return (
    few.length > 0 &&
    few.every((word) => {
      const at = left.findIndex(
        (other) => word === other || isInitial(word, other) || isInitial(other, word),
      );
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

/** First name and family name: two words, or two characters of Chinese. */
function isWhole(name: string): boolean {
  return HAN.test(name) ? [...name].length > 1 : wordsIn(name).filter((word) => word.length > 1).length > 1;
}

function isInitial(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short);
}

function wordsIn(name: string): string[] {
  return name.match(/[\p{L}\p{N}]+/gu) ?? [];
}

import type { TabPerson } from '@/lib/api/views';
import { isAutomaticAddress } from '@/lib/crm/automatic';
import type { PointKind } from '@/lib/crm/contacts';
import { isOwnPoint } from '@/lib/crm/own-points';
import { normalizePoint } from '@/lib/exchange/points';
import type { PageContext, Person } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { EVERYWHERE, nameKey, threadContact } from '@/lib/store/identities';
import { contactHits, matchNames, matchPoints } from '@/lib/store/matches';

interface Known {
  key: string;
  kind: PointKind;
  value: string;
}

/** The normal forms of a person's contact points; what does not parse is left out. */
export function keysOf(person: Person): Known[] {
  return person.contactPoints.flatMap(({ kind, value }) => {
    const point = normalizePoint(kind, value);
    return 'error' in point ? [] : [{ key: point.key, kind, value: point.display }];
  });
}

/** Whether somebody on a page is the user, by their own keys. */
export function isUser(person: Person, own: ReadonlySet<string>): boolean {
  return keysOf(person).some(({ key }) => isOwnPoint(own, key));
}

/** Stable name of a person on a page: the first contact point, else the name. */
export function personKey(person: Person): string {
  return keysOf(person)[0]?.key ?? nameKey(person.name ?? '');
}

export function isAutomatic(person: Person): boolean {
  return person.contactPoints.some(({ kind, value }) => kind === 'email' && isAutomaticAddress(value));
}

/** Identity of a thread, for what was answered in it; null where the page tells none. */
export function threadOf(context: PageContext): string | null {
  const key = context.threadKey ?? context.messageKey;
  return key && `${context.site}:${key}`;
}

/** Under what an answer is remembered: the thread; a page that tells none, such as a profile, by its own link. */
export function placeOf(context: PageContext): string | null {
  return threadOf(context) ?? context.permalink;
}

/** The most contacts that a question by name is about. */
const MOST_NAMED = 3;

/** For each person of a context the contacts that have one of their addresses, in one bulk read. */
export async function matchPeople(db: Database, people: Person[]): Promise<string[][]> {
  const keys = people.map((person) => keysOf(person).map(({ key }) => key));
  const found = await matchPoints(db, keys.flat());
  return keys.map((own) => [
    ...new Set(own.flatMap((key) => found.get(key)?.map(({ contactId }) => contactId) ?? [])),
  ]);
}

/**
 * Who the people of a context are. By address, phone, handle or link a contact is recognised; a name alone is only a
 * question, until the user has answered it for this thread. Who is told by a handle too is asked about once: the answer
 * holds wherever they are shown. The user's own identities are left out. What the user calls them is not read.
 */
export async function recognise(
  db: Database,
  context: PageContext,
  own: ReadonlySet<string>,
): Promise<TabPerson[]> {
  const people = context.people.filter((person) => !isUser(person, own));
  const thread = placeOf(context);
  const once = new Map<string, Person>();
  for (const person of people) {
    const key = personKey(person);
    if (!once.has(key)) once.set(key, person);
  }
  const [found, ...answers] = await Promise.all([
    matchPoints(
      db,
      people.flatMap((person) => keysOf(person).map(({ key }) => key)),
    ),
    ...[...once.keys()].map((key) => (thread === null ? null : threadContact(db, thread, key))),
  ]);
  return Promise.all(
    [...once].map(([key, person], at) => recogniseOne(person, key, answers[at] ?? undefined)),
  );

  async function recogniseOne(
    person: Person,
    key: string,
    answer: Awaited<ReturnType<typeof threadContact>>,
  ): Promise<TabPerson> {
    const points = keysOf(person);
    const base = {
      key,
      name: person.name ?? points[0]?.value ?? '',
      address: points.find(({ kind }) => kind === 'email')?.value ?? points[0]?.value ?? null,
      role: person.role,
      title: person.title ?? null,
      company: person.company ?? null,
      place: person.place ?? null,
      points: points.map(({ kind, value }) => ({ kind, value })),
      spoof: person.spoof ?? false,
      automatic: isAutomatic(person),
      contactName: null,
      byName: false,
    };
    if (answer?.contactId) {
      const { contactId, since } = answer;
      const by = { kind: 'thread' as const, value: base.name, since };
      return { ...base, contactId, by: byPoint(points, contactId) ?? by, candidates: [] };
    }
    for (const point of points) {
      // "Nobody I know" is said of whoever had the point by then: who was given it later is meant.
      const matches = (found.get(point.key) ?? []).filter(({ since }) => !answer || since > answer.since);
      const [only] = matches;
      if (only && matches.length === 1) {
        const by = { kind: point.kind, value: point.value, since: only.since };
        return { ...base, contactId: only.contactId, by, candidates: [] };
      }
      if (matches.length > 1) {
        const candidates = await contactHits(
          db,
          matches.map(({ contactId }) => contactId),
        );
        return { ...base, contactId: null, by: null, candidates };
      }
    }
    const candidates = answer ? [] : await contactHits(db, await namedLike(person, key, points.length > 0));
    return { ...base, contactId: null, by: null, byName: candidates.length > 0, candidates };
  }

  function byPoint(points: Known[], contactId: string): TabPerson['by'] {
    for (const { key, kind, value } of points) {
      const match = found.get(key)?.find((one) => one.contactId === contactId);
      if (match) return { kind, value, since: match.since };
    }
    return null;
  }

  /** Whom the name alone may mean. Who writes from an address of their own is told by that, whatever they are called. */
  async function namedLike(person: Person, key: string, hasPoint: boolean): Promise<string[]> {
    const isOwnPage = person.role === 'profile' || person.role === 'author';
    const isMail = person.contactPoints.some(({ kind }) => kind === 'email');
    if (person.name === null || person.spoof || (isMail && !isOwnPage)) return [];
    const refused = hasPoint ? await threadContact(db, EVERYWHERE, key) : undefined;
    return (await matchNames(db, person.name, refused?.since)).slice(0, MOST_NAMED);
  }
}

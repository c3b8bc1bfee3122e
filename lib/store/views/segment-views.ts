import type {
  Names,
  Person,
  SegmentCompared,
  SegmentExplained,
  SegmentFound,
  SegmentRow,
} from '@/lib/api/segment-views';
import { type Day, localMoment } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import type { Query, Segment } from '@/lib/crm/segments';
import { explain, type Why } from '@/lib/insight/query';
import { clausesOf, wholeQuery } from '@/lib/insight/query-parts';
import type { Database } from '../database';
import { StoreError } from '../errors';
import { heldPages } from '../held-pages';
import { inOrder } from '../listed-order';
import { tagPaths } from '../lookups';
import { findMembers, findPlaces, idsIn, placesIn } from '../segment-find';
import { frameOf, queryOf, type When } from '../segment-frame';
import { liveSegments } from '../segment-names';
import { subjectOf } from '../segment-subject';
import { settingsOf } from '../settings';
import { snapshotsOf } from '../snapshots';

/** A saved segment, or a question that is still being asked. */
export type What = { id: string } | { query: Query };

export async function listSegments(db: Database, when: When): Promise<SegmentRow[]> {
  const rows: SegmentRow[] = [];
  for (const segment of await liveSegments(db)) {
    const query = queryOf(segment);
    const members = query && (await findPlaces(db, query, when));
    const { id, name, note } = segment;
    rows.push({
      id,
      name,
      note,
      query,
      names: query ? await namesIn(db, query) : {},
      count: members?.count ?? 0,
      since: query && (await sinceLast(db, id, query, when)),
    });
  }
  return rows;
}

async function sinceLast(db: Database, id: string, query: Query, when: When): Promise<SegmentRow['since']> {
  const { day } = localMoment(when.now, when.zone);
  const last = (await snapshotsOf(db, id)).find((one) => one.day < day);
  if (!last) return null;
  const before = new Set(last.members);
  const members = idsIn(await findMembers(db, query, when));
  const joined = members.filter((one) => !before.delete(one)).length;
  return { day: last.day, joined, left: before.size };
}

/** @throws StoreError `missing`, or `invalid` for a segment that this version does not understand */
export async function queryIn(db: Database, what: What): Promise<Query> {
  if ('query' in what) return what.query;
  const query = queryOf(await oneSegment(db, what.id));
  if (!query) throw new StoreError('invalid', 'This segment was made by a newer version of Sidelight.');
  return query;
}

async function oneSegment(db: Database, id: string): Promise<Segment> {
  const segment = (await db.segments.get(id))?.body;
  if (!segment || segment.deletedAt !== null) throw new StoreError('missing', 'This segment was deleted.');
  return segment;
}

export async function findSegment(
  db: Database,
  { what, from, limit }: { what: What; from: number; limit: number },
  when: When,
): Promise<SegmentFound> {
  // Of one state: a place among those who were found is the same place in the order, and of the same contact.
  return db.transaction('r', db.tables, async () => {
    const members = await findPlaces(db, await queryIn(db, what), when);
    const { everybody, count, unclear } = members;
    const places = inOrder(db, await heldPages(db, 'sorting'), 'name', placesIn(members));
    const ids = await everybody.idsAt(db, [...places.slice(from, from + limit)]);
    return { count, of: everybody.size, unclear, people: await peopleOf(db, ids) };
  });
}

/** @throws StoreError `missing` for a contact that is in no list */
export function explainSegment(
  db: Database,
  { what, contactId }: { what: What; contactId: string },
  when: When,
): Promise<SegmentExplained> {
  return db.transaction('r', db.tables, async () => {
    const query = await queryIn(db, what);
    const subject = await subjectOf(db, contactId, when);
    if (!subject) throw new StoreError('missing', 'This contact is gone.');
    const { holds, why } = explain(query, subject, await frameOf(db, when));
    const latest = new Set(latestIn(why));
    const [person] = await peopleOf(db, [contactId]);
    return {
      holds,
      why,
      names: { ...(await namesIn(db, query)), ...(await namesFound(db, why)) },
      person: person!,
      activities: Object.fromEntries(
        subject.activities.flatMap(({ id, at, type, subject: about }) =>
          latest.has(id) ? [[id, { at, type, subject: about }]] : [],
        ),
      ),
    };
  });
}

function latestIn({ found, parts = [] }: Why): string[] {
  return [...(found && 'latest' in found ? found.latest : []), ...parts.flatMap(latestIn)];
}

function idsFound({ found, parts = [] }: Why): string[] {
  return [...(found && 'ids' in found ? found.ids : []), ...parts.flatMap(idsFound)];
}

async function namesFound(db: Database, why: Why): Promise<Names> {
  const ids = idsFound(why);
  return { ...(await tagNames(db, ids)), ...named(await db.companies.bulkGet(ids)) };
}

/** Names of all that a query names. */
export async function namesIn(db: Database, query: Query): Promise<Names> {
  const clauses = clausesOf(wholeQuery(query));
  const ids = (ask: string, key: string) =>
    clauses.flatMap((clause) => {
      const id = clause.ask === ask ? (clause as unknown as Record<string, string | null>)[key] : null;
      return id ? [id] : [];
    });
  const [tags, ...rest] = await Promise.all([
    tagNames(db, ids('tag', 'tagId')),
    db.companies.bulkGet(ids('company', 'companyId')),
    db.surveys.bulkGet(ids('answer', 'surveyId')),
    db.segments.bulkGet(ids('segment', 'segmentId')),
  ]);
  return Object.assign({}, tags, await tierNames(db), ...rest.map(named));
}

async function tierNames(db: Database): Promise<Names> {
  const { tiers = [] } = await settingsOf(db);
  return Object.fromEntries(tiers.map(({ id, name }) => [id, name]));
}

async function tagNames(db: Database, ids: string[]): Promise<Names> {
  const paths = ids.length > 0 ? await tagPaths(db, ids) : [];
  return Object.fromEntries(paths.map(({ id, path }) => [id, path.join(' / ')]));
}

function named(
  rows: ({ id: string; body: { name: string; deletedAt: number | null } } | undefined)[],
): Names {
  return Object.fromEntries(
    rows.flatMap((row) => (row && row.body.deletedAt === null ? [[row.id, row.body.name]] : [])),
  );
}

/** Contacts in few words, in this order; one that is gone is left out. */
export async function peopleOf(db: Database, ids: string[]): Promise<Person[]> {
  const rows = await db.contacts.bulkGet(ids);
  return rows.flatMap((row) =>
    row && row.body.deletedAt === null
      ? [{ id: row.id, name: row.body.name, company: companyIn(row.body) }]
      : [],
  );
}

function companyIn({ facts }: Contact): string | null {
  return inForce(Object.values(facts).filter(({ field }) => field === 'company'))?.value ?? null;
}

export async function snapshotDays(db: Database, id: string): Promise<{ day: Day; count: number }[]> {
  return (await snapshotsOf(db, id)).map(({ day, members }) => ({ day, count: members.length }));
}

const MOST_NAMED = 200;

/** @throws StoreError `missing` where there is no snapshot of a day */
export async function compareSegment(
  db: Database,
  { id, from, to }: { id: string; from: Day; to: Day | null },
  when: When,
): Promise<SegmentCompared> {
  const snapshots = await snapshotsOf(db, id);
  const membersOn = (day: Day) => {
    const found = snapshots.find((one) => one.day === day);
    if (!found) throw new StoreError('missing', `There is no snapshot of ${day}.`);
    return found.members;
  };
  const before = new Set(membersOn(from));
  const after = to === null ? idsIn(await findMembers(db, await queryIn(db, { id }), when)) : membersOn(to);
  const joined = after.filter((one) => !before.has(one));
  const still = new Set(after);
  const left = [...before].filter((one) => !still.has(one));
  return {
    from,
    to,
    joined: await peopleOf(db, joined.slice(0, MOST_NAMED)),
    left: await peopleOf(db, left.slice(0, MOST_NAMED)),
    joinedCount: joined.length,
    leftCount: left.length,
    stayed: after.length - joined.length,
  };
}

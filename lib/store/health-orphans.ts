import type { HealthRow } from '@/lib/api/health-views';
import type { ContactHealth, HealthKind } from '@/lib/crm/health-kinds';
import type { Database } from './database';
import { LAST } from './keys';

type OrphanKind = Exclude<HealthKind, ContactHealth>;

/** What belongs to nobody any more. `sure`: taking it away loses nothing. */
export interface Orphan extends HealthRow {
  kind: OrphanKind;
}

/** Which of these contacts are there, be it within another that they were merged into. */
export type Existing = (contactIds: string[]) => Promise<ReadonlySet<string>>;

const FINDERS: Record<OrphanKind, (db: Database, existing: Existing) => Promise<Orphan[]>> = {
  task: tasksOfNobody,
  case: casesOfNobody,
  tag: unusedTags,
  company: emptyCompanies,
};

/** Open tasks and cases of deleted contacts, tags that nobody has, companies without people. */
export async function orphans(db: Database, existing: Existing): Promise<Orphan[]> {
  const found = await Promise.all(Object.values(FINDERS).map((find) => find(db, existing)));
  return found.flat();
}

/** Those of one kind that can go without loss, as the rows are now: inside a transaction that takes them away. */
export async function sureOrphans(db: Database, kind: OrphanKind): Promise<Set<string>> {
  const found = await FINDERS[kind](db, existingNow(db));
  return new Set(found.flatMap(({ id, sure }) => (sure ? [id] : [])));
}

/** As the rows say. */
export function existingNow(db: Database): Existing {
  return async (ids) => {
    const rows = await db.contacts.bulkGet(ids);
    return new Set(rows.flatMap((row) => (row?.body.deletedAt === null ? [row.id] : [])));
  };
}

async function tasksOfNobody(db: Database, existing: Existing): Promise<Orphan[]> {
  const rows = await db.tasks.where('k.due').above('').toArray();
  return (await ofNobody(rows, existing)).map(({ id, body }) => ({
    kind: 'task',
    id,
    noun: 'task',
    name: body.title,
    detail: body.due?.date ?? null,
    sure: true,
  }));
}

async function casesOfNobody(db: Database, existing: Existing): Promise<Orphan[]> {
  const rows = await db.cases.where('k.open').above(0).toArray();
  return (await ofNobody(rows, existing)).map(({ id, body }) => ({
    kind: 'case',
    id,
    noun: 'case',
    name: body.title,
    detail: body.number,
    sure: false,
  }));
}

/** Rows all of whose contacts are gone. */
async function ofNobody<R extends { body: { contactIds: string[] } }>(
  rows: R[],
  existing: Existing,
): Promise<R[]> {
  const ids = await existing([...new Set(rows.flatMap(({ body }) => body.contactIds))]);
  return rows.filter(({ body }) => body.contactIds.length > 0 && !body.contactIds.some((id) => ids.has(id)));
}

/** A tag above others is used by them, and one that companies bear by these; one that a question names is not taken away. */
async function unusedTags(db: Database): Promise<Orphan[]> {
  const [rows, figures, companies, segments, settings] = await Promise.all([
    db.tags.where('k.name').between('', LAST, true, true).toArray(),
    db.tagFigures.toArray(),
    db.companies.where('k.name').between('', LAST, true, true).toArray(),
    db.segments.toArray(),
    db.settings.toArray(),
  ]);
  const used = new Set(figures.flatMap(({ tagId, own, total }) => (own + total > 0 ? [tagId] : [])));
  for (const { body } of companies) for (const id of Object.keys(body.tags)) used.add(id);
  for (const { body } of rows) if (body.parentId) used.add(body.parentId);
  const questions = JSON.stringify([segments, settings]);
  return rows.flatMap(({ id, body }) =>
    used.has(id)
      ? []
      : [{ kind: 'tag', id, noun: 'tag', name: body.name, detail: null, sure: !questions.includes(id) }],
  );
}

/** One of which nothing but the name is known can go without loss. */
async function emptyCompanies(db: Database): Promise<Orphan[]> {
  const [rows, figures, deals] = await Promise.all([
    db.companies.where('k.name').between('', LAST, true, true).toArray(),
    db.companyFigures.toArray(),
    db.deals.where('k.company').above('').toArray(),
  ]);
  const peopled = new Set(figures.flatMap(({ companyId, people }) => (people > 0 ? [companyId] : [])));
  const named = new Set(deals.map(({ body }) => body.companyId));
  return rows.flatMap(({ id, body }) => {
    if (peopled.has(id)) return [];
    const known =
      named.has(id) || [body.facts, body.points, body.tags].some((map) => Object.keys(map).length > 0);
    return [{ kind: 'company', id, noun: 'company', name: body.name, detail: null, sure: !known }];
  });
}

import type { HealthRow } from '@/lib/api/health-views';
import type { ContactHealth, HealthKind } from '@/lib/crm/health-kinds';
import type { Database } from './database';
import type { Scan } from './health-scan';
import { LAST } from './keys';

/** What belongs to nobody any more. `sure`: taking it away loses nothing. */
export interface Orphan extends HealthRow {
  kind: Exclude<HealthKind, ContactHealth>;
  sure: boolean;
}

/** Open tasks and cases of deleted contacts, tags that nobody has, companies without people. */
export async function orphans(db: Database, scan: Scan): Promise<Orphan[]> {
  const [tasks, cases, tags, companies] = await Promise.all([
    tasksOfNobody(db, scan),
    casesOfNobody(db, scan),
    unusedTags(db),
    emptyCompanies(db),
  ]);
  return [...tasks, ...cases, ...tags, ...companies];
}

function isOfNobody(contactIds: readonly string[], { contacts, merged }: Scan): boolean {
  return contactIds.length > 0 && contactIds.every((id) => !contacts.has(id) && !merged.has(id));
}

async function tasksOfNobody(db: Database, scan: Scan): Promise<Orphan[]> {
  const rows = await db.tasks.where('k.due').above('').toArray();
  return rows.flatMap(({ id, body }) =>
    isOfNobody(body.contactIds, scan)
      ? [{ kind: 'task', id, noun: 'task', name: body.title, detail: body.due?.date ?? null, sure: true }]
      : [],
  );
}

async function casesOfNobody(db: Database, scan: Scan): Promise<Orphan[]> {
  const rows = await db.cases.where('k.open').above(0).toArray();
  return rows.flatMap(({ id, body }) =>
    isOfNobody(body.contactIds, scan)
      ? [{ kind: 'case', id, noun: 'case', name: body.title, detail: body.number, sure: false }]
      : [],
  );
}

/** A tag above others is used by them. */
async function unusedTags(db: Database): Promise<Orphan[]> {
  const [rows, figures] = await Promise.all([
    db.tags.where('k.name').between('', LAST, true, true).toArray(),
    db.tagFigures.toArray(),
  ]);
  const used = new Set(figures.flatMap(({ tagId, own, total }) => (own + total > 0 ? [tagId] : [])));
  const parents = new Set(rows.flatMap(({ body }) => body.parentId ?? []));
  return rows.flatMap(({ id, body }) =>
    used.has(id) || parents.has(id)
      ? []
      : [{ kind: 'tag', id, noun: 'tag', name: body.name, detail: null, sure: true }],
  );
}

/** One of which nothing but the name is known can go without loss. */
async function emptyCompanies(db: Database): Promise<Orphan[]> {
  const [rows, figures] = await Promise.all([
    db.companies.where('k.name').between('', LAST, true, true).toArray(),
    db.companyFigures.toArray(),
  ]);
  const peopled = new Set(figures.flatMap(({ companyId, people }) => (people > 0 ? [companyId] : [])));
  return rows.flatMap(({ id, body }) => {
    if (peopled.has(id)) return [];
    const known = [body.facts, body.points, body.tags].some((map) => Object.keys(map).length > 0);
    return [{ kind: 'company', id, noun: 'company', name: body.name, detail: null, sure: !known }];
  });
}

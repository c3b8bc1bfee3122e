import type { HealthGroup, HealthReport, HealthRow } from '@/lib/api/health-views';
import { type ContactHealth, HEALTH, HEALTH_OF_CONTACTS, type HealthKind } from '@/lib/crm/health-kinds';
import { contradictions, isMalformed, lostRelations, staleValues } from '@/lib/insight/health';
import { batch, type Progress } from './batch';
import type { Database } from './database';
import { mend } from './health-fix';
import { KEPT_HEALTH } from './health-kept';
import { type Existing, existingNow, type Orphan, orphans, sureOrphans } from './health-orphans';
import { bitOf, groundOf, type Looked, type Scan, scanned } from './health-scan';
import { pathOf } from './lookups';
import type { Context } from './work';

const DAY = 86_400_000;

export function isOfContacts(kind: HealthKind): kind is ContactHealth {
  return (HEALTH_OF_CONTACTS as readonly string[]).includes(kind);
}

/** What the last look counted; null when nobody ever looked. */
export async function keptHealth(db: Database): Promise<HealthReport | null> {
  const kept = await db.meta.get(KEPT_HEALTH);
  return kept ? named(db, JSON.parse(String(kept.value)) as HealthReport) : null;
}

/** Looks through everything, or at what was changed since, and keeps the counts. */
export async function lookAtHealth(ctx: Pick<Context, 'db' | 'now'> & Progress): Promise<HealthReport> {
  const { db } = ctx;
  const now = ctx.now();
  const scan = await scanned(db, now, ctx.onProgress);
  const found = await orphans(db, existingIn(scan));
  const report = reportOf(scan, found, now);
  await db.meta.put({ key: KEPT_HEALTH, value: JSON.stringify(report) });
  return named(db, report);
}

function reportOf(scan: Scan, found: Orphan[], now: number): HealthReport {
  const all = [...scan.contacts.values()];
  const kinds = HEALTH.map((kind) => {
    if (!isOfContacts(kind)) {
      const own = found.filter((one) => one.kind === kind);
      return { kind, count: own.length, fixable: own.filter(({ sure }) => sure).length };
    }
    const bit = bitOf(kind);
    const count = (field: 'wrong' | 'sure') => all.reduce((sum, one) => sum + (one[field] & bit ? 1 : 0), 0);
    return { kind, count: count('wrong'), fixable: count('sure') };
  });
  const tags = new Map<string, Looked[]>();
  const owners = new Map<string | null, Looked[]>();
  for (const one of all) {
    for (const id of one.tags) push(tags, id, one);
    push(owners, one.ownerId, one);
  }
  return {
    ...groupOf(all, now),
    kinds,
    tags: [...tags].map(([id, group]) => ({ id, name: '', ...groupOf(group, now) })),
    owners: [...owners].map(([id, group]) => ({ id, name: null, ...groupOf(group, now) })),
  };
}

function push<K>(groups: Map<K, Looked[]>, key: K, one: Looked): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

function groupOf(group: readonly Looked[], now: number): HealthGroup {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const dated = group.flatMap((one) => one.confirmedAt ?? []);
  return {
    contacts: group.length,
    percent: group.length === 0 ? 100 : Math.round(mean(group.map((one) => one.percent))),
    days: dated.length === 0 ? null : Math.round(mean(dated.map((at) => Math.max(0, now - at) / DAY))),
  };
}

/** Names of tags and owners as they are now; a tag that was deleted is in no list, nor is an owner who was erased. */
async function named(db: Database, report: HealthReport): Promise<HealthReport> {
  const rows = await db.tags.toArray();
  const tags = new Map(rows.filter(({ body }) => body.deletedAt === null).map(({ id, body }) => [id, body]));
  const owners = await db.contacts.bulkGet(report.owners.flatMap(({ id }) => id ?? []));
  const nameOf = new Map(owners.flatMap((row) => (row ? [[row.id, row.body.name] as const] : [])));
  return {
    ...report,
    tags: report.tags
      .filter(({ id }) => tags.has(id))
      .map((tag) => ({ ...tag, name: pathOf(tags, tag.id).join(' / ') }))
      .sort((a, b) => a.percent - b.percent || (a.name < b.name ? -1 : 1)),
    owners: report.owners
      .filter(({ id }) => id === null || nameOf.has(id))
      .map((owner) => ({ ...owner, name: nameOf.get(owner.id ?? '') ?? null })),
  };
}

/** Some of a kind, in the order of their ids; those of which it is sure what is right first. */
export async function listHealth(
  db: Database,
  { kind, limit, now }: { kind: HealthKind; limit: number; now: number },
): Promise<HealthRow[]> {
  const scan = await scanned(db, now);
  if (!isOfContacts(kind)) {
    const found = (await orphans(db, existingIn(scan))).filter((one) => one.kind === kind);
    return found
      .sort((a, b) => Number(b.sure) - Number(a.sure))
      .slice(0, limit)
      .map(({ id, noun, name, detail, sure }) => ({ id, noun, name, detail, sure }));
  }
  const bit = bitOf(kind);
  const has = (field: 'wrong' | 'sure') =>
    [...scan.contacts].flatMap(([id, one]) => (one[field] & bit ? [id] : []));
  const ids = [...new Set([...has('sure').slice(0, limit), ...has('wrong').slice(0, limit)])].slice(0, limit);
  const rows = await db.contacts.bulkGet(ids);
  return rows.flatMap((row): HealthRow[] => {
    if (!row) return [];
    const { id, body } = row;
    const sure = ((scan.contacts.get(id)?.sure ?? 0) & bit) > 0;
    return [{ id, noun: 'contact', name: body.name, detail: detailOf(body, kind, scan, now), sure }];
  });
}

function detailOf(
  contact: Parameters<typeof contradictions>[0],
  kind: ContactHealth,
  scan: Scan,
  now: number,
): string | null {
  const facts = (ids: string[]) => ids.map((id) => contact.facts[id]!.value).join(' / ');
  switch (kind) {
    case 'address':
    case 'phone': {
      const of = kind === 'address' ? 'email' : 'phone';
      return Object.values(contact.points).find((point) => isMalformed(point, of))?.value ?? null;
    }
    case 'contradiction':
      return facts(contradictions(contact)[0]?.ids ?? []) || null;
    case 'relation':
      return facts(lostRelations(contact, groundOf(scan, now))) || null;
    case 'stale': {
      const [old] = staleValues(contact, now);
      return old ? (contact[old.of][old.id]?.value ?? null) : null;
    }
    default:
      return null;
  }
}

/** Puts in order all of a kind, or those named, where there is no doubt what is right. One undo for all of it. */
export async function fixHealth(
  ctx: Context & Progress,
  { kind, ids }: { kind: HealthKind; ids?: string[] | undefined },
): Promise<{ count: number }> {
  const { db } = ctx;
  const given = ids && new Set(ids);
  const wanted = (id: string) => !given || given.has(id);
  if (!isOfContacts(kind)) return removeOrphans(ctx, kind, wanted);
  const now = ctx.now();
  const scan = await scanned(db, now);
  const bit = bitOf(kind);
  const ground = groundOf(scan, now);
  return batch(ctx, {
    items: async () => [...scan.contacts].flatMap(([id, one]) => (one.sure & bit && wanted(id) ? [id] : [])),
    start: { count: 0 },
    run: async (work, part, { count }) => {
      const bodies = await work.live('contacts', [...part]);
      // As they are now: who was gone when it was looked may be back.
      const named = bodies.flatMap(({ facts }) => Object.values(facts).flatMap(({ ref }) => ref ?? []));
      const there = await existingNow(work.db)([...new Set(named)]);
      const now = { ...ground, exists: (id: string) => there.has(id) };
      return { count: count + bodies.filter((body) => mend(body, kind, now)).length };
    },
  });
}

function existingIn({ contacts, merged }: Scan): Existing {
  return async (ids) => new Set(ids.filter((id) => contacts.has(id) || merged.has(id)));
}

const TABLES = { task: 'tasks', tag: 'tags', company: 'companies' } as const;

function removeOrphans(
  ctx: Context & Progress,
  kind: Exclude<HealthKind, ContactHealth>,
  wanted: (id: string) => boolean,
): Promise<{ count: number }> {
  return batch(ctx, {
    items: async () => [...(await sureOrphans(ctx.db, kind))].filter(wanted),
    start: { count: 0 },
    run: async (work, part, { count }) => {
      if (kind === 'case') return { count };
      // Somebody may have come to one of them since the part before.
      const sure = await sureOrphans(work.db, kind);
      const bodies = await work.live(
        TABLES[kind],
        part.filter((id) => sure.has(id)),
      );
      for (const body of bodies) body.deletedAt = work.now;
      return { count: count + bodies.length };
    },
  });
}

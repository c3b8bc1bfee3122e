import type { Company } from '@/lib/crm/companies';
import type { Deal } from '@/lib/crm/deals';
import type { Database } from './database';

/** Small reads about deals, to be combined inside one transaction. */

/** How many deals there are, and how many of them are open. */
export async function countDeals(db: Database): Promise<{ all: number; open: number }> {
  const [all, open] = await Promise.all([
    db.deals.orderBy('k.all').count(),
    db.deals.orderBy('k.open').count(),
  ]);
  return { all, open };
}

/** Open deals of these contacts, the one that is expected first before the others. */
export async function openDealsOf(db: Database, contactIds: string[]): Promise<Deal[]> {
  // Most have none: who has no deal at all costs one count.
  if (contactIds.length === 0 || (await db.deals.count()) === 0) return [];
  const rows = await db.deals.where('k.contacts').anyOf(contactIds).distinct().toArray();
  return rows
    .filter(({ k }) => k.open !== undefined)
    .sort((a, b) => ((a.k.all ?? '') < (b.k.all ?? '') ? -1 : 1))
    .map((row) => row.body);
}

/** Companies by id, each as the one that it went into; deleted ones are left out. */
export async function companiesBy(db: Database, ids: Iterable<string>): Promise<Map<string, Company>> {
  const known = new Map<string, Company | null>();
  const asked = [...new Set(ids)];
  for (let wanted = asked; wanted.length > 0; ) {
    const rows = await db.companies.bulkGet(wanted);
    for (const [at, id] of wanted.entries()) known.set(id, rows[at]?.body ?? null);
    const next = wanted.flatMap((id) => known.get(id)?.mergedInto ?? []);
    wanted = [...new Set(next)].filter((id) => !known.has(id));
  }
  return new Map(
    asked.flatMap((id) => {
      let at = known.get(id);
      for (const seen = new Set<string>(); at?.mergedInto && !seen.has(at.id); ) {
        seen.add(at.id);
        at = known.get(at.mergedInto) ?? null;
      }
      return at && at.deletedAt === null ? [[id, at] as const] : [];
    }),
  );
}

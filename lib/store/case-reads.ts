import type { Day } from '@/lib/crm/calendar';
import type { Case } from '@/lib/crm/cases';
import type { Database } from './database';
import { withAny } from './lookups';

/** Small reads about cases, to be combined inside one transaction. */

/** Cases of these contacts that are not resolved, by when the first reply is due; then those to be looked at again. */
export async function casesOf(db: Database, contactIds: string[]): Promise<Case[]> {
  // Most have none: who has no case at all costs one count.
  if (contactIds.length === 0 || (await db.cases.count()) === 0) return [];
  const rows = await withAny(db.cases.where('k.contacts'), contactIds).toArray();
  const wanted = rows.filter(({ k }) => k.open !== undefined || k.recheck !== undefined);
  const order = ({ open = Number.POSITIVE_INFINITY }: { open?: number }) => open;
  return wanted.sort((a, b) => order(a.k) - order(b.k)).map((row) => row.body);
}

/** How many cases there are, and how many of them are not resolved. */
export async function countCases(db: Database): Promise<{ all: number; open: number }> {
  const [all, open] = await Promise.all([
    db.cases.orderBy('k.all').count(),
    db.cases.orderBy('k.open').count(),
  ]);
  return { all, open };
}

/** Contacts whose cases wait for a first reply, or are to be looked at again by this day. */
export async function casesToday(
  db: Database,
  { today, limit }: { today: Day; limit: number },
): Promise<string[]> {
  const [reply, recheck] = await Promise.all([
    db.cases.orderBy('k.replyDue').limit(limit).toArray(),
    db.cases.where('k.recheck').belowOrEqual(today).limit(limit).toArray(),
  ]);
  return [...new Set([...reply, ...recheck].flatMap((row) => row.body.contactIds))];
}

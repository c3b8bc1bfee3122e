import { zoneHere } from '@/lib/crm/calendar';
import type { Database } from './database';
import { findMembers, idsIn } from './segment-find';
import { queryOf } from './segment-frame';

/** Whom a saved segment holds: nobody where it was deleted, or was made by a newer version. */
export async function idsInSegment(
  db: Database,
  id: string,
  { now, zone = zoneHere() }: { now: number; zone?: string | undefined },
): Promise<Set<string>> {
  const segment = (await db.segments.get(id))?.body;
  const query = segment && segment.deletedAt === null ? queryOf(segment) : null;
  return new Set(query ? idsIn(await findMembers(db, query, { now, zone })) : []);
}

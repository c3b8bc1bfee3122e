import type { Segment } from '@/lib/crm/segments';
import type { Database } from './database';
import { LAST } from './keys';

/** Segments that are not deleted, by name. */
export async function liveSegments(db: Database): Promise<Segment[]> {
  const rows = await db.segments.where('k.all').between('', LAST, true, true).toArray();
  return rows.map((row) => row.body);
}

/** What segments are called: told without what they ask. */
export async function segmentNames(db: Database): Promise<{ id: string; name: string }[]> {
  return (await liveSegments(db)).map(({ id, name }) => ({ id, name }));
}

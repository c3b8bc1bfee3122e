import type { Database } from './database';
import { filled, isWhole } from './filled';
import { findMembers, idsIn } from './segment-find';
import { queryOf, type When } from './segment-frame';

/** Whom the segment of a goal holds. */
export interface GoalPeople {
  /** Null: it was deleted. */
  name: string | null;
  /** Null: it was deleted, or of somebody it cannot be told whether it holds them. */
  ids: ReadonlySet<string> | null;
}

/**
 * Finds whom a segment holds, outside a transaction. Of a goal nothing is said where of anybody it cannot be told: while lists are made anew, where the
 * segment asks for what is gone, or a newer version made it.
 */
export async function goalPeople(db: Database, segmentId: string, when: When): Promise<GoalPeople> {
  const segment = (await db.segments.get(segmentId))?.body;
  if (!segment || segment.deletedAt !== null) return { name: null, ids: null };
  const { name } = segment;
  const query = queryOf(segment);
  if (!query || !isWhole(await filled(db))) return { name, ids: null };
  const members = await findMembers(db, query, when);
  return { name, ids: members.unclear ? null : new Set(idsIn(members)) };
}

import { type Query, SEGMENT_SCHEMA } from '@/lib/crm/segments';
import { isRing } from '@/lib/insight/query-parts';
import type { Progress } from './batch';
import { command } from './command';
import { deleteRows } from './each-row';
import { StoreError } from './errors';
import { frameOf, queryOf } from './segment-frame';
import { liveSegments } from './segment-names';
import { asksForTag, asksForTiers, tagRules } from './segment-rings';
import { settingsOf } from './settings';
import type { Context, Work } from './work';

type Done = Record<string, never>;

/**
 * Makes a segment, or changes the one with this id.
 * @throws StoreError `invalid` for one that would ask for itself through others, or for what it decides: a tag by rule, a level
 */
export function putSegment(
  ctx: Context,
  { id, name, note, query }: { id: string; name: string; note: string; query: Query },
): Promise<Done> {
  return command(ctx, async (work) => {
    const others = await liveSegments(work.db);
    const queries = new Map(others.map((one) => [one.id, queryOf(one) ?? undefined]));
    if (isRing(id, query, (one) => queries.get(one))) {
      throw new StoreError('invalid', 'A segment cannot ask for itself.');
    }
    await refuseRings(work, { id, query, zone: ctx.zone });
    const [stored] = await work.live('segments', [id]);
    if (stored) Object.assign(stored, { name, note, query });
    else {
      const row = { id, schema: SEGMENT_SCHEMA, clock: '', deletedAt: null };
      work.add('segments', { ...row, name, note, query, createdAt: work.now });
    }
    return {};
  });
}

async function refuseRings(
  work: Work,
  { id, query, zone }: { id: string; query: Query; zone: string },
): Promise<void> {
  const stored = await frameOf(work.db, { now: work.now, zone });
  const frame = { ...stored, segment: (one: string) => (one === id ? query : stored.segment(one)) };
  const rules = await tagRules(work.db);
  for (const [tagId, rule] of rules) {
    if (asksForTag(tagId, rule, frame, rules)) {
      throw new StoreError('invalid', 'A tag that a rule gives cannot hang on who has it.');
    }
  }
  const { tiers = [] } = await settingsOf(work.db);
  if (tiers.some(({ segmentId }) => asksForTiers(segmentId, tiers, frame, rules))) {
    throw new StoreError('invalid', 'A level cannot hang on the levels of contacts.');
  }
}

/** Deletes segments. What asks for one of them finds nobody, until undo brings it back. */
export function deleteSegments(
  ctx: Context & Progress,
  { ids }: { ids: string[] },
): Promise<{ count: number }> {
  return deleteRows(ctx, 'segments', ids);
}

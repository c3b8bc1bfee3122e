import type { Clause } from '@/lib/crm/segments';
import type { Tag } from '@/lib/crm/tags';
import type { Tier } from '@/lib/crm/tiers';
import { clausesOf } from '@/lib/insight/query-parts';
import type { Frame } from '@/lib/insight/query-subject';
import type { Database } from './database';
import { LAST } from './keys';

/** What is settled by segments and asked for by segments: tags by rule, and levels. One that hung on itself would change every day. */

/** Tags that a rule gives, by their id. */
export type Rules = ReadonlyMap<string, NonNullable<Tag['rule']>>;

export async function tagRules(db: Database): Promise<Rules> {
  const rows = await db.tags.where('k.name').between('', LAST, true, true).toArray();
  return new Map(rows.flatMap(({ id, body }) => (body.rule ? [[id, body.rule] as const] : [])));
}

/** Every clause that decides who is in a segment: its own, those of the segments that it names, and those by whose rule the tags that it asks for are given. */
export function clausesBehind(segmentId: string, frame: Frame, rules: Rules): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set([segmentId]);
  // A set gives what is added while it is gone through.
  for (const id of seen) {
    for (const clause of clausesOf(frame.segment(id) ?? { all: [] })) {
      clauses.push(clause);
      if (clause.ask === 'segment') seen.add(clause.segmentId);
      if (clause.ask !== 'tag') continue;
      for (const tag of frame.tagsBelow(clause.tagId)) {
        const rule = rules.get(tag);
        if (rule) seen.add(rule.segmentId);
      }
    }
  }
  return clauses;
}

/** Whether who has a tag hangs, by this rule, on who has it. */
export function asksForTag(
  tagId: string,
  { segmentId }: NonNullable<Tag['rule']>,
  frame: Frame,
  rules: Rules,
): boolean {
  const others = new Map([...rules].filter(([id]) => id !== tagId));
  return clausesBehind(segmentId, frame, others).some(
    (clause) => clause.ask === 'tag' && frame.tagsBelow(clause.tagId).has(tagId),
  );
}

/**
 * Whether a segment hangs on what levels give, so that it can stand for none: on the level, and where one gives a rhythm on who has a
 * rhythm. Who has none would be moved there today, and back tomorrow.
 */
export function asksForTiers(
  segmentId: string,
  tiers: readonly Pick<Tier, 'cadenceDays'>[],
  frame: Frame,
  rules: Rules,
): boolean {
  const givesRhythm = tiers.some(({ cadenceDays }) => cadenceDays !== undefined);
  return clausesBehind(segmentId, frame, rules).some(
    ({ ask }) => ask === 'tier' || (givesRhythm && ask === 'cadence'),
  );
}

import type { Barred } from '@/lib/api/schedule-views';
import type { Audience, Quota, Schedule } from '@/lib/crm/schedules';
import type { Clause } from '@/lib/crm/segments';
import type { Database } from './database';
import { findMembers, idsIn } from './segment-find';
import type { When } from './segment-frame';

/** Whom a schedule is about. */
export interface Reach {
  /** Those who can be asked some day. */
  ids: string[];
  barred: Map<Barred, string[]>;
  /** The tag or the segment does not exist any more, or cannot be read here. */
  gone: boolean;
}

function clauseOf(group: Audience | Exclude<Quota['group'], { by: 'all' }>): Clause {
  if (group.by === 'agreed') return { ask: 'consent', channel: 'survey', state: 'given' };
  return group.by === 'tag'
    ? { ask: 'tag', tagId: group.id, has: true }
    : { ask: 'segment', segmentId: group.id, has: true };
}

/** Whom a group of a quota holds; null for everybody. */
export async function groupOf(
  db: Database,
  group: Quota['group'],
  when: When,
): Promise<{ ids: ReadonlySet<string> | null; gone: boolean }> {
  if (group.by === 'all') return { ids: null, gone: false };
  const members = await findMembers(db, clauseOf(group), when);
  return { ids: new Set(idsIn(members)), gone: members.unclear };
}

/** Finds the audience, and who of them cannot be asked, each under the first reason that holds. Who was merged counts once. */
export async function reachOf(
  db: Database,
  { audience, agreedOnly, channel }: Pick<Schedule, 'audience' | 'agreedOnly' | 'channel'>,
  when: When,
): Promise<Reach> {
  const of = clauseOf(audience);
  const bars: [Barred, Clause][] = [
    ['personal', { ask: 'kind', is: 'personal' }],
    ['doNotContact', { ask: 'doNotContact', is: true }],
    ['refused', { ask: 'consent', channel: 'survey', state: 'refused' }],
    ...(agreedOnly
      ? [['notAgreed', { ask: 'consent', channel: 'survey', state: 'none' }] as [Barred, Clause]]
      : []),
    ['noAddress', { ask: 'point', kind: channel === 'mail' ? 'email' : 'phone', has: 'empty' }],
  ];
  // One question that names all of them has every contact read once.
  const any = await findMembers(db, { all: [of, { any: bars.map(([, clause]) => clause) }] }, when);
  const out = new Set(idsIn(any));
  const barred = new Map<Barred, string[]>();
  for (const [why, clause] of bars) {
    const found = idsIn(await findMembers(db, { all: [of, clause] }, when)).filter((id) => out.delete(id));
    if (found.length > 0) barred.set(why, found);
  }
  const all = await findMembers(db, of, when);
  const left = new Set([...barred.values()].flat());
  return { ids: idsIn(all).filter((id) => !left.has(id)), barred, gone: all.unclear };
}

import type { Barred } from '@/lib/api/schedule-views';
import type { Audience, Quota, Schedule } from '@/lib/crm/schedules';
import type { Clause, Query } from '@/lib/crm/segments';
import { isBarred, reachedBy, said, type TraitTest } from '@/lib/insight/traits';
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

type Asked = Pick<Schedule, 'audience' | 'agreedOnly' | 'channel'>;

const OF_ANY_KIND: Query = {
  any: [
    { ask: 'kind', is: 'work' },
    { ask: 'kind', is: 'personal' },
  ],
};

/** Finds the audience, and who of them cannot be asked, each under the first reason that holds. Who was merged counts once. Nobody's row is read for it. */
export async function reachOf(db: Database, asked: Asked, when: When): Promise<Reach> {
  const query = { all: [clauseOf(asked.audience), OF_ANY_KIND] };
  const { everybody, found, unclear: gone } = await findMembers(db, query, when);
  const traits = everybody.traits();
  const bars = barsOf(asked);
  const ids: string[] = [];
  const barred = new Map<Barred, string[]>([['personal', []]]);
  for (const [why] of bars) barred.set(why, []);
  for (let at = 0; at < found.length; at += 1) {
    if (found[at] !== 1) continue;
    const own = traits[at]!;
    const why = everybody.work[at] === 0 ? 'personal' : bars.find(([, holds]) => holds(own))?.[0];
    (why ? barred.get(why)! : ids).push(everybody.ids[at]!);
  }
  return { ids, barred: new Map([...barred].filter(([, some]) => some.length > 0)), gone };
}

/** What keeps work contacts from being asked, in the order in which the first that holds counts. */
function barsOf({ agreedOnly, channel }: Asked): [Barred, TraitTest][] {
  const hasAddress = reachedBy([channel === 'mail' ? 'email' : 'phone']);
  return [
    ['doNotContact', isBarred],
    ['refused', said('survey', 'refused')],
    ...(agreedOnly ? [['notAgreed', said('survey', 'none')] as [Barred, TraitTest]] : []),
    ['noAddress', (traits) => !hasAddress(traits)],
  ];
}

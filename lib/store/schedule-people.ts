import type { Barred } from '@/lib/api/schedule-views';
import type { Contact } from '@/lib/crm/contacts';
import type { Audience, Quota, Schedule } from '@/lib/crm/schedules';
import type { Clause } from '@/lib/crm/segments';
import { consentOf } from '@/lib/insight/query-clauses';
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

/** Rows of so many are read sooner than those of everybody, by which a question of all is answered. */
const FEW = 15_000;

/**
 * Finds the audience, and who of them cannot be asked, each under the first reason that holds. Who was merged counts once.
 * @param few of an audience up to this its own rows are read
 */
export async function reachOf(
  db: Database,
  asked: Asked,
  when: When,
  { few = FEW }: { few?: number } = {},
): Promise<Reach> {
  // Who agreed is told by rows alone.
  if (asked.audience.by === 'agreed') return reachAmongAll(db, asked, when);
  const of = clauseOf(asked.audience);
  const all = await findMembers(db, of, when);
  const personal = await findMembers(db, { all: [of, { ask: 'kind', is: 'personal' }] }, when);
  if (all.count + personal.count > few) return reachAmongAll(db, asked, when);
  const ids = [...new Set([...idsIn(all), ...idsIn(personal)])].sort();
  const rows = await db.contacts.bulkGet(ids);
  const reach: Reach = { ids: [], barred: new Map(), gone: all.unclear };
  const barred = new Map<Barred, string[]>(BARRED.map((why) => [why, []]));
  for (const row of rows) {
    if (!row) continue;
    const why = barOf(row.body, asked);
    if (why) barred.get(why)!.push(row.id);
    else reach.ids.push(row.id);
  }
  for (const [why, found] of barred) if (found.length > 0) reach.barred.set(why, found);
  return reach;
}

/** In the order in which the first that holds counts. */
const BARRED: readonly Barred[] = ['personal', 'doNotContact', 'refused', 'notAgreed', 'noAddress'];

function barOf(contact: Contact, { agreedOnly, channel }: Asked): Barred | null {
  if (contact.kind === 'personal') return 'personal';
  if (contact.doNotContact !== null) return 'doNotContact';
  const consent = consentOf(contact, 'survey');
  if (consent === 'refused') return 'refused';
  if (agreedOnly && consent === 'none') return 'notAgreed';
  const kind = channel === 'mail' ? 'email' : 'phone';
  const hasAddress = Object.values(contact.points).some((point) => point.kind === kind && point.value !== '');
  return hasAddress ? null : 'noAddress';
}

/** The same by questions of everybody, which a store answers from memory once it has read all rows. */
async function reachAmongAll(
  db: Database,
  { audience, agreedOnly, channel }: Asked,
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

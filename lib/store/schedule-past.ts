import { dayNumber } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';
import type { Invite } from '@/lib/crm/surveys';
import type { Past } from '@/lib/insight/asking/due';
import { EVENT_KINDS, kindOf } from '@/lib/insight/events';
import { todayAt } from '@/lib/insight/today';
import { packedAnswers } from './answer-pages';
import type { Database } from './database';
import { turnsOf } from './invites';
import { identitiesOf, rootFinder } from './lookups';
import type { PackedAnswer } from './packed-answers';
import { placeIn } from './page-parts';
import { readEvents } from './read-events';
import type { When } from './segment-frame';

/** What is known of everybody, read inside a transaction. */
export interface Pasts {
  /** Of a contact that stands for itself. */
  pastOf(id: string): Past;
  /** Answers to the survey, newest first, by whom they count for. */
  answers: { answer: PackedAnswer; root: string | null }[];
  /** Turns of the schedule itself: who was asked, and who held out. */
  turns: Invite[];
  /** When somebody was asked last by any survey, epoch ms. */
  askedAt: ReadonlyMap<string, number>;
  dayOf(at: number): number;
}

/** Above so many the table of invitations is read as a whole. */
const BY_RANGES = 1500;

/** Reads who was asked and answered, and what happened, for these contacts. */
export async function readPasts(
  db: Database,
  {
    surveyId,
    scheduleId,
    ids,
    event,
  }: { surveyId: string; scheduleId: string; ids: readonly string[]; event: 'purchase' | 'case' | null },
  { now, zone }: When,
): Promise<Pasts> {
  const rootOf = await rootFinder(db);
  const { dayAt } = todayAt(now, zone);
  const dayOf = (at: number) => dayNumber(dayAt(at));
  const [askedAt, turned, answered] = [new Map(), new Map(), new Map()] as Map<string, number>[];
  const later = (map: Map<string, number>, id: string, at: number) =>
    map.set(id, Math.max(map.get(id) ?? Number.NEGATIVE_INFINITY, at));
  const turns: Invite[] = [];
  for (const invite of await turnsAbout(db, ids)) {
    const root = rootOf(invite.contactId);
    if (!invite.heldOut) later(askedAt!, root, invite.at);
    if (invite.surveyId === surveyId) later(turned!, root, invite.at);
    if (invite.scheduleId === scheduleId) turns.push(invite);
  }
  const answers = (await packedAnswers(db, surveyId)).map((answer) => ({
    answer,
    root: answer.contactId === null ? null : rootOf(answer.contactId),
  }));
  for (const { answer, root } of answers) if (root !== null) later(answered!, root, answer.at);
  const happened = event === null ? () => null : await eventsBefore(db, event, { now, zone }, rootOf);
  const day = (map: ReadonlyMap<string, number>, id: string) => {
    const at = map.get(id);
    return at === undefined ? null : dayOf(at);
  };
  return {
    answers,
    turns,
    askedAt: askedAt!,
    dayOf,
    pastOf: (id) => ({
      asked: day(turned!, id),
      answered: day(answered!, id),
      askedByAny: day(askedAt!, id),
      event: happened(id),
    }),
  };
}

/** Invitations of these contacts and of those merged into them; of many, of everybody. */
async function turnsAbout(db: Database, ids: readonly string[]): Promise<Invite[]> {
  if (ids.length > BY_RANGES) {
    const rows = await db.invites.toArray();
    return rows.flatMap(({ body }) => (body.deletedAt === null ? [body] : []));
  }
  const identities = await identitiesOf(db, [...ids]);
  return turnsOf(db, [...identities.values()].flat());
}

/** The day on which it happened last, up to today. */
async function eventsBefore(
  db: Database,
  event: NonNullable<Extract<Schedule['rhythm'], { kind: 'after' }>['event']>,
  { now, zone }: When,
  rootOf: (id: string) => string,
): Promise<(id: string) => number | null> {
  const { dayAt, day } = todayAt(now, zone);
  const today = dayNumber(day);
  if (event === 'case') {
    const closed = new Map<string, number>();
    for (const { body } of await db.cases.toArray()) {
      if (body.deletedAt !== null || body.resolvedAt === null) continue;
      for (const id of body.contactIds) {
        const root = rootOf(id);
        closed.set(root, Math.max(closed.get(root) ?? 0, body.resolvedAt));
      }
    }
    return (id) => (closed.has(id) ? dayNumber(dayAt(closed.get(id)!)) : null);
  }
  const { ids, offsets, codes, days } = await readEvents(db, zone);
  return (id) => {
    const place = placeIn(ids, id);
    if (place < 0) return null;
    for (let at = offsets[place + 1]! - 1; at >= offsets[place]!; at -= 1) {
      if (kindOf(codes[at]!) === EVENT_KINDS.purchase && days[at]! <= today) return days[at]!;
    }
    return null;
  };
}

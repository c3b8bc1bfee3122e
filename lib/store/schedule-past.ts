import { dayNumber } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';
import type { Invite } from '@/lib/crm/surveys';
import { type Past, TOO_LATE } from '@/lib/insight/asking/due';
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
import { heldKey } from './survey-keys';

/** What is known of everybody, read inside a transaction. */
export interface Pasts {
  /** Of a contact that stands for itself. */
  pastOf(id: string): Past;
  /** Answers to the survey, newest first, by whom they count for. */
  answers: { answer: PackedAnswer; root: string | null }[];
  /** Turns of the schedule itself: who was asked, and who held out. */
  turns: Invite[];
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
    schedule: { rhythm, from },
  }: {
    surveyId: string;
    scheduleId: string;
    ids: readonly string[];
    schedule: Pick<Schedule, 'rhythm' | 'from'>;
  },
  { now, zone }: When,
): Promise<Pasts> {
  const rootOf = await rootFinder(db);
  const { dayAt } = todayAt(now, zone);
  const dayOf = (at: number) => dayNumber(dayAt(at));
  const [askedAt, turned, answered] = [new Map(), new Map(), new Map()] as Map<string, number>[];
  const later = (map: Map<string, number>, id: string, at: number) =>
    map.set(id, Math.max(map.get(id) ?? Number.NEGATIVE_INFINITY, at));
  for (const invite of await turnsAbout(db, ids)) {
    const root = rootOf(invite.contactId);
    if (!invite.heldOut) later(askedAt!, root, invite.at);
    if (invite.surveyId === surveyId) later(turned!, root, invite.at);
  }
  const answers = (await packedAnswers(db, surveyId)).map((answer) => ({
    answer,
    root: answer.contactId === null ? null : rootOf(answer.contactId),
  }));
  for (const { answer, root } of answers) if (root !== null) later(answered!, root, answer.at);
  const happened =
    rhythm.kind === 'after' ? await eventsBefore(db, rhythm.event, { now, zone }, rootOf) : () => null;
  const oldest =
    Math.max(dayNumber(from), dayOf(now) - TOO_LATE) - (rhythm.kind === 'after' ? rhythm.days : 0);
  const day = (map: ReadonlyMap<string, number>, id: string) => {
    const at = map.get(id);
    return at === undefined ? null : dayOf(at);
  };
  return {
    answers,
    turns: await turnsBy(db, { surveyId, scheduleId }),
    dayOf,
    pastOf: (id) => {
      const [asked, said] = [day(turned!, id), day(answered!, id)];
      const since = Math.max(asked ?? Number.NEGATIVE_INFINITY, said ?? Number.NEGATIVE_INFINITY);
      return {
        asked,
        answered: said,
        askedByAny: day(askedAt!, id),
        event: happened(id, since, oldest),
      };
    },
  };
}

/** Turns of a schedule, whoever belongs to its audience by now: the day's number counts them, and their links stay to be found. */
export async function turnsBy(
  db: Database,
  { surveyId, scheduleId }: { surveyId: string; scheduleId: string },
): Promise<Invite[]> {
  const rows = await db.invites
    .where('k.survey')
    .anyOf([surveyId, heldKey(surveyId)])
    .toArray();
  return rows.map(({ body }) => body).filter((invite) => invite.scheduleId === scheduleId);
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

/**
 * The first day, up to today, on which it happened after `since` and not before `oldest`: not the last, else somebody to whom it happens
 * more often than the delay would have no turn ever.
 */
async function eventsBefore(
  db: Database,
  event: Extract<Schedule['rhythm'], { kind: 'after' }>['event'],
  { now, zone }: When,
  rootOf: (id: string) => string,
): Promise<(id: string, since: number, oldest: number) => number | null> {
  const { dayAt, day } = todayAt(now, zone);
  const today = dayNumber(day);
  if (event === 'case') {
    const closed = new Map<string, number[]>();
    for (const { body } of await db.cases.toArray()) {
      if (body.deletedAt !== null || body.resolvedAt === null) continue;
      const on = dayNumber(dayAt(body.resolvedAt));
      for (const root of new Set(body.contactIds.map(rootOf))) {
        const days = closed.get(root);
        if (days) days.push(on);
        else closed.set(root, [on]);
      }
    }
    return (id, since, oldest) => {
      const open = (closed.get(id) ?? []).filter((on) => on > since && on >= oldest && on <= today);
      return open.length > 0 ? Math.min(...open) : null;
    };
  }
  const events = await readEvents(db, zone);
  return (id, since, oldest) => {
    const { ids, offsets, codes, days } = events;
    const place = placeIn(ids, id);
    if (place < 0) return null;
    for (let at = offsets[place]!; at < offsets[place + 1]!; at += 1) {
      const on = days[at]!;
      if (kindOf(codes[at]!) === EVENT_KINDS.purchase && on > since && on >= oldest && on <= today) return on;
    }
    return null;
  };
}

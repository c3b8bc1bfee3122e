import type { Asking, AskToday, SchedulePreview, ScheduleRow } from '@/lib/api/schedule-views';
import { dayFromNumber, dayNumber } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';
import type { Invite, Survey } from '@/lib/crm/surveys';
import { planDays } from '@/lib/insight/asking/plan';
import { waveDays } from '@/lib/insight/asking/waves';
import type { Database } from '../database';
import { StoreError } from '../errors';
import { filling } from '../fill-lists';
import { refusal } from '../invites';
import { namesOf } from '../lookups';
import { surveyOf } from '../results-scope';
import { type Queue, queueOf } from '../schedule-queue';
import type { When } from '../segment-frame';
import { pointViews } from './profile';

/** The schedules of a survey, with the names of what they speak of. @throws StoreError `missing` */
export async function scheduleRows(db: Database, surveyId: string): Promise<ScheduleRow[]> {
  return db.transaction('r', db.surveys, db.tags, db.segments, async () => {
    const survey = await surveyOf(db, { surveyId, aside: false });
    const rows = Object.entries(survey.schedules ?? {});
    return Promise.all(
      rows.map(async ([id, schedule]) => ({ id, schedule, names: await groupNames(db, schedule) })),
    );
  });
}

/** Names of the tags and segments that a schedule speaks of, by id; of what was deleted none. */
export async function groupNames(
  db: Database,
  { audience, quotas }: Schedule,
): Promise<Record<string, string>> {
  const groups = [audience, ...quotas.map(({ group }) => group)];
  const named = await Promise.all(
    groups.map(async (group) => {
      if (group.by !== 'tag' && group.by !== 'segment') return [];
      const row = await (group.by === 'tag' ? db.tags : db.segments).get(group.id);
      return row && row.body.deletedAt === null ? [[group.id, row.body.name] as const] : [];
    }),
  );
  return Object.fromEntries(named.flat());
}

/** Of each reason so many are named. */
const NAMED = 4;
/** Of those who wait for an answer so many are listed. */
const MOST_OPEN = 200;
/** Days of the calendar: five weeks. */
const DAYS = 35;

/**
 * Who would be asked today, and of everybody else why not.
 * @param given `schedule`: as it is being written; what is stored where it is left out
 * @throws StoreError `missing`
 */
export async function previewOf(
  db: Database,
  { surveyId, id, schedule: draft }: { surveyId: string; id: string; schedule?: Schedule | undefined },
  when: When,
): Promise<SchedulePreview> {
  const survey = await surveyOf(db, { surveyId, aside: false });
  const schedule = draft ?? survey.schedules?.[id];
  if (!schedule) throw new StoreError('missing', 'This schedule was deleted.');
  // Asked before: who is missing in the queue is told, also where the lists are whole a moment later.
  const far = await filling(db);
  const queue = await queueOf(db, survey, { id, schedule }, when);
  const waits = waitingOf(queue.turns);
  return db.transaction('r', db.contacts, async () => {
    const wanted = [...queue.ask, ...waits.map(({ contactId }) => contactId)];
    const people = await peopleOf(db, wanted);
    return {
      today: dayFromNumber(queue.today),
      count: queue.count,
      gone: queue.gone,
      filling: far,
      wave: waveOf(schedule, queue.wave),
      ask: queue.ask.flatMap((one) => people.get(one)?.by(schedule.channel) ?? []),
      held: queue.held.length,
      waiting: queue.waiting,
      left: await leftOf(db, queue),
      quotas: queue.quotas,
      days: daysOf(schedule, queue),
      open: openOf(waits, people),
    };
  });
}

/** Who has not answered, each with their newest link, the last first; more than are listed, for some must not be written to any more. */
function waitingOf(turns: readonly Invite[]): Invite[] {
  const newest = new Map<string, Invite>();
  for (const turn of turns) {
    if (turn.heldOut || (newest.get(turn.contactId)?.at ?? Number.NEGATIVE_INFINITY) >= turn.at) continue;
    newest.set(turn.contactId, turn);
  }
  return [...newest.values()]
    .filter(({ answeredAt }) => answeredAt === null)
    .sort((a, b) => b.at - a.at)
    .slice(0, 2 * MOST_OPEN);
}

/** Who may still be written to or called, in the way in which they were asked. */
function openOf(waits: readonly Invite[], people: ReadonlyMap<string, Person>): SchedulePreview['open'] {
  const open = waits.flatMap(({ contactId, token, at, channel }) => {
    const person = people.get(contactId);
    return person?.mayBeAsked ? [{ ...person.by(channel), token, at, channel }] : [];
  });
  return open.slice(0, MOST_OPEN);
}

function waveOf(schedule: Schedule, wave: number | null): SchedulePreview['wave'] {
  if (wave === null) return null;
  const { first, last } = waveDays(schedule, wave);
  return {
    number: wave + 1,
    from: dayFromNumber(first),
    until: last === null ? null : dayFromNumber(last),
  };
}

interface Person {
  mayBeAsked: boolean;
  /** With the address that is of use there. */
  by(channel: Invite['channel']): Asking;
}

async function peopleOf(db: Database, ids: string[]): Promise<Map<string, Person>> {
  const rows = await db.contacts.bulkGet([...new Set(ids)]);
  return new Map(
    rows.flatMap((row) => {
      if (!row || row.body.deletedAt !== null) return [];
      const { name, points } = row.body;
      const first = (kind: 'email' | 'phone') =>
        pointViews(points).find((point) => point.kind === kind)?.value ?? null;
      const by = (channel: Invite['channel']): Asking => ({
        contactId: row.id,
        name,
        address: first(channel === 'phone' ? 'phone' : 'email'),
      });
      return [[row.id, { mayBeAsked: refusal(row.body) === null, by }] as const];
    }),
  );
}

async function leftOf(db: Database, { left }: Queue): Promise<SchedulePreview['left']> {
  const first = [...left].map(([why, some]) => ({ why, count: some.length, some: some.slice(0, NAMED) }));
  const names = await namesOf(
    db,
    first.flatMap(({ some }) => some.map(({ id }) => id)),
  );
  return first.map(({ why, count, some }) => ({
    why,
    count,
    names: some.map(({ id, day }) => ({
      name: names.get(id) ?? '',
      day: day === null ? null : dayFromNumber(day),
    })),
  }));
}

function daysOf(schedule: Schedule, { today, coming, room, ask }: Queue): SchedulePreview['days'] {
  const { rhythm, perDay, until, from, holdout } = schedule;
  const isBefore = today < dayNumber(from);
  const counts = planDays(coming, {
    today,
    days: DAYS,
    perDay,
    room: isBefore ? 0 : room,
    repeat: rhythm.kind === 'every' ? rhythm.days : null,
    last: until === null ? null : dayNumber(until),
    share: 1 - holdout / 100,
  });
  // Of today it is known to the person: quotas and the draw were gone through.
  counts[0] = ask.length;
  return counts.map((count, at) => ({ day: dayFromNumber(today + at), count }));
}

/** How many are to be asked today, of each schedule that is on of each survey that is open. */
export async function toAskToday(db: Database, when: When): Promise<AskToday[]> {
  const rows = await db.surveys.toArray();
  const found: AskToday[] = [];
  for (const { body } of rows) {
    for (const [scheduleId, schedule] of asking(body)) {
      const { ask } = await queueOf(db, body, { id: scheduleId, schedule }, when);
      if (ask.length > 0) found.push({ surveyId: body.id, scheduleId, survey: body.name, count: ask.length });
    }
  }
  return found;
}

function asking({ deletedAt, state, schedules = {} }: Survey): [string, Schedule][] {
  if (deletedAt !== null || state !== 'open') return [];
  return Object.entries(schedules).filter(([, { on }]) => on);
}

import type { Filled, NotToday } from '@/lib/api/schedule-views';
import { dayNumber, localMoment } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';
import type { Invite, Survey } from '@/lib/crm/surveys';
import { isHeldOut, lotOf } from '@/lib/insight/asking/draw';
import { quietUntil, turnOf } from '@/lib/insight/asking/due';
import { waveAt, waveDays } from '@/lib/insight/asking/waves';
import { fillAnswers } from './answer-pages';
import type { Database } from './database';
import { QUIET_DAYS } from './invites';
import { type Pasts, readPasts } from './schedule-past';
import { groupOf, reachOf } from './schedule-people';
import type { When } from './segment-frame';

/** Somebody whose turn has come, or comes. */
interface Turn {
  id: string;
  /** Number of the day on which their turn came, or comes. */
  turn: number;
  /** Number of the day on which they may be asked. */
  next: number;
}

/** How a schedule stands on a day. */
export interface Queue {
  today: number;
  /** From 0; null outside its time. */
  wave: number | null;
  /** Whom the audience holds. */
  count: number;
  gone: boolean;
  /** Whom to ask today, and whom the draw holds out, in the order of their turns. */
  ask: string[];
  held: string[];
  /** Number of the day on which the turn of each of them came. */
  turnDays: ReadonlyMap<string, number>;
  /** Of the day's number so many may still be asked. */
  room: number;
  /** Their turn has come, and the day is full. */
  waiting: number;
  left: Map<NotToday, { id: string; day: number | null }[]>;
  /** Everybody who may be asked one day, as quotas stand today. */
  coming: Turn[];
  quotas: Filled[];
  /** Turns of this schedule so far: who was asked, and who held out. */
  turns: Invite[];
}

/** Whom a schedule would ask today, and of everybody else why not. Makes nothing. */
export async function queueOf(
  db: Database,
  { id: surveyId }: Pick<Survey, 'id'>,
  { id: scheduleId, schedule }: { id: string; schedule: Schedule },
  when: When,
): Promise<Queue> {
  await fillAnswers(db);
  const reach = await reachOf(db, schedule, when);
  const groups = await Promise.all(schedule.quotas.map(({ group }) => groupOf(db, group, when)));
  const pasts = await db.transaction('r', db.tables, async () =>
    readPasts(db, { surveyId, scheduleId, ids: reach.ids, schedule }, when),
  );
  const today = dayNumber(localMoment(when.now, when.zone).day);
  const wave = waveAt(schedule, today);
  const left: Queue['left'] = new Map(
    [...reach.barred].map(([why, ids]) => [why, ids.map((id) => ({ id, day: null }))]),
  );
  const coming = comingOf(reach.ids, { schedule, pasts, today }, left);
  const days = wave === null ? null : waveDays(schedule, wave);
  const quotas = schedule.quotas.map((quota, at) => ({
    quota,
    gone: groups[at]!.gone,
    answered: days === null ? 0 : answeredBy(pasts, groups[at]!.ids, days.first),
  }));
  const askedToday = pasts.turns.filter(({ at, heldOut }) => !heldOut && pasts.dayOf(at) === today).length;
  const room = wave === null ? 0 : Math.max(0, schedule.perDay - askedToday);
  const due = wave === null ? [] : coming.filter(({ next }) => next <= today);
  const { enough, ...drawn } = draw(
    ordered(due, scheduleId, wave ?? 0),
    { seed: scheduleId, share: schedule.holdout, wave: wave ?? 0, room },
    quotas.map(({ quota, answered }, at) => ({ room: quota.most - answered, ids: groups[at]!.ids })),
  );
  for (const id of enough) push(left, 'enough', { id, day: null });
  return {
    ...drawn,
    turnDays: new Map(due.map(({ id, turn }) => [id, turn])),
    today,
    wave,
    count: reach.ids.length + [...reach.barred.values()].reduce((sum, ids) => sum + ids.length, 0),
    gone: reach.gone,
    room,
    left,
    coming: untilFull(coming, enough, days?.last ?? null),
    quotas,
    turns: pasts.turns,
  };
}

/** When each may be asked; who cannot be today is put among those who are left out. */
function comingOf(
  ids: readonly string[],
  { schedule, pasts, today }: { schedule: Schedule; pasts: Pasts; today: number },
  left: Queue['left'],
): Turn[] {
  return ids.flatMap((id) => {
    const past = pasts.pastOf(id);
    const turn = turnOf(schedule, past, today);
    if (turn === null) {
      push(left, 'noTurn', { id, day: past.answered ?? past.asked });
      return [];
    }
    const quiet = quietUntil(past, QUIET_DAYS);
    if (turn > today) push(left, 'later', { id, day: turn });
    else if (quiet > today) push(left, 'asked', { id, day: past.askedByAny });
    return [{ id, turn, next: Math.max(turn, quiet) }];
  });
}

/** Whose group has enough is not asked in this wave any more: they come with the next one, if there is one. */
function untilFull(coming: readonly Turn[], enough: readonly string[], last: number | null): Turn[] {
  const full = new Set(enough);
  return coming.flatMap((turn) => {
    if (!full.has(turn.id)) return [turn];
    return last === null ? [] : [{ ...turn, next: last + 1 }];
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Whose turn came first stands first; of those of a day a draw decides, so that none comes last because of a name. */
function ordered(turns: readonly Turn[], seed: string, wave: number): string[] {
  const lots = new Map(turns.map(({ id }) => [id, lotOf(`${seed} order`, wave, id)]));
  return [...turns].sort((a, b) => a.next - b.next || lots.get(a.id)! - lots.get(b.id)!).map(({ id }) => id);
}

/** Goes through those who are due until the day is full. Who is held out takes no place, so that both groups come from the same queue. */
function draw(
  due: readonly string[],
  { seed, share, wave, room }: { seed: string; share: number; wave: number; room: number },
  groups: readonly { room: number; ids: ReadonlySet<string> | null }[],
): { ask: string[]; held: string[]; enough: string[]; waiting: number } {
  const [ask, held, enough]: string[][] = [[], [], []];
  const rooms = groups.map((group) => group.room);
  for (const [at, id] of due.entries()) {
    const own = [...groups.keys()].filter((group) => groups[group]!.ids?.has(id) ?? true);
    if (own.some((group) => rooms[group]! <= 0)) {
      enough!.push(id);
      continue;
    }
    if (ask!.length >= room) return { ask: ask!, held: held!, enough: enough!, waiting: due.length - at };
    if (isHeldOut(seed, wave, id, share)) held!.push(id);
    else {
      ask!.push(id);
      for (const group of own) rooms[group]! -= 1;
    }
  }
  return { ask: ask!, held: held!, enough: enough!, waiting: 0 };
}

/** Whole answers that count, since the wave began, of a group; `null` is everybody. */
function answeredBy(pasts: Pasts, ids: ReadonlySet<string> | null, first: number): number {
  return pasts.answers.filter(
    ({ answer, root }) =>
      answer.done &&
      !answer.aside &&
      (ids === null || (root !== null && ids.has(root))) &&
      pasts.dayOf(answer.at) >= first,
  ).length;
}

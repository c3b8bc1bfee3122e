/** When to remind of what, free of zod so that views may import it. Nothing here reads a clock. */

import { addDays, type Day, type Due, type LocalMoment } from './calendar';

/** How this computer reminds. Times are `HH:MM` on the wall. */
export interface Reminding {
  on: boolean;
  /** Who and what it is about stands in the notification, which a locked screen may show. */
  named: boolean;
  /** When what has a day and no time is shown. */
  dayAt: string;
  /** From then on nothing is shown, until `quietTo`; none when both are the same. */
  quietFrom: string;
  quietTo: string;
  /** Notifications of a day; several that come together are one. */
  perDay: number;
}

export const DEFAULT_REMINDING: Reminding = {
  on: false,
  named: true,
  dayAt: '09:00',
  quietFrom: '20:00',
  quietTo: '08:00',
  perDay: 10,
};

/** What was missed is still shown for so many days: after a weekend, or a journey. */
export const MISSED_DAYS = 7;
/** So many that are due together are shown each for itself. */
const APART = 2;

/** What was shown on this computer: by key the day, and how many notifications the last day had. */
export interface Shown {
  day: Day;
  count: number;
  keys: Record<string, Day>;
}

export interface Plan<T> {
  /** Notifications to be shown now: each of one thing, or of all that are due. */
  notices: T[][];
  /** When to look again. */
  next: LocalMoment;
}

/** What is shown now, and when to look again. */
export function planReminders<T extends { key: string; due: Due }>(
  items: readonly T[],
  shown: Shown,
  at: LocalMoment,
  how: Reminding,
): Plan<T> {
  const now = written(at);
  const morning = ready({ date: addDays(at.day, 1) }, how);
  const fresh = items.filter(
    ({ key, due }) => shown.keys[key] === undefined && due.date >= addDays(at.day, -MISSED_DAYS),
  );
  const moments = fresh.map(({ due }) => written(ready(due, how)));
  const next = moments.filter((moment) => moment > now).reduce(least, written(morning));
  const awake = awakeAt(at, how);
  if (written(awake) > now) return { notices: [], next: awake };
  const due = fresh.filter((_, index) => moments[index]! <= now);
  const left = how.perDay - (shown.day === at.day ? shown.count : 0);
  if (due.length === 0 || left <= 0) return { notices: [], next: left <= 0 ? morning : read(next) };
  const apart = due.length <= Math.min(APART, left);
  return { notices: apart ? due.map((one) => [one]) : [due], next: read(next) };
}

/** What stands as shown after these notices. Days that nothing is looked for any more are forgotten. */
export function afterNotices<T extends { key: string }>(shown: Shown, notices: T[][], day: Day): Shown {
  const oldest = addDays(day, -2 * MISSED_DAYS);
  const kept = Object.entries(shown.keys).filter(([, at]) => at >= oldest);
  const added = notices.flat().map(({ key }): [string, Day] => [key, day]);
  const before = shown.day === day ? shown.count : 0;
  return { day, count: before + notices.length, keys: Object.fromEntries([...kept, ...added]) };
}

/** The moment at which something that is due is shown. */
function ready(due: Due, how: Reminding): LocalMoment {
  return awakeAt({ day: due.date, time: due.time ?? how.dayAt }, how);
}

/** That moment, or the end of the quiet hours in which it lies. */
function awakeAt({ day, time }: LocalMoment, { quietFrom, quietTo }: Reminding): LocalMoment {
  if (quietFrom < quietTo) return { day, time: time >= quietFrom && time < quietTo ? quietTo : time };
  if (quietFrom > quietTo && time >= quietFrom) return { day: addDays(day, 1), time: quietTo };
  return { day, time: quietFrom > quietTo && time < quietTo ? quietTo : time };
}

const written = ({ day, time }: LocalMoment) => `${day} ${time}`;
const read = (text: string): LocalMoment => ({ day: text.slice(0, 10), time: text.slice(11) });
const least = (a: string, b: string) => (a < b ? a : b);

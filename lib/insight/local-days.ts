import { dayNumber } from '@/lib/crm/calendar';
import { todayAt } from './today';

const DAY_MINUTES = 1440;
const MINUTE = 60_000;

/** Days of UTC that are known of a zone from one on; `turns` is -1 for one that was not asked yet. */
interface Known {
  from: number;
  turns: Int16Array;
  first: Int32Array;
  last: Int32Array;
}

/**
 * Reads days on the user's wall, as numbers, of many moments: what the zone's clock is off by is asked once for each day that occurs, and
 * moment by moment only on a day on which it changes.
 * @returns a function of minutes since 1970, UTC
 */
function dayReader(zone: string): (minutes: Int32Array) => Int32Array {
  const { dayAt } = todayAt(0, zone);
  const dayOf = (at: number) => dayNumber(dayAt(at * MINUTE));
  let known: Known = { from: 0, turns: new Int16Array(0), first: new Int32Array(0), last: new Int32Array(0) };
  let guess = 0;
  const learn = (at: number) => {
    const day = plainDay(known.from + at, dayOf, guess);
    guess = day.turns;
    known.turns[at] = day.turns;
    known.first[at] = day.first;
    known.last[at] = day.last;
  };
  return (minutes) => {
    known = reaching(known, minutes);
    const { from, turns, first, last } = known;
    const days = new Int32Array(minutes.length);
    for (let n = 0; n < minutes.length; n += 1) {
      const minute = minutes[n]!;
      const day = Math.floor(minute / DAY_MINUTES);
      const at = day - from;
      if (turns[at] === -1) learn(at);
      days[n] = minute - day * DAY_MINUTES < turns[at]! ? first[at]! : last[at]!;
    }
    return days;
  };
}

/** What is known, with room for the days of these minutes. */
function reaching(known: Known, minutes: Int32Array): Known {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let n = 0; n < minutes.length; n += 1) {
    const minute = minutes[n]!;
    if (minute < low) low = minute;
    if (minute > high) high = minute;
  }
  const end = known.from + known.turns.length;
  const [first, last] = [Math.floor(low / DAY_MINUTES), Math.floor(high / DAY_MINUTES)];
  if (minutes.length === 0 || (known.turns.length > 0 && first >= known.from && last < end)) return known;
  const from = known.turns.length > 0 ? Math.min(first, known.from) : first;
  const size = Math.max(last + 1, known.turns.length > 0 ? end : last + 1) - from;
  const wider = {
    from,
    turns: new Int16Array(size).fill(-1),
    first: new Int32Array(size),
    last: new Int32Array(size),
  };
  if (known.turns.length > 0)
    for (const name of ['turns', 'first', 'last'] as const) wider[name].set(known[name], known.from - from);
  return wider;
}

const readers = new Map<string, ReturnType<typeof dayReader>>();

/** Days on the user's wall of minutes since 1970, UTC. */
export function localDays(minutes: Int32Array, zone: string): Int32Array {
  const reader = readers.get(zone) ?? dayReader(zone);
  readers.set(zone, reader);
  return reader(minutes);
}

/** The same of one moment. */
export function localDay(minutes: number, zone: string): number {
  return localDays(Int32Array.of(minutes), zone)[0]!;
}

/** A day of UTC on a wall: the local day at its beginning and at its end, and the minute at which one turns into the other. */
interface Plain {
  first: number;
  last: number;
  turns: number;
}

/** @param guess the minute at which another day turned: most often it is the same */
function plainDay(day: number, dayOf: (at: number) => number, guess: number): Plain {
  const start = day * DAY_MINUTES;
  const [first, last] = [dayOf(start), dayOf(start + DAY_MINUTES - 1)];
  if (first !== last && guess > 0 && dayOf(start + guess - 1) === first && dayOf(start + guess) === last)
    return { first, last, turns: guess };
  let [low, high] = [0, first === last ? 0 : DAY_MINUTES - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (dayOf(start + middle) === first) low = middle;
    else high = middle;
  }
  return { first, last, turns: high };
}

import { dayNumber } from '@/lib/crm/calendar';
import { todayAt } from './today';

const DAY_MINUTES = 1440;
const MINUTE = 60_000;

/**
 * Reads days on the user's wall, as numbers, of many moments: what the zone's clock is off by is asked once for each day that occurs, and
 * moment by moment only on a day on which it changes.
 * @returns a function of minutes since 1970, UTC
 */
function dayReader(zone: string): (minutes: Int32Array) => Int32Array {
  const { dayAt } = todayAt(0, zone);
  const dayOf = (at: number) => dayNumber(dayAt(at * MINUTE));
  const plain = new Map<number, Plain>();
  let guess = 0;
  const known = (day: number) => {
    const before = plain.get(day);
    if (before) return before;
    const made = plainDay(day, dayOf, guess);
    guess = made.turns;
    plain.set(day, made);
    return made;
  };
  return (minutes) => {
    const days = new Int32Array(minutes.length);
    let [last, of] = [Number.NaN, known(0)];
    for (let at = 0; at < minutes.length; at += 1) {
      const day = Math.floor(minutes[at]! / DAY_MINUTES);
      if (day !== last) [last, of] = [day, known(day)];
      days[at] = minutes[at]! - day * DAY_MINUTES < of.turns ? of.first : of.last;
    }
    return days;
  };
}

const readers = new Map<string, ReturnType<typeof dayReader>>();

/** Days on the user's wall of minutes since 1970, UTC. */
export function localDays(minutes: Int32Array, zone: string): Int32Array {
  const reader = readers.get(zone) ?? dayReader(zone);
  readers.set(zone, reader);
  return reader(minutes);
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

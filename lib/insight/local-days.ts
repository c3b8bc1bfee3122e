import { dayNumber } from '@/lib/crm/calendar';
import { todayAt } from './today';

const DAY_MINUTES = 1440;
const MINUTE = 60_000;

/**
 * Days on the user's wall of many moments, as numbers: what the zone's clock is off by is asked once for each day that occurs, and moment
 * by moment only on a day on which it changes.
 * @param minutes since 1970, UTC
 */
export function localDays(minutes: Int32Array, zone: string): Int32Array {
  const { dayAt } = todayAt(0, zone);
  const dayOf = (at: number) => dayNumber(dayAt(at * MINUTE));
  const plain = new Map<number, Plain>();
  return minutes.map((at) => {
    const day = Math.floor(at / DAY_MINUTES);
    let known = plain.get(day);
    if (known === undefined) {
      known = plainDay(day, dayOf);
      plain.set(day, known);
    }
    return at - day * DAY_MINUTES < known.turns ? known.first : known.last;
  });
}

/** A day of UTC on a wall: the local day at its beginning and at its end, and the minute at which one turns into the other. */
interface Plain {
  first: number;
  last: number;
  turns: number;
}

function plainDay(day: number, dayOf: (at: number) => number): Plain {
  const start = day * DAY_MINUTES;
  const [first, last] = [dayOf(start), dayOf(start + DAY_MINUTES - 1)];
  let [low, high] = [0, first === last ? 0 : DAY_MINUTES - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (dayOf(start + middle) === first) low = middle;
    else high = middle;
  }
  return { first, last, turns: high };
}

/** Chance that is the same every time: the practice people are the same people on every computer. */
export interface Chance {
  /** Whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** One of the list. */
  pick<T>(list: readonly T[]): T;
  /** True in so many of a hundred. */
  percent(share: number): boolean;
}

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state, enough for made-up mails. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    pick: (list) => list[whole(0, list.length - 1)]!,
    percent: (share) => next() * 100 < share,
  };
}

/** Tells moments by days before today and the clock on the wall. */
export type At = (daysAgo: number, time: string) => number;

/** @param now epoch milliseconds */
export function clockOf(now: number): At {
  return (daysAgo, time) => {
    const day = new Date(now);
    day.setDate(day.getDate() - daysAgo);
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return day.setHours(hours, minutes, 0, 0);
  };
}

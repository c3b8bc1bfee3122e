import { overdue, type Usual } from '../rhythm/gaps';

/** When the next is to be looked for: days from now. */
export interface NextOrder {
  low: number;
  middle: number;
  high: number;
}

/** So late by its own rhythm that nothing is expected any more: a warning, no forecast. */
const GONE = 0.95;
const SHARES = { low: 0.1, middle: 0.5, high: 0.9 };

/**
 * Days until the next order by the contact's rhythm, given how long there was none: the 10th, 50th and 90th percentile of what is left of a gamma
 * distributed gap.
 * @param silence days since the last
 * @returns null where at least .95 of such gaps are over by now
 */
export function nextOrder(silence: number, rhythm: Usual): NextOrder | null {
  const passed = overdue(silence, rhythm);
  if (passed >= GONE) return null;
  const until = (share: number) => {
    const wanted = passed + share * (1 - passed);
    let [low, high] = [0, rhythm.gap];
    while (overdue(silence + high, rhythm) < wanted) [low, high] = [high, 2 * high];
    for (let round = 0; round < 50; round++) {
      const middle = (low + high) / 2;
      if (overdue(silence + middle, rhythm) < wanted) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { low: until(SHARES.low), middle: until(SHARES.middle), high: until(SHARES.high) };
}

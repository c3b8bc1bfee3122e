import { fitBgNbd } from '@/lib/insight/value/bg-nbd';
import { cohortOf, type History } from '@/lib/insight/value/cohort';
import { betaDraw, gammaDraw } from './draws';
import { seededRandom } from './random';

/** What made-up customers buy by: those of CDNOW as published (Fader, Hardie, Lee 2005). */
export const BUYING = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.426 };
const [FIRST, LAST] = [27, 39];

/** Histories in weeks, to two decimals, of customers who buy and drop out as BG/NBD has it; the same each time. */
export function buyers(count: number): History[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => {
    const rate = gammaDraw(BUYING.r, random) / BUYING.alpha;
    const leaves = betaDraw(BUYING.a, BUYING.b, random);
    const age = rounded(FIRST + (LAST - FIRST) * random());
    let [x, recency] = [0, 0];
    for (let at = wait(rate, random); at <= age; at += wait(rate, random)) {
      [x, recency] = [x + 1, rounded(at)];
      if (random() < leaves) break;
    }
    return { x, recency, age };
  });
}

const wait = (rate: number, random: () => number) => -Math.log(1 - random()) / rate;
const rounded = (weeks: number) => Math.round(100 * weeks) / 100;

/** Milliseconds of fitting BG/NBD to customers, from their histories on, so many times. */
export function fitTimes(histories: readonly History[], turns: number) {
  let params = BUYING;
  const times = Array.from({ length: turns }, () => {
    const start = performance.now();
    ({ params } = fitBgNbd(cohortOf(histories)));
    return performance.now() - start;
  });
  return { times, params };
}

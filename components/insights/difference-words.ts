import { number } from '@/lib/i18n/format';
import type { Difference } from '@/lib/insight/comparing/differences';

type Range = Pick<Difference, 'by' | 'low' | 'high'>;

const points = (share: number): string => number(100 * share, { maximumFractionDigits: 0 });

/** A difference of shares and its interval, in points of a hundred. */
export const pointsOf = ({ by, low, high }: Range) => ({
  by: points(by),
  low: points(low),
  high: points(high),
});

/** The same seen from the other side: how much less. */
export const turned = ({ by, low, high }: Range): Range => ({ by: -by, low: -high, high: -low });

/** Half the width of the interval: about what would have to lie between both to be seen. */
export const reachOf = ({ low, high }: Range): string => points((high - low) / 2);

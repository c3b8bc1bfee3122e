import type { CHOICE_MEASURES } from '@/lib/crm/measure-names';

/** How recently, how often and for how much somebody bought. */
export interface Buying {
  /** Whole days since the last purchase. */
  days: number;
  purchases: number;
  /** In minor units of one currency. */
  amount: number;
}

/** Scores from 1, the least, to 5. */
export interface Rfm {
  recency: number;
  frequency: number;
  monetary: number;
}

/** Inner edges of the classes, ascending: a value of an edge or more is in the class above it. */
export interface RfmEdges {
  days: number[];
  purchases: number[];
  amount: number[];
}

/** A group of scores. */
export type RfmGroup = (typeof CHOICE_MEASURES.rfm)[number];

/** Quantile of type 7 (Hyndman & Fan 1996), as spreadsheets and R count it. @param sorted ascending, not empty */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const [below, above] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number];
  return below + (at - low) * (above - below);
}

/**
 * Edges that part everybody into fifths: quantiles of type 7, plus one, so that who stands on the edge is in the class below
 * (as the R package rfm counts, whose published figures these meet).
 */
export function rfmEdges(all: readonly Buying[]): RfmEdges {
  const edges = (value: (one: Buying) => number) => {
    const sorted = Float64Array.from(all, value).sort();
    return sorted.length === 0 ? [] : [0.2, 0.4, 0.6, 0.8].map((share) => quantile(sorted, share) + 1);
  };
  return {
    days: edges((one) => one.days),
    purchases: edges((one) => one.purchases),
    amount: edges((one) => one.amount),
  };
}

/** The class of each of the three, few days since the last purchase counting most. */
export function rfmScores(one: Buying, edges: RfmEdges): Rfm {
  return {
    recency: edges.days.length + 1 - classOf(one.days, edges.days),
    frequency: 1 + classOf(one.purchases, edges.purchases),
    monetary: 1 + classOf(one.amount, edges.amount),
  };
}

function classOf(value: number, edges: number[]): number {
  let above = 0;
  for (const edge of edges) if (value >= edge) above += 1;
  return above;
}

type Range = readonly [number, number];

/** Recency, frequency and monetary ranges of each group; of two that fit the first counts. */
const RANGES: [RfmGroup, Range, Range, Range][] = [
  ['champions', [4, 5], [4, 5], [4, 5]],
  ['loyal', [2, 5], [3, 5], [3, 5]],
  ['potential', [3, 5], [1, 3], [1, 3]],
  ['new', [4, 5], [1, 1], [1, 1]],
  ['promising', [3, 4], [1, 1], [1, 1]],
  ['attention', [2, 3], [2, 3], [2, 3]],
  ['fading', [2, 3], [1, 2], [1, 2]],
  ['risk', [1, 2], [2, 5], [2, 5]],
  ['vital', [1, 1], [4, 5], [4, 5]],
  ['lost', [1, 2], [1, 2], [1, 2]],
];

/** The group of the scores. */
export function rfmGroup({ recency, frequency, monetary }: Rfm): RfmGroup {
  const within = (value: number, [low, high]: Range) => value >= low && value <= high;
  const found = RANGES.find(
    ([, r, f, m]) => within(recency, r) && within(frequency, f) && within(monetary, m),
  );
  return found?.[0] ?? 'other';
}

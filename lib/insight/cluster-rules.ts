import type { NumberMeasure } from '@/lib/crm/measure-names';
import type { Query, Range } from '@/lib/crm/segments';
import type { Cluster } from './clusters';
import { inRange } from './query-days';
import { quantile } from './value/rfm';

/** A figure by which a group differs from everybody. */
export interface Differs {
  name: NumberMeasure;
  /** Median of the group, and of everybody. */
  here: number;
  everyone: number;
  /** In standard deviations of everybody. */
  apart: number;
}

/** A group in words and as a question that may be kept. */
export interface ClusterRule {
  count: number;
  /** What differs most, first. */
  differs: Differs[];
  query: Query;
  /** Of those whom the question or the group holds, the share whom both hold (Jaccard). */
  agrees: number;
}

const MOST_FIGURES = 3;
/** So many of a hundred members may lie outside of the range of a figure. */
const LEFT_OUT = 0.05;

/**
 * Ranges of the two or three figures that set a group apart: those that agree with it best.
 * @param rows figures of each contact, in the order of `names`
 */
export function ruleOf(
  { members, apart }: Cluster,
  rows: readonly (readonly number[])[],
  names: readonly NumberMeasure[],
): ClusterRule {
  const order = [...names.keys()].sort((a, b) => Math.abs(apart[b]!) - Math.abs(apart[a]!));
  const inside = new Set(members);
  const sorted = (places: Iterable<number>, at: number) =>
    Array.from(places, (row) => rows[row]![at]!).sort((a, b) => a - b);
  const differs = order.slice(0, MOST_FIGURES).map(
    (at): Differs => ({
      name: names[at]!,
      here: quantile(sorted(members, at), 0.5),
      everyone: quantile(sorted(rows.keys(), at), 0.5),
      apart: apart[at]!,
    }),
  );
  const ranges = order.slice(0, MOST_FIGURES).map((at): { at: number; range: Range } => {
    const own = sorted(members, at);
    const [low, high] = [quantile(own, LEFT_OUT), quantile(own, 1 - LEFT_OUT)];
    return { at, range: { min: rounded(low, Math.floor), max: rounded(high, Math.ceil) } };
  });
  let best: { asked: typeof ranges; agrees: number } | null = null;
  for (let count = 1; count <= ranges.length; count += 1) {
    const asked = ranges.slice(0, count);
    const agrees = agreement(rows, inside, asked);
    if (!best || agrees > best.agrees) best = { asked, agrees };
  }
  const parts = (best?.asked ?? []).map(
    ({ at, range }): Query => ({ ask: 'measure', name: names[at]!, range }),
  );
  return { count: members.length, differs, query: { all: parts }, agrees: best?.agrees ?? 0 };
}

function agreement(
  rows: readonly (readonly number[])[],
  inside: ReadonlySet<number>,
  asked: { at: number; range: Range }[],
): number {
  let [both, either] = [0, 0];
  for (const [place, row] of rows.entries()) {
    const holds = asked.every(({ at, range }) => inRange(range, row[at]));
    if (holds && inside.has(place)) both += 1;
    if (holds || inside.has(place)) either += 1;
  }
  return either === 0 ? 0 : both / either;
}

/** Three digits are enough to be read; rounded outwards, so that nobody falls out by it. */
function rounded(value: number, round: (value: number) => number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  return Number((round(value / unit) * unit).toPrecision(12));
}

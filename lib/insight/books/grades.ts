import { quantile } from '../value/rfm';

/** The first fifth, the next two, the rest. */
export const GRADES = ['high', 'middle', 'low'] as const;
export type Grade = (typeof GRADES)[number];

/** The grade of each value among all: above four fifths of them high, above two middle. Equal values have one grade. */
export function gradesIn(values: readonly number[]): Grade[] {
  if (values.length === 0) return [];
  const sorted = Float64Array.from(values).sort();
  const [middle, high] = [quantile(sorted, 0.4), quantile(sorted, 0.8)];
  return values.map((value) => (value > high ? 'high' : value > middle ? 'middle' : 'low'));
}

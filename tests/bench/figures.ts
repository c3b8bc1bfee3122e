/** One measured value, held against its budget where there is one. */
export interface Figure {
  name: string;
  value: number;
  unit: 'bytes' | 'MB' | 'ms' | 'rows/s' | 'answers/s' | 'points' | 'times' | 'chances';
  /** Not to be exceeded. Absent: the figure is told for information. */
  budget?: number;
  /** How it was measured, in a line. */
  method: string;
}

/** The value below which `share` of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is no sample.');
  return value;
}

/** Median, 95th and 99th percentile of samples, as figures of their own; the budget is held by `judged`. */
export function spread(
  name: string,
  samples: readonly number[],
  method: string,
  judged?: { share: 50 | 95 | 99; budget: number },
): Figure[] {
  return ([50, 95, 99] as const).map((share) => ({
    name: `${name}, p${share}`,
    value: percentile(samples, share / 100),
    unit: 'ms',
    method: `${method}; ${samples.length} samples`,
    ...(judged?.share === share ? { budget: judged.budget } : {}),
  }));
}

const text = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string =>
  unit === 'ms' || unit === 'times' || unit === 'chances'
    ? `${value.toFixed(2)} ${unit}`
    : `${Math.round(value).toLocaleString('en')} ${unit}`;

/** A figure as one line: value, budget, ratio to it, and how it was measured. */
export function line(figure: Figure): string {
  const { name, unit, value, budget, method } = figure;
  const held =
    budget === undefined
      ? ''
      : `of ${text({ value: budget, unit })} (${budget === 0 ? (value === 0 ? 'kept' : 'missed') : `${Math.round((100 * value) / budget)} %`})`;
  return `${name.padEnd(44)} ${text(figure).padStart(15)} ${held.padEnd(28)} ${method}`;
}

/** Rows of figures, all of them known: first the outcome, then each driver. */
export type Cases = readonly (readonly number[])[];

/**
 * Pearson correlations of all columns with one another.
 * @param picked places of the rows to count, with repetitions: a resample. All of them when left out
 * @returns null where a column does not vary, or with fewer than two rows: a correlation is not defined there
 */
export function correlationsOf(cases: Cases, picked?: Uint32Array): number[][] | null {
  const n = picked?.length ?? cases.length;
  const width = cases[0]?.length ?? 0;
  if (n < 2 || width === 0) return null;
  const rowAt = (at: number) => cases[picked ? picked[at]! : at]!;
  const mean = new Float64Array(width);
  for (let at = 0; at < n; at += 1) {
    const row = rowAt(at);
    for (let i = 0; i < width; i += 1) mean[i]! += row[i]! / n;
  }
  const sums = Array.from({ length: width }, () => new Float64Array(width));
  for (let at = 0; at < n; at += 1) {
    const row = rowAt(at);
    for (let i = 0; i < width; i += 1) {
      const off = row[i]! - mean[i]!;
      for (let j = 0; j <= i; j += 1) sums[i]![j]! += off * (row[j]! - mean[j]!);
    }
  }
  const spread = sums.map((row, i) => Math.sqrt(row[i]!));
  if (spread.some((one, i) => !(one > 1e-9 * (1 + Math.abs(mean[i]!))))) return null;
  return sums.map((_, i) =>
    sums.map((__, j) => (i === j ? 1 : sums[Math.max(i, j)]![Math.min(i, j)]! / (spread[i]! * spread[j]!))),
  );
}

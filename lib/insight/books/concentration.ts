/** How much hangs on how few. */
export interface Concentration {
  /** Who spent something. */
  n: number;
  total: number;
  /** Share of the total, from 0 to 1, of the largest 1, 5 and 10. Equal to 1 where there are fewer. */
  top: { of: number; share: number }[];
  /** Herfindahl-Hirschman index: the sum of the squared shares, from 1/n (all alike) to 1 (only one). */
  herfindahl: number;
  /** As many equal ones would be as concentrated: 1 over the index (Adelman 1969). */
  asMany: number;
  /** What were left without the largest. */
  without: { share: number; total: number; asMany: number } | null;
}

const TOPS = [1, 5, 10];

/**
 * Concentration of what was spent (Hirschman 1964): a count of all, so that it has no interval.
 * @param amounts one for each, of one currency; those that are not above 0 are left out
 * @returns null where nobody spent anything
 */
export function concentrationOf(amounts: readonly number[]): Concentration | null {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const total = sum(sorted);
  if (total === 0) return null;
  const herfindahl = indexOf(sorted, total);
  const [largest = 0, ...rest] = sorted;
  const left = total - largest;
  return {
    n: sorted.length,
    total,
    top: TOPS.map((of) => ({ of, share: sum(sorted.slice(0, of)) / total })),
    herfindahl,
    asMany: 1 / herfindahl,
    without:
      rest.length === 0 ? null : { share: largest / total, total: left, asMany: 1 / indexOf(rest, left) },
  };
}

function indexOf(amounts: readonly number[], total: number): number {
  return amounts.reduce((all, amount) => all + (amount / total) ** 2, 0);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}

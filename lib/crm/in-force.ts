/** A value that stands beside others of its field. */
interface Stated {
  /** When it was got, epoch ms. */
  at: number;
  confirmedAt?: number | undefined;
  asideAt?: number | undefined;
}

/** Of values that contradict each other the one that holds: what was confirmed last, else what was got last. One put aside holds only alone. */
export function inForce<T extends Stated>(values: readonly T[]): T | null {
  const weight = (one: T) => (one.asideAt === undefined ? 1 : 0);
  const [first] = [...values].sort(
    (a, b) => weight(b) - weight(a) || (b.confirmedAt ?? 0) - (a.confirmedAt ?? 0) || b.at - a.at,
  );
  return first ?? null;
}

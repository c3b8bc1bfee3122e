const ROUNDS = 60;

/** Eigenvalues and eigenvectors (as columns) of a symmetric matrix, by cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, 8.5). */
function eigenOf(matrix: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  const rotate = (
    rows: number[][],
    [i, p]: [number, number],
    [j, q]: [number, number],
    c: number,
    s: number,
  ) => {
    const [x, y] = [rows[i]![p]!, rows[j]![q]!];
    rows[i]![p] = c * x - s * y;
    rows[j]![q] = s * x + c * y;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        off += a[p]![q]! ** 2;
        if (Math.abs(a[p]![q]!) < 1e-300) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta ** 2 + 1));
        const c = 1 / Math.sqrt(t ** 2 + 1);
        const s = t * c;
        for (let k = 0; k < size; k += 1) rotate(a, [k, p], [k, q], c, s);
        for (let k = 0; k < size; k += 1) rotate(a, [p, k], [q, k], c, s);
        for (let k = 0; k < size; k += 1) rotate(v, [k, p], [k, q], c, s);
      }
    }
    if (off < 1e-24) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors: v };
}

/**
 * Johnson's relative weights (2000, Multivariate Behavioral Research 35(1)): the drivers are replaced by the nearest ones that do not
 * correlate, whose shares of R² are then given back. Close to LMG at the cost of one eigenvalue problem, whatever the number of drivers.
 * They add up to R².
 * @param correlations of the outcome first, then of each driver
 */
export function relativeWeightsOf(correlations: readonly (readonly number[])[]): number[] {
  const drivers = correlations.slice(1).map((row) => row.slice(1));
  const outcome = correlations[0]!.slice(1);
  const { values, vectors } = eigenOf(drivers);
  const roots = values.map((value) => Math.sqrt(Math.max(0, value)));
  /** The square root of the drivers' correlations: how each lies to the ones that do not correlate. */
  const lambda = drivers.map((_, i) =>
    drivers.map((__, j) => roots.reduce((sum, root, k) => sum + vectors[i]![k]! * root * vectors[j]![k]!, 0)),
  );
  const beta = drivers.map((_, i) =>
    roots.reduce(
      (sum, root, k) =>
        root < 1e-7
          ? sum
          : sum + (vectors[i]![k]! / root) * outcome.reduce((all, one, j) => all + vectors[j]![k]! * one, 0),
      0,
    ),
  );
  return lambda.map((row) => row.reduce((sum, one, j) => sum + one ** 2 * beta[j]! ** 2, 0));
}

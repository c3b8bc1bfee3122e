/** Of more drivers there are too many subsets. */
export const MOST_DRIVERS = 12;
/** What is left of a driver that the others say already, as a share of its own variance. */
const NOTHING_NEW = 1e-9;

/**
 * R² of the regression of the outcome on every subset of drivers. A subset's place is the sum of 2^i of its drivers. Each grows out of
 * a smaller one by one row of a Cholesky factor, so that a subset costs the square of its size.
 * @param correlations of the outcome first, then of each driver; see `correlationsOf`
 */
function fitOfSubsets(correlations: readonly (readonly number[])[]): Float64Array {
  const width = correlations.length - 1;
  const fit = new Float64Array(2 ** width);
  const rows: Float64Array[] = Array.from({ length: width }, () => new Float64Array(width + 1));
  const chosen: number[] = [];
  const grow = (from: number, subset: number) => {
    for (let next = from; next < width; next += 1) {
      const depth = chosen.length;
      const row = rows[depth]!;
      let left = 1;
      let outcome = correlations[0]![next + 1]!;
      for (let at = 0; at < depth; at += 1) {
        let one = correlations[next + 1]![chosen[at]! + 1]!;
        for (let k = 0; k < at; k += 1) one -= row[k]! * rows[at]![k]!;
        // A driver that says nothing new has a row of its own all the same, of which nothing is ever taken.
        row[at] = rows[at]![at]! > 0 ? one / rows[at]![at]! : 0;
        left -= row[at]! ** 2;
        outcome -= row[at]! * rows[at]![width]!;
      }
      const isNew = left > NOTHING_NEW;
      row[depth] = isNew ? Math.sqrt(left) : 0;
      row[width] = isNew ? outcome / row[depth]! : 0;
      const grown = subset + 2 ** next;
      fit[grown] = fit[subset]! + row[width]! ** 2;
      chosen.push(next);
      grow(next + 1, grown);
      chosen.pop();
    }
  };
  grow(0, 0);
  return fit;
}

const sizeOf = (subset: number): number => {
  let size = 0;
  for (let left = subset; left > 0; left &= left - 1) size += 1;
  return size;
};

/**
 * How much of R² each driver brings, by the order-free mean over all orders in which the drivers can be entered: LMG, the Shapley value
 * of R² (Lindeman, Merenda and Gold 1980; Grömping 2006, Journal of Statistical Software 17(1)). They add up to R².
 * @param correlations of the outcome first, then of at most `MOST_DRIVERS` drivers
 */
export function lmgOf(correlations: readonly (readonly number[])[]): number[] {
  const width = correlations.length - 1;
  if (width > MOST_DRIVERS) throw new RangeError(`${width} drivers are more than ${MOST_DRIVERS}.`);
  const fit = fitOfSubsets(correlations);
  // Share of the orders in which just a subset of that size stands before a driver: s! (p - s - 1)! / p!.
  const weights = [1 / width];
  for (let size = 1; size < width; size += 1) weights.push((weights[size - 1]! * size) / (width - size));
  const shares = new Array<number>(width).fill(0);
  for (let subset = 0; subset < fit.length; subset += 1) {
    const weight = weights[sizeOf(subset)]!;
    for (let driver = 0; driver < width; driver += 1) {
      if ((subset & (2 ** driver)) === 0)
        shares[driver]! += weight * (fit[subset + 2 ** driver]! - fit[subset]!);
    }
  }
  return shares;
}

/** How well predictions met what came: each list has a value for each customer, in one order. */

export function meanError(predicted: readonly number[], actual: readonly number[]): number {
  return meanOf(predicted.map((value, at) => Math.abs(value - actual[at]!)));
}

/** Pearson's correlation; 0 where one of the two does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const together = meanOf(a.map((value, at) => (value - meanA) * (b[at]! - meanB)));
  const spread = (list: readonly number[], mean: number) =>
    Math.sqrt(meanOf(list.map((one) => (one - mean) ** 2)));
  const both = spread(a, meanA) * spread(b, meanB);
  return both === 0 ? 0 : together / both;
}

/**
 * Area under the ROC curve: the chance that one who came was given more than one who did not, ties half (Mann-Whitney). NaN where all came
 * or none did.
 */
export function areaUnder(scores: readonly number[], came: readonly boolean[]): number {
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!);
  let ranks = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && scores[order[to + 1]!] === scores[order[from]!]) to += 1;
    for (let at = from; at <= to; at += 1) if (came[order[at]!]) ranks += (from + to) / 2 + 1;
    from = to + 1;
  }
  const yes = came.filter(Boolean).length;
  const no = came.length - yes;
  return (ranks - (yes * (yes + 1)) / 2) / (yes * no);
}

/** Mean squared error of probabilities (Brier 1950). */
export function brierOf(chances: readonly number[], came: readonly boolean[]): number {
  return meanOf(chances.map((chance, at) => (chance - Number(came[at])) ** 2));
}

const meanOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

/** A normal distribution of weights. */
export interface Belief {
  mean: readonly number[];
  /** By rows, as long as `mean` squared. */
  covariance: readonly number[];
}

/** One answer: what the weights are multiplied by, and what the log-odds are without them. */
export interface Observation {
  phi: readonly number[];
  offset: number;
  y: 0 | 1;
  /** How much it says: 1 is a whole answer. */
  weight: number;
}

/**
 * Bayesian logistic regression, one answer at a time: Laplace's approximation at the mode, which lies along S phi and is found exactly, and a
 * rank-one update of the covariance (Chapelle and Li 2011, with the off-diagonal kept). The same answers in the same order give the same
 * numbers to the bit.
 */
export function observe({ mean, covariance }: Belief, { phi, offset, y, weight }: Observation) {
  const along = times(covariance, phi);
  const variance = dot(phi, along);
  const before = offset + dot(mean, phi);
  const pull = modeOf(before, variance, { y, weight });
  const chance = sigmoid(before + variance * pull);
  const information = weight * chance * (1 - chance);
  const shrink = information / (1 + information * variance);
  const size = phi.length;
  return {
    mean: mean.map((one, at) => one + (along[at] as number) * pull),
    covariance: covariance.map(
      (one, at) => one - shrink * (along[Math.floor(at / size)] as number) * (along[at % size] as number),
    ),
  };
}

const MOST_TURNS = 100;

/** Solves a = w (y - sigmoid(offset + v a)): Newton's step, and halving where that leaves the bracket. */
function modeOf(offset: number, variance: number, { y, weight }: Pick<Observation, 'y' | 'weight'>): number {
  let [low, high] = [-weight, weight];
  let a = 0;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const chance = sigmoid(offset + variance * a);
    const miss = a - weight * (y - chance);
    if (miss > 0) high = a;
    else low = a;
    const step = miss / (1 + weight * variance * chance * (1 - chance));
    const next = a - step > low && a - step < high ? a - step : (low + high) / 2;
    if (Math.abs(next - a) < 1e-15) return next;
    a = next;
  }
  return a;
}

/** 1 / (1 + e^-x) without overflow. */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** Scalar product. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** A square matrix by rows, times a vector. */
export function times(matrix: readonly number[], vector: readonly number[]): number[] {
  const size = vector.length;
  return vector.map((_, row) => {
    let sum = 0;
    for (let at = 0; at < size; at++) sum += (matrix[row * size + at] as number) * (vector[at] as number);
    return sum;
  });
}

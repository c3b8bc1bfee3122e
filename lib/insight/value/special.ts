/** Functions of mathematics that the models of purchases need, in double precision. */

/** Lanczos coefficients, g = 7, n = 9 (Godfrey 2001): relative error below 1e-14 for a positive argument. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.9189385332046727;

/** Natural logarithm of the gamma function. @param z positive */
export function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  let sum = LANCZOS[0] as number;
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] as number) / (z + i - 1);
  const t = z + 6.5;
  return HALF_LOG_TWO_PI + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Natural logarithm of the beta function. @param a positive @param b positive */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const MOST_TERMS = 20_000;

/**
 * Gauss's hypergeometric function by its series.
 * @param z from 0 up to, but not including, 1; near 1 a transformation of Euler's keeps the number of terms small
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  // (1-z)^(c-a-b) F(c-a, c-b; c; z): the terms fall faster where a + b > c.
  if (z > 0.5 && a + b > c && c > a && c > b) {
    return Math.exp((c - a - b) * Math.log1p(-z)) * series(c - a, c - b, c, z);
  }
  return series(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    if (Math.abs(term) < Math.abs(sum) * 1e-16) break;
  }
  return sum;
}

/** Regularised incomplete beta function, by its hypergeometric series (Abramowitz & Stegun 26.5.23). @param x below 1 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  const front = a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b) - Math.log(a);
  return Math.min(1, Math.exp(front) * hypergeometric(a + b, 1, a + 1, x));
}

/**
 * Regularised lower incomplete gamma function P(shape, x): the probability that a gamma variable of unit scale is at most x.
 * Series below shape + 1, continued fraction by Lentz above it (Numerical Recipes, 6.2).
 */
export function gammaCdf(shape: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; n < MOST_TERMS && term > sum * 1e-16; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  return Math.max(0, 1 - front * upperFraction(shape, x));
}

function upperFraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const an = -n * (n - shape);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/** What a search came to. */
export interface Minimum {
  at: number[];
  value: number;
  steps: number;
}

const MOST_STEPS = 400;

/**
 * Least value of a smooth function of a few unknowns: BFGS with central differences and a halving line search
 * (Nocedal & Wright, Numerical Optimization, 6.1). Where the function is not finite it counts as very large.
 */
export function minimise(f: (at: number[]) => number, start: number[]): Minimum {
  const value = (at: number[]) => {
    const y = f(at);
    return Number.isFinite(y) ? y : Number.MAX_VALUE;
  };
  let at = [...start];
  let y = value(at);
  let slope = gradient(value, at);
  let inverse = identity(at.length);
  let steps = 0;
  for (; steps < MOST_STEPS && norm(slope) > 1e-7 * (1 + Math.abs(y)); steps++) {
    let direction = times(inverse, slope).map((d) => -d);
    if (dot(direction, slope) >= 0) {
      inverse = identity(at.length);
      direction = slope.map((d) => -d);
    }
    // A first step by the bare gradient may be enormous where the function is a sum over many customers.
    const longest = Math.max(...direction.map(Math.abs));
    if (longest > 1) direction = direction.map((d) => d / longest);
    const next = lineSearch(value, { at, y, slope, direction });
    if (!next) break;
    const nextSlope = gradient(value, next.at);
    inverse = updated(inverse, minus(next.at, at), minus(nextSlope, slope));
    const gained = y - next.y;
    ({ at, y } = next);
    slope = nextSlope;
    if (gained < 1e-13 * (1 + Math.abs(y))) break;
  }
  return { at, value: y, steps };
}

interface Search {
  at: number[];
  y: number;
  slope: number[];
  direction: number[];
}

function lineSearch(f: (at: number[]) => number, { at, y, slope, direction }: Search) {
  const fall = dot(slope, direction);
  for (let step = 1; step > 1e-12; step /= 2) {
    const next = at.map((x, i) => x + step * (direction[i] as number));
    const there = f(next);
    if (there <= y + 1e-4 * step * fall) return { at: next, y: there };
  }
  return null;
}

function gradient(f: (at: number[]) => number, at: number[]): number[] {
  return at.map((x, i) => {
    const h = 1e-5 * (1 + Math.abs(x));
    const beside = (by: number) => f(at.map((one, j) => (j === i ? one + by : one)));
    return (beside(h) - beside(-h)) / (2 * h);
  });
}

function updated(inverse: number[][], s: number[], g: number[]): number[][] {
  const curve = dot(s, g);
  if (!(curve > 1e-14)) return inverse;
  const hg = times(inverse, g);
  const scale = (1 + dot(g, hg) / curve) / curve;
  return inverse.map((row, i) =>
    row.map((cell, j) => {
      const [si, sj, hi, hj] = [s[i], s[j], hg[i], hg[j]] as [number, number, number, number];
      return cell + scale * si * sj - (hi * sj + si * hj) / curve;
    }),
  );
}

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const minus = (a: number[], b: number[]) => a.map((x, i) => x - (b[i] as number));
const times = (matrix: number[][], v: number[]) => matrix.map((row) => dot(row, v));
const norm = (v: number[]) => Math.max(...v.map(Math.abs));

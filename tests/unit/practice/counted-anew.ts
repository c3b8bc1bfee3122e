/** Figures counted a second time, by other ways than the product's own: what both agree on is hardly wrong in both. */

const Z = 1.959964;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

interface Range {
  low: number;
  high: number;
}

/** Simpson's rule on so many pieces (even). */
function area(f: (x: number) => number, from: number, to: number, pieces = 2000): number {
  const step = (to - from) / pieces;
  const inner = Array.from({ length: pieces - 1 }, (_, at) => (at % 2 ? 2 : 4) * f(from + (at + 1) * step));
  return (step / 3) * (f(from) + f(to) + sum(inner));
}

/** Chance of a normal value as far from 0 or farther. */
function normalChance(z: number): number {
  const density = (x: number) => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, 1 - 2 * area(density, 0, Math.min(8, Math.abs(z))));
}

/** Student's t below which 97.5 % lie, by halving. */
function studentReach(degrees: number): number {
  const raw = (x: number) => (1 + x ** 2 / degrees) ** (-(degrees + 1) / 2);
  // The tail beyond 60 holds less than a millionth from three degrees on.
  const all = 2 * area(raw, 0, 60, 6000);
  let [low, high] = [1, 15];
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (0.5 + area(raw, 0, middle) / all < 0.975) low = middle;
    else high = middle;
  }
  return low;
}

export interface Nps extends Range {
  value: number;
  promoters: number;
  passives: number;
  detractors: number;
}

export function npsAnew(scores: readonly number[]): Nps {
  const n = scores.length;
  const promoters = scores.filter((score) => score > 8).length;
  const detractors = scores.filter((score) => score < 7).length;
  const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const reach = Z * Math.sqrt((p * (1 - p) + d * (1 - d) + 2 * p * d) / (n + 3));
  return {
    value: (100 * (promoters - detractors)) / n,
    low: Math.max(-100, 100 * (p - d - reach)),
    high: Math.min(100, 100 * (p - d + reach)),
    promoters,
    passives: n - promoters - detractors,
    detractors,
  };
}

/** Both shares at which the score test would just not refuse what was found: roots of a quadratic. */
export function wilsonAnew(hits: number, n: number): Range {
  const [a, b, c] = [n + Z ** 2, -(2 * hits + Z ** 2), hits ** 2 / n];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return { low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) };
}

/** Of a mean on a scale from 0 to 100. */
export function meanRange(values: readonly number[]): Range {
  const m = mean(values);
  const error = Math.sqrt(sum(values.map((one) => (one - m) ** 2)) / (values.length - 1) / values.length);
  const reach = studentReach(values.length - 1) * error;
  return { low: Math.max(0, m - reach), high: Math.min(100, m + reach) };
}

export interface Apart extends Range {
  by: number;
  chance: number;
}

/** Two NPS: each score is worth 100, 0 or -100, and the difference of two means has the variances of both. Null below ten. */
export function npsApart(own: readonly number[], others: readonly number[]): Apart | null {
  if (own.length < 10 || others.length < 10) return null;
  const worth = (score: number) => (score > 8 ? 100 : score < 7 ? -100 : 0);
  const varianceOf = (scores: readonly number[]) => {
    const values = scores.map(worth);
    const m = mean(values);
    const plain = mean(values.map((one) => (one - m) ** 2)) / values.length;
    if (plain > 0) return plain;
    const { low, high } = npsAnew(scores);
    const isCut = low === -100 || high === 100;
    const [p, d] = [scores.filter((s) => s > 8).length + 0.75, scores.filter((s) => s < 7).length + 0.75];
    const n = scores.length + 3;
    return isCut ? (1e4 * ((p + d) / n - ((p - d) / n) ** 2)) / n : ((high - low) / (2 * Z)) ** 2;
  };
  const by = mean(own.map(worth)) - mean(others.map(worth));
  const error = Math.sqrt(varianceOf(own) + varianceOf(others));
  return { by, low: by - Z * error, high: by + Z * error, chance: normalChance(by / error) };
}

/** Chance of error of two shares, by the pooled test. */
export function shareChance([hits, n]: [number, number], [rest, m]: [number, number]): number {
  const p = (hits + rest) / (n + m);
  const error = Math.sqrt((p * (1 - p)) / n + (p * (1 - p)) / m);
  return error > 0 ? normalChance((hits / n - rest / m) / error) : 1;
}

/** Which of these looks are sure when all are corrected by Holm: down from the surest until one is not. */
export function sureOf(chances: readonly number[]): boolean[] {
  const order = chances.map((chance, at) => ({ chance, at })).sort((a, b) => a.chance - b.chance);
  const sure = chances.map(() => false);
  for (const [rank, { chance, at }] of order.entries()) {
    if (chance * (chances.length - rank) >= 0.05) break;
    sure[at] = true;
  }
  return sure;
}

/** Solves a linear system, by elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let at = 0; at < rows.length; at += 1) {
    const best = rows.slice(at).reduce((a, b) => (Math.abs(b[at]!) > Math.abs(a[at]!) ? b : a));
    rows.splice(rows.indexOf(best), 1);
    rows.splice(at, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const factor = row[at]! / best[at]!;
      for (let k = at; k < row.length; k += 1) row[k]! -= factor * best[k]!;
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!);
}

/** R² of least squares on some of the columns, of the raw cases. */
function fitOn(cases: readonly (readonly number[])[], columns: readonly number[]): number {
  if (columns.length === 0) return 0;
  const centred = cases[0]!.map((_, at) => {
    const m = mean(cases.map((row) => row[at]!));
    return cases.map((row) => row[at]! - m);
  });
  const product = (i: number, j: number) => sum(centred[i]!.map((one, at) => one * centred[j]![at]!));
  const right = columns.map((i) => product(i, 0));
  const slopes = solve(
    columns.map((i) => columns.map((j) => product(i, j))),
    right,
  );
  return sum(slopes.map((slope, at) => slope * right[at]!)) / product(0, 0);
}

const ordersOf = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((one) => ordersOf(items.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** What each driver adds to R², averaged over every order in which they can be entered; shares of the whole. */
export function sharesAnew(cases: readonly (readonly number[])[]): { shares: number[]; r2: number } {
  const columns = cases[0]!.slice(1).map((_, at) => at + 1);
  const fits = new Map<string, number>();
  const explained = (some: readonly number[]) => {
    const key = [...some].sort().join();
    const found = fits.get(key) ?? fitOn(cases, [...some].sort());
    fits.set(key, found);
    return found;
  };
  const orders = ordersOf(columns);
  const parts = columns.map((column) =>
    mean(
      orders.map((order) => {
        const before = order.slice(0, order.indexOf(column));
        return explained([...before, column]) - explained(before);
      }),
    ),
  );
  return { shares: parts.map((part) => part / sum(parts)), r2: explained(columns) };
}

export function correlation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [mean(a), mean(b)];
  const product = (c: readonly number[], m: number, d: readonly number[], k: number) =>
    sum(c.map((one, at) => (one - m) * (d[at]! - k)));
  return product(a, x, b, y) / Math.sqrt(product(a, x, a, x) * product(b, y, b, y));
}

/** Johnson's relative weights, shares of the whole: the root of the correlations by Denman and Beavers' iteration. */
export function relativeAnew(cases: readonly (readonly number[])[]): number[] {
  const column = (at: number) => cases.map((row) => row[at]!);
  const at = cases[0]!.slice(1).map((_, one) => one + 1);
  let root = at.map((i) => at.map((j) => correlation(column(i), column(j))));
  let back: number[][] = at.map((_, i) => at.map((__, j) => Number(i === j)));
  const inverse = (matrix: number[][]) => {
    const columns = matrix.map((_, j) =>
      solve(
        matrix,
        matrix.map((__, i) => (i === j ? 1 : 0)),
      ),
    );
    return matrix.map((_, i) => columns.map((one) => one[i]!));
  };
  for (let turn = 0; turn < 60; turn += 1) {
    const [a, b] = [inverse(back), inverse(root)];
    const half = (x: number[][], y: number[][]) =>
      x.map((row, i) => row.map((one, j) => (one + y[i]![j]!) / 2));
    [root, back] = [half(root, a), half(back, b)];
  }
  const outcome = at.map((i) => correlation(column(0), column(i)));
  const slopes = back.map((row) => sum(row.map((one, j) => one * outcome[j]!)));
  const parts = root.map((row) => sum(row.map((one, j) => (one * slopes[j]!) ** 2)));
  return parts.map((part) => part / sum(parts));
}

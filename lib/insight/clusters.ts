/**
 * Groups of contacts that are alike in some figures: k-means with the seeding of Arthur and Vassilvitskii (k-means++, SODA 2007), several
 * restarts, and the number of groups by the mean silhouette (Rousseeuw 1987).
 */

/** One of the groups. */
export interface Cluster {
  /** Places of its members. */
  members: number[];
  /** Middle, by figure, in the units of the figures. */
  middle: number[];
  /** How far the middle lies from everyone's, in standard deviations of everyone. */
  apart: number[];
}

export interface Clusters {
  clusters: Cluster[];
  /** Mean silhouette, -1 to 1: above a half the groups are plain, below a quarter they are hardly there. */
  silhouette: number;
}

export interface ClusterOptions {
  /** Numbers in [0, 1): the same ones give the same groups. */
  random: () => number;
  most?: number;
  restarts?: number;
  /** Contacts of whom the silhouette is taken: of all it would grow with the square. */
  sample?: number;
}

const MOST_ROUNDS = 100;

/**
 * @param rows figures of each contact, all of them known
 * @returns null where fewer than ten are given, or all are alike
 */
export function clustersOf(
  rows: readonly (readonly number[])[],
  { random, most = 6, restarts = 8, sample = 400 }: ClusterOptions,
): Clusters | null {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 10 || width === 0) return null;
  const scale = Array.from({ length: width }, (_, at) => scaleOf(rows.map((row) => row[at]!)));
  if (scale.every(({ spread }) => spread === 0)) return null;
  const points = rows.map((row) =>
    row.map((value, at) => (value - scale[at]!.mean) / (scale[at]!.spread || 1)),
  );
  let best: { labels: number[]; silhouette: number } | null = null;
  const sampled = sampleOf(points.length, sample, random);
  for (let k = 2; k <= Math.min(most, Math.floor(points.length / 5)); k += 1) {
    const labels = kMeans(points, k, restarts, random);
    if (!labels) continue;
    const silhouette = silhouetteOf(points, labels, sampled);
    if (!best || silhouette > best.silhouette) best = { labels, silhouette };
  }
  if (!best) return null;
  const { labels, silhouette } = best;
  const clusters = [...new Set(labels)]
    .map((label): Cluster => {
      const members = [...labels.keys()].filter((at) => labels[at] === label);
      const apart = middleOf(members.map((at) => points[at]!));
      return { members, apart, middle: apart.map((far, at) => far * scale[at]!.spread + scale[at]!.mean) };
    })
    .sort((a, b) => b.members.length - a.members.length);
  return { clusters, silhouette };
}

function scaleOf(values: number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, spread };
}

type Point = readonly number[];

/** Labels of the restart with the least sum of squares; null where no k points differ. */
function kMeans(points: Point[], k: number, restarts: number, random: () => number): number[] | null {
  let best: { labels: number[]; cost: number } | null = null;
  for (let turn = 0; turn < restarts; turn += 1) {
    const middles = seeds(points, k, random);
    if (!middles) return null;
    const found = settle(points, middles);
    if (!best || found.cost < best.cost) best = found;
  }
  return best?.labels ?? null;
}

/** The first middle at random, each next one with a chance that grows with the square of its distance. */
function seeds(points: Point[], k: number, random: () => number): number[][] | null {
  const middles = [[...points[Math.floor(random() * points.length)]!]];
  const near = points.map((point) => squared(point, middles[0]!));
  while (middles.length < k) {
    const total = near.reduce((sum, one) => sum + one, 0);
    if (total === 0) return null;
    let left = random() * total;
    let chosen = near.findIndex((one) => {
      left -= one;
      return left < 0;
    });
    if (chosen < 0) chosen = near.findLastIndex((one) => one > 0);
    const middle = [...points[chosen]!];
    middles.push(middle);
    for (const [at, point] of points.entries()) near[at] = Math.min(near[at]!, squared(point, middle));
  }
  return middles;
}

/** Lloyd's rounds until nobody moves. A group that loses everybody takes the point that lies farthest from its own middle. */
function settle(points: Point[], middles: number[][]): { labels: number[]; cost: number } {
  let labels: number[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = points.map((point) => nearest(point, middles));
    for (const k of middles.keys()) if (!next.includes(k)) next[farthest(points, next, middles)] = k;
    const moved = next.some((label, at) => label !== labels[at]);
    labels = next;
    if (!moved) break;
    for (const k of middles.keys()) middles[k] = middleOf(points.filter((_, at) => labels[at] === k));
  }
  const cost = points.reduce((sum, point, at) => sum + squared(point, middles[labels[at]!]!), 0);
  return { labels, cost };
}

function nearest(point: Point, middles: number[][]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [k, middle] of middles.entries()) {
    const far = squared(point, middle);
    if (far < least) [best, least] = [k, far];
  }
  return best;
}

function farthest(points: Point[], labels: number[], middles: number[][]): number {
  let [best, most] = [0, -1];
  for (const [at, point] of points.entries()) {
    const far = squared(point, middles[labels[at]!]!);
    const alone = labels.filter((label) => label === labels[at]).length === 1;
    if (far > most && !alone) [best, most] = [at, far];
  }
  return best;
}

function middleOf(points: Point[]): number[] {
  const sum = points[0]!.map(() => 0);
  for (const point of points) for (const at of sum.keys()) sum[at]! += point[at]!;
  return sum.map((value) => value / points.length);
}

function squared(one: Point, other: Point): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at]! - other[at]!) ** 2;
  return sum;
}

function sampleOf(size: number, wanted: number, random: () => number): number[] {
  const places = [...Array(size).keys()];
  for (let at = 0; at < Math.min(wanted, size); at += 1) {
    const other = at + Math.floor(random() * (size - at));
    [places[at], places[other]] = [places[other]!, places[at]!];
  }
  return places.slice(0, wanted);
}

/** Mean of (b - a) / max(a, b) over the sample; one alone in its group counts 0. */
export function silhouetteOf(
  points: readonly Point[],
  labels: readonly number[],
  sampled: readonly number[],
): number {
  const groups = [...new Set(labels)];
  let sum = 0;
  for (const at of sampled) {
    const means = new Map(groups.map((group) => [group, { far: 0, n: 0 }]));
    for (const other of sampled) {
      if (other === at) continue;
      const mean = means.get(labels[other]!)!;
      mean.far += Math.sqrt(squared(points[at]!, points[other]!));
      mean.n += 1;
    }
    const own = means.get(labels[at]!)!;
    const others = [...means].flatMap(([group, { far, n }]) =>
      group !== labels[at] && n > 0 ? [far / n] : [],
    );
    if (own.n === 0 || others.length === 0) continue;
    const [a, b] = [own.far / own.n, Math.min(...others)];
    sum += a === b ? 0 : (b - a) / Math.max(a, b);
  }
  return sampled.length === 0 ? 0 : sum / sampled.length;
}

import type { ClusterView } from '@/lib/api/segment-views';
import type { NumberMeasure } from '@/lib/crm/measure-names';
import { chance } from '@/lib/crm/practice/random';
import { ruleOf } from '@/lib/insight/cluster-rules';
import { clustersOf } from '@/lib/insight/clusters';
import type { Database } from '../database';
import { findMembers } from '../segment-find';
import type { When } from '../segment-frame';

/** What groups are made of; figures that too few have are left out. */
const FIGURES: readonly NumberMeasure[] = ['silence', 'gap', 'exchanges', 'strength', 'purchases', 'spent'];
/** A figure is asked for when so large a share of the contacts has it. */
const KNOWN = 0.5;
/** More than so many are sampled: a thousand tell the same groups. */
const MOST = 3000;
const MOST_WHOLE = 2 ** 31;
const SEED = 20_260_101;

/** Groups of work contacts that are alike in how they are in touch and what they buy. */
export async function clusterViews(db: Database, when: When): Promise<ClusterView> {
  const everyone = await findMembers(db, { all: [{ ask: 'measure', name: 'exchanges', range: {} }] }, when);
  const { everybody, found } = everyone;
  const places = [...everybody.ids.keys()].filter((place) => found[place] === 1);
  const columns = FIGURES.map((name) => ({ name, column: everybody.measure(name) })).filter(({ column }) => {
    const known = places.filter((place) => !Number.isNaN(column[place]!));
    const differ = new Set(known.slice(0, MOST).map((place) => column[place]));
    return known.length >= KNOWN * places.length && differ.size > 1;
  });
  const whole = places.filter((place) => columns.every(({ column }) => !Number.isNaN(column[place]!)));
  // The same contacts give the same groups.
  const luck = chance(SEED);
  const random = () => luck.whole(0, MOST_WHOLE - 1) / MOST_WHOLE;
  const step = Math.max(1, whole.length / MOST);
  const sampled = Array.from(
    { length: Math.min(MOST, whole.length) },
    (_, at) => whole[Math.floor(at * step)]!,
  );
  const rows = sampled.map((place) => columns.map(({ column }) => column[place]!));
  // Counts, days and sums are far apart at their upper end: their logarithms are compared.
  const flattened = rows.map((row) => row.map((value) => Math.log1p(Math.max(0, value))));
  const made = columns.length > 0 ? clustersOf(flattened, { random }) : null;
  const names = columns.map(({ name }) => name);
  return {
    n: sampled.length,
    of: places.length,
    silhouette: made?.silhouette ?? null,
    clusters: made?.clusters.map((cluster) => ruleOf(cluster, rows, names)) ?? [],
  };
}

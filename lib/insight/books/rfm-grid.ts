import { type Buying, type Rfm, type RfmGroup, rfmEdges, rfmGroup, rfmScores } from '../value/rfm';
import { type Bought, spentOn } from './ledger';

/** Where one customer stood on a day. */
export interface Standing extends Buying {
  id: string;
  rfm: Rfm;
  group: RfmGroup;
}

/**
 * Where every customer stood on a day: by the purchases until then, in the fifths of those who were customers then.
 * @param customers purchases of each, ascending
 */
export function standingsOn(
  customers: readonly { id: string; bought: readonly Pick<Bought, 'day' | 'amount'>[] }[],
  day: number,
): Standing[] {
  const known = customers.flatMap(({ id, bought }) => {
    const until = bought.filter((one) => one.day <= day);
    const last = until.at(-1);
    return last
      ? [{ id, days: day - last.day, purchases: until.length, amount: Math.round(spentOn(until)) }]
      : [];
  });
  const edges = rfmEdges(known);
  return known.map((one) => {
    const rfm = rfmScores(one, edges);
    return { ...one, rfm, group: rfmGroup(rfm) };
  });
}

/** A cell of recency by frequency. */
export interface RfmCell {
  recency: number;
  frequency: number;
  customers: number;
  spent: number;
  /** How many have each monetary score, 1 to 5. */
  monetary: number[];
}

/** The 25 cells, recency from 5 down, frequency from 1 up. */
export function rfmCells(standings: readonly Standing[]): RfmCell[] {
  const cells = [5, 4, 3, 2, 1].flatMap((recency) =>
    [1, 2, 3, 4, 5].map((frequency): RfmCell => {
      return { recency, frequency, customers: 0, spent: 0, monetary: [0, 0, 0, 0, 0] };
    }),
  );
  for (const { rfm, amount } of standings) {
    const cell = cells[5 * (5 - rfm.recency) + rfm.frequency - 1]!;
    cell.customers += 1;
    cell.spent += amount;
    cell.monetary[rfm.monetary - 1]! += 1;
  }
  return cells;
}

/** Who went from one group to another between two days; null: was no customer yet. */
export interface Movement {
  from: RfmGroup | null;
  to: RfmGroup;
  ids: string[];
}

/** Every movement, also of those who stayed where they were; the largest first. */
export function movementsOf(before: readonly Standing[], after: readonly Standing[]): Movement[] {
  const was = new Map(before.map(({ id, group }) => [id, group]));
  const moves = new Map<string, Movement>();
  for (const { id, group } of after) {
    const from = was.get(id) ?? null;
    const key = `${from} ${group}`;
    const move = moves.get(key) ?? { from, to: group, ids: [] };
    moves.set(key, move);
    move.ids.push(id);
  }
  return [...moves.values()].sort((a, b) => b.ids.length - a.ids.length);
}

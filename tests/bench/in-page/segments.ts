import type { Query } from '@/lib/crm/segments';
import { openDatabase } from '@/lib/store/database';
import { fillLists } from '@/lib/store/fill-lists';
import { findMembers } from '@/lib/store/segment-find';

export interface SegmentTimes {
  /** Milliseconds by what was asked; `cold` with nothing in memory, `warm` where it was asked before. */
  five: { cold: number[]; warm: number[] };
  /** The same with a figure for a condition, and with a field, which only rows tell. */
  figure: { cold: number[]; warm: number[] };
  field: { cold: number[]; warm: number[] };
  /** Contacts that the five conditions found, so that it is seen that they ask something. */
  found: number;
}

/** Five conditions, one of them a count of activities within a time. */
function fiveConditions(tagId: string): Query {
  return {
    all: [
      { ask: 'kind', is: 'work' },
      { ask: 'added', within: { lastDays: 3650 } },
      { ask: 'tag', tagId, has: true },
      { ask: 'spend', amount: { max: 1_000_000_000 } },
      { ask: 'count', types: ['mail'], within: { lastDays: 365 }, times: { min: 1 } },
    ],
  };
}

/** Asks segments of the full store, each time of a database that nobody asked yet, then of one that was asked. */
export async function segments(turns: number): Promise<SegmentTimes> {
  const first = await openDatabase();
  await fillLists(first);
  const tagId = (await first.tags.toCollection().primaryKeys())[0] ?? '';
  first.close();
  const when = { now: Date.now(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  let found = 0;
  const timed = async (query: Query) => {
    const [cold, warm]: number[][] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      const db = await openDatabase();
      for (const times of [cold!, warm!]) {
        const start = performance.now();
        found = Math.max(found, (await findMembers(db, query, when)).count);
        times.push(performance.now() - start);
      }
      db.close();
    }
    return { cold: cold!, warm: warm! };
  };
  const five = await timed(fiveConditions(tagId));
  return {
    five,
    found,
    figure: await timed({ ask: 'measure', name: 'silence', range: { min: 60 } }),
    field: await timed({ ask: 'fact', field: 'company', has: 'contains', value: '1' }),
  };
}

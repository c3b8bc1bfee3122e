import type { Query } from '@/lib/crm/segments';
import { contactIds } from '@/lib/store/contact-list';
import { eachContact } from '@/lib/store/contact-scan';
import { openDatabase } from '@/lib/store/database';
import { findPlaces } from '@/lib/store/segment-find';
import { findSegment } from '@/lib/store/views/segment-views';
import { clientOf, logCall, settled, timed } from './everybody';

/** Milliseconds of a question: with nothing in memory, asked again, and after a call was logged. */
interface Asked {
  cold: number[];
  warm: number[];
  after: number[];
}

export interface SegmentTimes {
  five: Asked;
  /** The same with a figure for a condition, and with a field. */
  figure: Asked;
  field: Asked;
  /** The table's filter by the same field: with nothing in memory, and asked again. */
  filter: Pick<Asked, 'cold' | 'warm'>;
  /** The row of each contact read once: what a field took before it was packed. */
  rows: number[];
  /** The five conditions with nothing in memory, and the first ten of those found by name. */
  named: number[];
  /** The five conditions with nothing in memory, where no image of the pages is kept. */
  bare: number[];
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

/** Asks segments of the full store, each time of a database that nobody asked yet, then of one that was asked. What is logged is taken back. */
export async function segments(turns: number): Promise<SegmentTimes> {
  await settled();
  const first = await openDatabase();
  const tagId = (await first.tags.toCollection().primaryKeys())[0] ?? '';
  const contactId = (await first.contacts.toCollection().primaryKeys())[0] ?? '';
  first.close();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  let found = 0;
  const asked = async (query: Query): Promise<Asked> => {
    const times: Asked = { cold: [], warm: [], after: [] };
    for (let turn = 0; turn < turns; turn += 1) {
      const db = await openDatabase();
      const ask = async () => {
        const [ms, { count }] = await timed(() => findPlaces(db, query, { now: Date.now(), zone }));
        found = Math.max(found, count);
        return ms;
      };
      times.cold.push(await ask());
      times.warm.push(await ask());
      const client = clientOf(db);
      await logCall(client, contactId);
      times.after.push(await ask());
      await client.call('changes.undo', {});
      db.close();
    }
    return times;
  };
  const five = await asked(fiveConditions(tagId));
  const most = found;
  const times = {
    five,
    figure: await asked({ ask: 'measure', name: 'silence', range: { min: 60 } }),
    field: await asked({ ask: 'fact', field: 'company', has: 'contains', value: '1' }),
    found: most,
  };
  return {
    ...times,
    filter: await filtered(turns),
    rows: await readingRows(),
    named: await withTenNamed(turns, fiveConditions(tagId), zone),
    bare: await withoutImages(turns, () => fiveConditions(tagId), zone),
  };
}

async function filtered(turns: number): Promise<SegmentTimes['filter']> {
  const facts = [{ field: 'company', has: 'contains' as const, value: '1' }];
  const sort = { by: 'name' as const, descending: false };
  const times: SegmentTimes['filter'] = { cold: [], warm: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    const db = await openDatabase();
    const ask = () => timed(() => contactIds(db, { filter: { facts }, sort, now: Date.now() }));
    times.cold.push((await ask())[0]);
    times.warm.push((await ask())[0]);
    db.close();
  }
  return times;
}

const ROW_TURNS = 2;

async function readingRows(): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < ROW_TURNS; turn += 1) {
    const db = await openDatabase();
    const [ms] = await timed(() => eachContact(db, () => undefined));
    times.push(ms);
    db.close();
  }
  return times;
}

async function withTenNamed(turns: number, query: Query, zone: string): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const db = await openDatabase();
    const asked = { what: { query }, from: 0, limit: 10 };
    const [ms] = await timed(() => findSegment(db, asked, { now: Date.now(), zone }));
    times.push(ms);
    db.close();
  }
  return times;
}

async function withoutImages(turns: number, query: () => Query, zone: string): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const db = await openDatabase();
    await db.pageImages.clear();
    const [ms] = await timed(() => findPlaces(db, query(), { now: Date.now(), zone }));
    times.push(ms);
    db.close();
  }
  return times;
}

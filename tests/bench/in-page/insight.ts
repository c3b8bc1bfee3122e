import { localClient } from '@/lib/api/local';
import { CHOICE_MEASURES, NUMBER_MEASURES } from '@/lib/crm/measure-names';
import { openDatabase } from '@/lib/store/database';
import { refreshInsight } from '@/lib/store/insight-job';
import { readEvents } from '@/lib/store/read-events';
import { readMeasures } from '@/lib/store/read-measures';

/** Milliseconds of what figures of everybody cost. */
export interface InsightTimes {
  contacts: number;
  events: number;
  /** Packed events read into columns. */
  read: number[];
  /** One daily run: models, edges, and the stage of each settled. */
  daily: number;
  /** Every figure of everybody, read and derived from nothing. */
  all: number[];
  /** A call logged, through the contract. */
  log: number[];
}

const NAMES = [...NUMBER_MEASURES, ...(Object.keys(CHOICE_MEASURES) as (keyof typeof CHOICE_MEASURES)[])];

/** Reads, counts and logs in the full store; what it logs is taken back. */
export async function insight(turns: number): Promise<InsightTimes> {
  const db = await openDatabase();
  const client = localClient({
    database: db,
    caller: 'workspace',
    wake: { ring: async () => undefined, listen: () => () => undefined },
  });
  const timed = async <T>(run: () => Promise<T>): Promise<[number, T]> => {
    const start = performance.now();
    const value = await run();
    return [performance.now() - start, value];
  };
  const times: InsightTimes = { contacts: 0, events: 0, read: [], daily: 0, all: [], log: [] };
  for (let turn = 0; turn < 5; turn += 1) {
    const [ms, events] = await timed(() => readEvents(db, 'UTC'));
    times.read.push(ms);
    Object.assign(times, { contacts: events.ids.length, events: events.at.length });
  }
  const asked = { db, now: Date.now, zone: 'UTC' };
  [times.daily] = await timed(() => refreshInsight(asked, { again: true }));
  for (let turn = 0; turn < 3; turn += 1) {
    const [ms] = await timed(async () => {
      const measures = await readMeasures(db, Date.now(), 'UTC');
      for (const name of NAMES) measures.column(name);
    });
    times.all.push(ms);
  }
  const ids = (await readEvents(db, 'UTC')).ids;
  for (let turn = 0; turn < turns; turn += 1) {
    const contactId = ids[(turn * 7919) % ids.length]!;
    const activity = { type: 'call' as const, contactIds: [contactId], at: Date.now() };
    const [ms] = await timed(() => client.call('activities.log', { activity }));
    times.log.push(ms);
    await client.call('changes.undo', {});
  }
  db.close();
  return times;
}

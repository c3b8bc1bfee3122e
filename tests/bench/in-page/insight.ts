import { CHOICE_MEASURES, type MeasureName, NUMBER_MEASURES } from '@/lib/crm/measure-names';
import { type Database, openDatabase } from '@/lib/store/database';
import { refreshInsight } from '@/lib/store/insight-job';
import { readEvents } from '@/lib/store/read-events';
import { readMeasures } from '@/lib/store/read-measures';
import { clientOf, logCall, settled, timed } from './everybody';

/** Milliseconds of what figures of everybody cost. */
export interface InsightTimes {
  contacts: number;
  events: number;
  /** Packed events read into columns, with nothing in memory. */
  read: number[];
  /** One daily run: models, edges, and the stage of each settled. */
  daily: number;
  /** Every figure of everybody, read and derived from nothing. */
  all: number[];
  /** A call logged, through the contract, and every figure of everybody after it. */
  log: number[];
  after: number[];
}

const NAMES = [...NUMBER_MEASURES, ...Object.keys(CHOICE_MEASURES)] as MeasureName[];

async function allFigures(db: Database): Promise<void> {
  const measures = await readMeasures(db, Date.now(), 'UTC');
  for (const name of NAMES) measures.column(name);
}

/** Reads, counts and logs in the full store; what it logs is taken back. */
export async function insight(turns: number): Promise<InsightTimes> {
  await settled();
  const times: InsightTimes = { contacts: 0, events: 0, read: [], daily: 0, all: [], log: [], after: [] };
  for (let turn = 0; turn < 5; turn += 1) {
    const db = await openDatabase();
    const [ms, events] = await timed(() => readEvents(db, 'UTC'));
    times.read.push(ms);
    Object.assign(times, { contacts: events.ids.length, events: events.at.length });
    db.close();
  }
  const db = await openDatabase();
  [times.daily] = await timed(() => refreshInsight({ db, now: Date.now, zone: 'UTC' }, { again: true }));
  db.close();
  for (let turn = 0; turn < 3; turn += 1) {
    const fresh = await openDatabase();
    const [ms] = await timed(() => allFigures(fresh));
    times.all.push(ms);
    fresh.close();
  }
  await settled();
  return logging(times, turns);
}

async function logging(times: InsightTimes, turns: number): Promise<InsightTimes> {
  const db = await openDatabase();
  const client = clientOf(db);
  await allFigures(db);
  const { ids } = await readEvents(db, 'UTC');
  for (let turn = 0; turn < turns; turn += 1) {
    times.log.push(await logCall(client, ids[(turn * 7919) % ids.length]!));
    const [ms] = await timed(() => allFigures(db));
    times.after.push(ms);
    await client.call('changes.undo', {});
  }
  db.close();
  return times;
}

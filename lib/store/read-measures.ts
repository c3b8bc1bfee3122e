import { dayNumber } from '@/lib/crm/calendar';
import { localDay } from '@/lib/insight/local-days';
import type { MeasureMoment } from '@/lib/insight/measures';
import { Measures } from '@/lib/insight/measures';
import { type Common, nothingCommon } from '@/lib/insight/measures/common';
import { todayAt } from '@/lib/insight/today';
import type { Database } from './database';
import { type Counted, isStill, unchangedPlaces } from './held-measures';
import { heldPages, withPages } from './held-pages';
import { joinedParams, type MeasurePage, measureRowsOf } from './measure-pages';
import { pageLog } from './page-log';
import { pagesOf } from './paged';
import { eventsOf, readEvents } from './read-events';
import { reading } from './reading';
import { settingsOf } from './settings';

/** Where `Common` stands in `meta`, as JSON. */
export const COMMON = 'insight';
/** Grows when what is counted of all changes. */
const COMMON_VERSION = 2;

/** What all contacts were seen for at once by the last daily run; before the first one nothing is usual. */
export async function readCommon(db: Database, day: number): Promise<Common> {
  const row = await db.meta.get(COMMON);
  const stored = row ? (JSON.parse(String(row.value)) as { version: number; common: Common }) : null;
  return stored?.version === COMMON_VERSION ? stored.common : nothingCommon(day);
}

export async function putCommon(db: Database, common: Common): Promise<void> {
  await db.meta.put({ key: COMMON, value: JSON.stringify({ version: COMMON_VERSION, common }) });
}

/** A moment as figures take it. */
export function measureMoment(now: number, zone: string): MeasureMoment {
  const today = todayAt(now, zone);
  return {
    day: dayNumber(today.day),
    minutes: Math.floor(now / 60_000),
    dayOf: (minutes) => localDay(minutes, zone),
  };
}

/** Figures of everybody as they were counted last. */
interface Last extends Counted {
  /** What is the same for all contacts: zone, day, currencies, and what is usual. */
  as: string;
  measures: Measures;
}

const last = new WeakMap<Database, Last>();

/**
 * Figures of everybody in lists, in the order of their ids. After a command they are counted anew of whom it changed something; as long as
 * nothing changes it is the same object. Inside a transaction this one must be over `withPages` of both tables, and settings.
 */
export function readMeasures(db: Database, now: number, zone: string): Promise<Measures> {
  const moment = measureMoment(now, zone);
  return db.transaction('r', ['settings', ...withPages('events', 'measures')], async () => {
    const log = await pageLog(db);
    const eventPages = await heldPages(db, 'events', log);
    const measurePages = await heldPages(db, 'measures', log);
    const events = await readEvents(db, zone);
    const { baseCurrency, rates } = await settingsOf(db);
    const usual = (await db.meta.get(COMMON))?.value;
    const as = JSON.stringify([zone, moment.day, baseCurrency, rates, usual]);
    const known = last.get(db);
    const before = known?.as === as ? known : null;
    if (before && isStill(before, { eventPages, measurePages, minutes: moment.minutes }))
      return before.measures;
    const stored = joinedParams(measurePages);
    const counted = { eventPages, measurePages, events, stored, minutes: moment.minutes };
    const common = before ? before.measures.common : await readCommon(db, moment.day);
    const measures = new Measures(events, stored, common, moment);
    if (before) measures.takeOver(before.measures, unchangedPlaces(before, counted));
    last.set(db, { ...counted, as, measures });
    return measures;
  });
}

/** The tables that figures of some are read from. */
export const MEASURE_TABLES = ['events', 'measures', 'meta', 'settings'];

/** Figures of some contacts, in the order of their ids; one that is in no list is left out. */
export async function measuresOf(db: Database, ids: string[], now: number, zone: string): Promise<Measures> {
  const moment = measureMoment(now, zone);
  return reading(db, MEASURE_TABLES, async () => {
    const [events, pages, common] = await Promise.all([
      eventsOf(db, ids, zone),
      ids.length > 0 ? pagesOf<MeasurePage>(db, 'measures', ids) : [],
      readCommon(db, moment.day),
    ]);
    const wanted = new Set(events.ids);
    const rows = new Map(
      pages.flatMap(({ page }) => (page ? measureRowsOf(page, wanted) : [])).map((row) => [row.id, row]),
    );
    const own = events.ids.map((id) => rows.get(id));
    const params = {
      of: (at: number, name: Parameters<Measures['param']>[1]) => own[at]?.params[name] ?? 0,
      promises: (at: number) => own[at]?.promises ?? [],
    };
    return new Measures(events, params, common, moment);
  });
}

import { dayNumber } from '@/lib/crm/calendar';
import type { MeasureMoment } from '@/lib/insight/measures';
import { Measures } from '@/lib/insight/measures';
import { type Common, nothingCommon } from '@/lib/insight/measures/common';
import { todayAt } from '@/lib/insight/today';
import type { Database } from './database';
import { joinedParams, type MeasurePage, measureRows } from './measure-pages';
import { pagesOf } from './paged';
import { eventsOf, readEvents } from './read-events';

/** Where `Common` stands in `meta`, as JSON. */
export const COMMON = 'insight';
/** Grows when what is counted of all changes. */
const COMMON_VERSION = 1;

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
    dayOf: (minutes) => dayNumber(today.dayAt(minutes * 60_000)),
  };
}

/** Figures of everybody in lists, in the order of their ids. */
export function readMeasures(db: Database, now: number, zone: string): Promise<Measures> {
  const moment = measureMoment(now, zone);
  return db.transaction('r', [db.events, db.measures, db.meta, db.settings], async () => {
    const events = await readEvents(db, zone);
    const params = joinedParams(await db.measures.toArray());
    return new Measures(events, params, await readCommon(db, moment.day), moment);
  });
}

/** Figures of some contacts, in the order of their ids; one that is in no list is left out. */
export function measuresOf(db: Database, ids: string[], now: number, zone: string): Promise<Measures> {
  const moment = measureMoment(now, zone);
  return db.transaction('r', [db.events, db.measures, db.meta, db.settings], async () => {
    const events = await eventsOf(db, ids, zone);
    const pages = events.ids.length > 0 ? await pagesOf<MeasurePage>(db, 'measures', events.ids) : [];
    const rows = new Map(
      pages.flatMap(({ page }) => (page ? measureRows(page) : [])).map((row) => [row.id, row]),
    );
    const own = events.ids.map((id) => rows.get(id));
    const params = {
      of: (at: number, name: Parameters<Measures['param']>[1]) => own[at]?.params[name] ?? 0,
      promises: (at: number) => own[at]?.promises ?? [],
    };
    return new Measures(events, params, await readCommon(db, moment.day), moment);
  });
}

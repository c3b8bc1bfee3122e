import { dayNumber } from '@/lib/crm/calendar';
import type { Events } from '@/lib/insight/events';
import type { MeasureMoment } from '@/lib/insight/measures';
import { Measures } from '@/lib/insight/measures';
import { type Common, nothingCommon } from '@/lib/insight/measures/common';
import { todayAt } from '@/lib/insight/today';
import type { Database } from './database';
import type { EventPage } from './event-pages';
import { heldPages, withPages } from './held-pages';
import { joinedParams, type MeasurePage, measureRows } from './measure-pages';
import { pageLog } from './page-log';
import { placesBefore } from './page-parts';
import { pagesOf } from './paged';
import { eventsOf, readEvents } from './read-events';
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
    dayOf: (minutes) => dayNumber(today.dayAt(minutes * 60_000)),
  };
}

/** Figures of everybody as they were counted last, and what they were counted from. */
interface Last {
  eventPages: readonly EventPage[];
  measurePages: readonly MeasurePage[];
  /** What is the same for all contacts: zone, day, currencies, and what is usual. */
  as: string;
  measures: Measures;
}

const last = new WeakMap<Database, Last>();

/**
 * Figures of everybody in lists, in the order of their ids. After a command those are counted anew whose pages it wrote; as long as
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
    const before = last.get(db);
    const isOf = before?.as === as;
    const places = isOf
      ? unchanged(before, { eventPages, measurePages, events, minutes: moment.minutes })
      : null;
    if (isOf && places === 'all') return before.measures;
    const common = isOf ? before.measures.common : await readCommon(db, moment.day);
    const measures = new Measures(events, joinedParams(measurePages), common, moment);
    if (isOf && places !== 'all' && places) measures.takeOver(before.measures, places);
    last.set(db, { eventPages, measurePages, as, measures });
    return measures;
  });
}

type Now = Pick<Last, 'eventPages' | 'measurePages'> & { events: Events; minutes: number };

/** By contact its place before; -1 where its figures may be others now. */
function unchanged(before: Last, { eventPages, measurePages, events, minutes }: Now): Int32Array | 'all' {
  const places = placesBefore(before.eventPages, eventPages, (page) => page.counts.length);
  const sameParams = placesBefore(before.measurePages, measurePages, (page) => page.promised.length);
  let isSame = before.eventPages === eventPages && before.measurePages === measurePages;
  const { minutes: then } = before.measures.moment;
  for (let at = 0; at < places.length; at += 1) {
    if (places[at]! < 0) continue;
    if (sameParams[at] !== places[at] || passed(events, at, then, minutes)) {
      places[at] = -1;
      isSame = false;
    }
  }
  return isSame ? 'all' : places;
}

/** Whether something that was planned has happened between two moments, in minutes. */
function passed({ at, offsets }: Events, place: number, then: number, now: number): boolean {
  const [from, to] = [Math.min(then, now), Math.max(then, now)];
  for (let n = offsets[place + 1]! - 1; n >= offsets[place]! && at[n]! > from; n -= 1)
    if (at[n]! <= to) return true;
  return false;
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

import { byTime, type Event } from '@/lib/insight/events';
import type { Database } from './database';
import { cut, pagesOf } from './paged';

/** A page as stored: the contacts of a page one behind the other, each with its events, the earliest first. */
export interface EventPage {
  from: string;
  /** Joined by line feeds. */
  ids: string;
  /** How many events each contact has. */
  counts: Int32Array;
  at: Int32Array;
  codes: Uint8Array;
  /** Places of events that have a value, the values, and for each the place of its unit in `units`. */
  valued: Int32Array;
  values: Float64Array;
  unitOf: Uint8Array;
  /** Joined by spaces. */
  units: string;
  /** Places of events that are of several contacts, and the names of these. */
  shared: Int32Array;
  orders: Int32Array;
}

/** One contact of a page. */
export interface EventRow {
  id: string;
  events: Event[];
}

/** What becomes of a contact's events: all of them, or some less and some more; null: it is in no list any more. */
export type EventChange = { all: Event[] } | { less: Event[]; more: Event[] } | null;

/** Events of a full page, and of one that is parted. */
const WEIGHT = { of: (row: EventRow) => row.events.length, full: 3000, most: 4500 };

/** Writes what became of events, by contact. Answers which pages were written or taken away. */
export async function writeEvents(db: Database, changes: Map<string, EventChange>): Promise<string[]> {
  if (changes.size === 0) return [];
  const written: EventPage[] = [];
  const emptied: string[] = [];
  for (const { from, page, ids } of await pagesOf<EventPage>(db, 'events', [...changes.keys()])) {
    const rows = new Map((page ? rowsOf(page) : []).map((row) => [row.id, row.events]));
    for (const id of ids) {
      const change = changes.get(id);
      if (change) rows.set(id, changed(rows.get(id) ?? [], change));
      else rows.delete(id);
    }
    if (rows.size === 0) emptied.push(from);
    else {
      const sorted = [...rows].map(([id, events]) => ({ id, events })).sort((a, b) => (a.id < b.id ? -1 : 1));
      written.push(...cut(from, sorted, WEIGHT).map((one) => pack(one.from, one.rows)));
    }
  }
  await db.events.bulkDelete(emptied);
  await db.events.bulkPut(written);
  return [...emptied, ...written.map(({ from }) => from)];
}

function changed(events: Event[], change: NonNullable<EventChange>): Event[] {
  if ('all' in change) return [...change.all].sort(byTime);
  const left = [...events];
  for (const one of change.less) {
    const at = left.findIndex((other) => byTime(one, other) === 0);
    if (at >= 0) left.splice(at, 1);
  }
  return [...left, ...change.more].sort(byTime);
}

function pack(from: string, rows: EventRow[]): EventPage {
  const events = rows.flatMap((row) => row.events);
  const places = events.flatMap((event, at) => (event.value === null ? [] : [at]));
  const valued = places.map((at) => events[at]!);
  const shared = events.flatMap(({ order }, at) => (order === 0 ? [] : [at]));
  const units = [...new Set(valued.map((event) => event.unit))];
  return {
    from,
    ids: rows.map((row) => row.id).join('\n'),
    counts: Int32Array.from(rows, (row) => row.events.length),
    at: Int32Array.from(events, (event) => event.at),
    codes: Uint8Array.from(events, (event) => event.code),
    valued: Int32Array.from(places),
    values: Float64Array.from(valued, (event) => event.value!),
    unitOf: Uint8Array.from(valued, (event) => units.indexOf(event.unit)),
    units: units.join(' '),
    shared: Int32Array.from(shared),
    orders: Int32Array.from(shared, (at) => events[at]!.order),
  };
}

/** The contacts of a page with their events. */
export function rowsOf(page: EventPage): EventRow[] {
  const units = page.units.split(' ');
  const valueAt = new Map([...page.valued].map((place, at) => [place, at]));
  const orderAt = new Map([...page.shared].map((place, at) => [place, page.orders[at]!]));
  let start = 0;
  return page.ids.split('\n').map((id, at) => {
    const events = Array.from({ length: page.counts[at]! }, (_, n): Event => {
      const place = start + n;
      const value = valueAt.get(place);
      return {
        at: page.at[place]!,
        code: page.codes[place]!,
        value: value === undefined ? null : page.values[value]!,
        unit: value === undefined ? '' : units[page.unitOf[value]!]!,
        order: orderAt.get(place) ?? 0,
      };
    });
    start += events.length;
    return { id, events };
  });
}

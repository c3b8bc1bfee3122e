import { minorRate } from '@/lib/crm/rates';
import type { Events } from '@/lib/insight/events';
import { localDays } from '@/lib/insight/local-days';
import type { Database } from './database';
import type { EventPage } from './event-pages';
import { heldPages, withPages } from './held-pages';
import { allIds, idsOf, ofPage, startsOf } from './page-parts';
import { pagesOf } from './paged';
import { settingsOf } from './settings';

/** What was joined last of pages that are the same since. */
const joinedLast = new WeakMap<readonly EventPage[], { as: string; events: Events }>();

/**
 * Events of everybody in lists, in the order of their ids. The same object as long as nothing in it changes.
 * @param zone IANA name: days are those on the user's wall
 */
export function readEvents(db: Database, zone: string): Promise<Events> {
  return db.transaction('r', ['settings', ...withPages('events')], async () => {
    const [exchange, pages] = [await settingsOf(db), await heldPages(db, 'events')];
    const as = JSON.stringify([zone, exchange.baseCurrency, exchange.rates]);
    const before = joinedLast.get(pages);
    if (before?.as === as) return before.events;
    const events = joinedEvents(pages, allIds(db, 'events', pages), exchange, zone);
    joinedLast.set(pages, { as, events });
    return events;
  });
}

/** Events of some contacts, in the order of their ids; one that is in no list is left out. */
export function eventsOf(db: Database, ids: string[], zone: string): Promise<Events> {
  return db.transaction('r', db.events, db.settings, async () => {
    const exchange = await settingsOf(db);
    const pages = ids.length > 0 ? await pagesOf<EventPage>(db, 'events', ids) : [];
    const wanted = new Set(ids);
    const found = pages.flatMap(({ page }) => (page ? [only(page, wanted)] : []));
    found.sort((a, b) => (a.from < b.from ? -1 : 1));
    return joinedEvents(found, found.flatMap(idsOf), exchange, zone);
  });
}

/** The page with these contacts alone. */
function only(page: EventPage, wanted: Set<string>): EventPage {
  const ids = page.ids.split('\n');
  const starts = startsOf(page.counts);
  const kept = ids.flatMap((id, at) => (wanted.has(id) ? [at] : []));
  const places = kept.flatMap((at) => Array.from({ length: page.counts[at]! }, (_, n) => starts[at]! + n));
  const now = new Map(places.map((place, at) => [place, at]));
  const values = [...page.valued.keys()].filter((at) => now.has(page.valued[at]!));
  const orders = [...page.shared.keys()].filter((at) => now.has(page.shared[at]!));
  return {
    from: page.from,
    ids: kept.map((at) => ids[at]).join('\n'),
    counts: Int32Array.from(kept, (at) => page.counts[at]!),
    at: Int32Array.from(places, (place) => page.at[place]!),
    codes: Uint8Array.from(places, (place) => page.codes[place]!),
    valued: Int32Array.from(values, (at) => now.get(page.valued[at]!)!),
    values: Float64Array.from(values, (at) => page.values[at]!),
    unitOf: Uint8Array.from(values, (at) => page.unitOf[at]!),
    units: page.units,
    shared: Int32Array.from(orders, (at) => now.get(page.shared[at]!)!),
    orders: Int32Array.from(orders, (at) => page.orders[at]!),
  };
}

/** Pages one behind the other, amounts in the base currency. */
function joinedEvents(
  pages: readonly EventPage[],
  ids: string[],
  exchange: { baseCurrency: string; rates?: Record<string, number> | undefined },
  zone: string,
): Events {
  const total = pages.reduce((sum, page) => sum + page.at.length, 0);
  const [at, days, codes] = [new Int32Array(total), new Int32Array(total), new Uint8Array(total)];
  const [values, orders] = [new Float64Array(total).fill(Number.NaN), new Int32Array(total)];
  const counts = new Int32Array(pages.reduce((sum, page) => sum + page.counts.length, 0));
  const rateOf = new Map<string, number>();
  let [start, person, withoutRate] = [0, 0, 0];
  const daysOf = pageDays(zone);
  for (const page of pages) {
    at.set(page.at, start);
    days.set(daysOf(page), start);
    codes.set(page.codes, start);
    counts.set(page.counts, person);
    const rates = page.units.split(' ').map((unit) => {
      if (!rateOf.has(unit)) rateOf.set(unit, unit === '' ? 1 : minorRate(unit, exchange));
      return rateOf.get(unit)!;
    });
    for (let n = 0; n < page.valued.length; n += 1) {
      const rate = rates[page.unitOf[n]!]!;
      if (Number.isNaN(rate)) withoutRate += 1;
      values[start + page.valued[n]!] = page.values[n]! * rate;
    }
    for (let n = 0; n < page.shared.length; n += 1) orders[start + page.shared[n]!] = page.orders[n]!;
    start += page.at.length;
    person += page.counts.length;
  }
  return {
    ids,
    offsets: startsOf(counts),
    at,
    days,
    codes,
    values,
    orders,
    withoutRate,
  };
}

/** Local days of the events of a page, by zone. */
const daysByZone = new Map<string, (page: EventPage) => Int32Array>();

function pageDays(zone: string): (page: EventPage) => Int32Array {
  const known = daysByZone.get(zone);
  if (known) return known;
  const made = ofPage(({ at }: EventPage) => localDays(at, zone));
  daysByZone.set(zone, made);
  return made;
}

import { minorRate } from '@/lib/crm/rates';
import type { Events } from '@/lib/insight/events';
import { localDays } from '@/lib/insight/local-days';
import type { Database } from './database';
import type { EventPage } from './event-pages';
import { barePages, withIds, withPages } from './held-pages';
import type { Bare } from './page-images';
import { pageLog } from './page-log';
import { allIds, idsOf, ofPage, startsOf } from './page-parts';
import { pagesOf } from './paged';
import { settingsOf } from './settings';

/** What was joined last of pages that are the same since. */
const joinedLast = new WeakMap<Database, Joined>();

interface Joined {
  pages: readonly Page[];
  as: string;
  events: Happened;
}

type Page = Bare<EventPage>;

/** Events of everybody by place, whoever stands there. */
export type Happened = Omit<Events, 'ids'>;

/**
 * Events of everybody in lists, in the order of their ids. The same object as long as nothing in it changes.
 * @param zone IANA name: days are those on the user's wall
 */
export function readEvents(db: Database, zone: string): Promise<Events> {
  return db.transaction('r', ['settings', ...withPages('events')], async () => {
    const { pages, events } = await readHappened(db, zone);
    if ('ids' in events) return events as Events;
    const named = await withIds(db, 'events', pages, await pageLog(db));
    // The object that somebody may hold already bears ids from now on.
    return Object.assign(events, { ids: allIds(db, 'events', named) });
  });
}

/** The same object before anybody is named in it, and the pages that it is of; inside a transaction over the same tables. */
export async function readHappened(
  db: Database,
  zone: string,
): Promise<Readonly<Pick<Joined, 'pages' | 'events'>>> {
  const [exchange, pages] = [await settingsOf(db), await barePages(db, 'events')];
  const as = JSON.stringify([zone, exchange.baseCurrency, exchange.rates]);
  const known = joinedLast.get(db);
  const before = known?.as === as ? known : null;
  if (before?.pages === pages) return before;
  const now = { pages, as, events: joinedEvents(pages, { exchange, zone, before }) };
  joinedLast.set(db, now);
  return now;
}

/** Events of some contacts, in the order of their ids; one that is in no list is left out. */
export function eventsOf(db: Database, ids: string[], zone: string): Promise<Events> {
  return db.transaction('r', db.events, db.settings, async () => {
    const exchange = await settingsOf(db);
    const pages = ids.length > 0 ? await pagesOf<EventPage>(db, 'events', ids) : [];
    const wanted = new Set(ids);
    const found = pages.flatMap(({ page }) => (page ? [only(page, wanted)] : []));
    found.sort((a, b) => (a.from < b.from ? -1 : 1));
    return { ids: found.flatMap(idsOf), ...joinedEvents(found, { exchange, zone, before: null }) };
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

type Exchange = { baseCurrency: string; rates?: Record<string, number> | undefined };

/**
 * Pages one behind the other, amounts in the base currency.
 * @param before what was joined with the same rates in the same zone: pages that begin or end both are copied at once
 */
function joinedEvents(
  pages: readonly Page[],
  { exchange, zone, before }: { exchange: Exchange; zone: string; before: Joined | null },
): Happened {
  const total = pages.reduce((sum, page) => sum + page.at.length, 0);
  const people = pages.reduce((sum, page) => sum + page.counts.length, 0);
  const [at, days, codes] = [new Int32Array(total), new Int32Array(total), new Uint8Array(total)];
  const [values, orders] = [new Float64Array(total), new Int32Array(total)];
  const counts = new Int32Array(people);
  const { head, tail } = sameEnds(before?.pages ?? [], pages);
  const rateOf = rateReader(exchange);
  const daysOf = pageDays(zone);
  let [start, person] = [0, 0];
  const end = pages.length - tail;
  for (const [n, page] of pages.entries()) {
    if (n === head) values.fill(Number.NaN, start, start + sizeOf(pages.slice(head, end)));
    counts.set(page.counts, person);
    person += page.counts.length;
    if (n >= head && n < end) {
      at.set(page.at, start);
      days.set(daysOf(page), start);
      codes.set(page.codes, start);
      for (let one = 0; one < page.valued.length; one += 1)
        values[start + page.valued[one]!] = page.values[one]! * rateOf(page)[page.unitOf[one]!]!;
      for (let one = 0; one < page.shared.length; one += 1)
        orders[start + page.shared[one]!] = page.orders[one]!;
    }
    start += page.at.length;
  }
  let withoutRate = 0;
  if (before) {
    const { events } = before;
    const size = sizeOf(pages.slice(0, head));
    const last = sizeOf(pages.slice(end));
    for (const [all, known] of [
      [at, events.at],
      [days, events.days],
      [codes, events.codes],
      [values, events.values],
      [orders, events.orders],
    ] as const) {
      all.set(known.subarray(0, size));
      all.set(known.subarray(known.length - last), total - last);
    }
    const gone = before.pages.slice(head, before.pages.length - tail);
    withoutRate = events.withoutRate - unrated(gone, rateOf);
  }
  withoutRate += unrated(pages.slice(head, end), rateOf);
  return { offsets: startsOf(counts), at, days, codes, values, orders, withoutRate };
}

const sizeOf = (pages: readonly Page[]) => pages.reduce((sum, page) => sum + page.at.length, 0);

/** How many pages are the same at the beginning, and behind those at the end. */
function sameEnds(before: readonly Page[], now: readonly Page[]): { head: number; tail: number } {
  const most = Math.min(before.length, now.length);
  let [head, tail] = [0, 0];
  while (head < most && before[head] === now[head]) head += 1;
  while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { head, tail };
}

/** Reads the rates of the units of a page; NaN for one that has none. */
function rateReader(exchange: Exchange): (page: Page) => number[] {
  const known = new Map<string, number[]>();
  return ({ units }) => {
    const rates =
      known.get(units) ?? units.split(' ').map((unit) => (unit === '' ? 1 : minorRate(unit, exchange)));
    known.set(units, rates);
    return rates;
  };
}

/** Amounts that have no rate. */
function unrated(pages: readonly Page[], rateOf: (page: Page) => number[]): number {
  let count = 0;
  for (const page of pages) for (const unit of page.unitOf) if (Number.isNaN(rateOf(page)[unit])) count += 1;
  return count;
}

/** Local days of the events of a page, by zone. */
const daysByZone = new Map<string, (page: Page) => Int32Array>();

function pageDays(zone: string): (page: Page) => Int32Array {
  const known = daysByZone.get(zone);
  if (known) return known;
  const made = ofPage(({ at }: Page) => localDays(at, zone));
  daysByZone.set(zone, made);
  return made;
}

import type { Events } from '@/lib/insight/events';
import type { Database } from './database';
import type { EventPage } from './event-pages';
import { barePages, withIds, withPages } from './held-pages';
import { type Joined, joinAgain, joinPages } from './joined-events';
import { pageLog } from './page-log';
import { allIds, idsOf, startsOf } from './page-parts';
import { pagesOf } from './paged';
import { reading } from './reading';
import { settingsOf } from './settings';

/** What was joined last of pages that are the same since. */
const joinedLast = new WeakMap<Database, { as: string; joined: Joined }>();

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
  const before = known?.as === as ? known.joined : null;
  if (before?.pages === pages) return before;
  const joined = before ? joinAgain(before, pages) : joinPages(pages, { exchange, zone });
  joinedLast.set(db, { as, joined });
  return joined;
}

/** Events of some contacts, in the order of their ids; one that is in no list is left out. */
export async function eventsOf(db: Database, ids: string[], zone: string): Promise<Events> {
  return reading(db, ['events', 'settings'], async () => {
    const exchange = await settingsOf(db);
    const pages = ids.length > 0 ? await pagesOf<EventPage>(db, 'events', ids) : [];
    const wanted = new Set(ids);
    const found = pages.flatMap(({ page }) => (page ? [only(page, wanted)] : []));
    found.sort((a, b) => (a.from < b.from ? -1 : 1));
    return { ids: found.flatMap(idsOf), ...joinPages(found, { exchange, zone }).events };
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

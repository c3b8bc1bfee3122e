import { minorRate } from '@/lib/crm/rates';
import type { Events } from '@/lib/insight/events';
import { localDays } from '@/lib/insight/local-days';
import type { EventPage } from './event-pages';
import type { Bare } from './page-images';
import { ofPage, startsOf } from './page-parts';

/** A page of events of which nobody need be named. */
export type Page = Bare<EventPage>;

/** Events of everybody by place, whoever stands there. */
export type Happened = Omit<Events, 'ids'>;

/** What is the same for all events: the currency that amounts are brought to with its rates, and whose wall days are told by. */
export interface JoinedBy {
  exchange: { baseCurrency: string; rates?: Record<string, number> | undefined };
  /** IANA name. */
  zone: string;
}

/** Pages one behind the other. */
export interface Joined extends JoinedBy {
  pages: readonly Page[];
  events: Happened;
  /** The lists with the room behind them. */
  room: Lists;
}

/** The lists that have a row for each event. */
type Lists = Pick<Events, 'at' | 'days' | 'codes' | 'values' | 'orders'>;

const NAMES = ['at', 'days', 'codes', 'values', 'orders'] as const;

/** So many events more than there are have room, in parts of these and at the least: as many commands need no new lists. */
const ROOM = { part: 64, least: 256 };

/** Pages one behind the other, days by the wall and amounts in the base currency. */
export function joinPages(pages: readonly Page[], by: JoinedBy): Joined {
  const total = sizeOf(pages);
  const most = total + Math.max(ROOM.least, Math.floor(total / ROOM.part));
  const room = {
    at: new Int32Array(most),
    days: new Int32Array(most),
    codes: new Uint8Array(most),
    values: new Float64Array(most),
    orders: new Int32Array(most),
  };
  write(room, 0, pages, by);
  return joined(pages, by, room, { offsets: offsetsOf(pages), withoutRate: unrated(pages, by) });
}

/**
 * The same of other pages, by the lists that were joined before: where pages begin or end both, they stay or move by some places, for to
 * make new lists of half a million events takes longer than all that a command changes. Whoever still holds what was joined before has its
 * lists made anew when they are read, but a list that was taken off it before is another's now: it is good until something is waited for.
 * @param before joined by the same
 */
export function joinAgain(before: Joined, pages: readonly Page[]): Joined {
  const { head, tail } = sameEnds(before.pages, pages);
  const total = sizeOf(pages);
  const { room } = before;
  if (total > room.at.length || head + tail === 0) return joinPages(pages, before);
  const [gone, come] = [middleOf(before.pages, head, tail), middleOf(pages, head, tail)];
  const start = sizeOf(pages.slice(0, head));
  const [from, to] = [start + sizeOf(gone), start + sizeOf(come)];
  const known = before.events.withoutRate;
  const past = before.events.offsets;
  release(before.events, () => joinPages(before.pages, before).events);
  for (const name of NAMES) room[name].copyWithin(to, from, sizeOf(before.pages));
  write(room, start, come, before);
  const offsets = offsetsAgain(past, { head: pages.slice(0, head), come, gone, by: to - from });
  const withoutRate = known - unrated(gone, before) + unrated(come, before);
  return joined(pages, before, room, { offsets, withoutRate });
}

function joined(
  pages: readonly Page[],
  { exchange, zone }: JoinedBy,
  room: Lists,
  rest: Pick<Happened, 'offsets' | 'withoutRate'>,
): Joined {
  const total = sizeOf(pages);
  const lists = {
    at: room.at.subarray(0, total),
    days: room.days.subarray(0, total),
    codes: room.codes.subarray(0, total),
    values: room.values.subarray(0, total),
    orders: room.orders.subarray(0, total),
  };
  return { pages, exchange, zone, room, events: { ...rest, ...lists } };
}

/** From now on the lists are made when they are read. */
function release(events: Happened, again: () => Happened): void {
  let own: Happened | undefined;
  for (const name of NAMES)
    Object.defineProperty(events, name, {
      enumerable: true,
      get: () => {
        own ??= again();
        return own[name];
      },
    });
}

/** Writes pages into lists from a place on. */
function write(lists: Lists, from: number, pages: readonly Page[], { exchange, zone }: JoinedBy): void {
  const rateOf = rateReader(exchange);
  const daysOf = pageDays(zone);
  let start = from;
  for (const page of pages) {
    const end = start + page.at.length;
    lists.at.set(page.at, start);
    lists.days.set(daysOf(page), start);
    lists.codes.set(page.codes, start);
    lists.values.fill(Number.NaN, start, end);
    lists.orders.fill(0, start, end);
    const rates = rateOf(page);
    for (let one = 0; one < page.valued.length; one += 1)
      lists.values[start + page.valued[one]!] = page.values[one]! * rates[page.unitOf[one]!]!;
    for (let one = 0; one < page.shared.length; one += 1)
      lists.orders[start + page.shared[one]!] = page.orders[one]!;
    start = end;
  }
}

const sizeOf = (pages: readonly Page[]) => pages.reduce((sum, page) => sum + page.at.length, 0);

const peopleOf = (pages: readonly Page[]) => pages.reduce((sum, page) => sum + page.counts.length, 0);

const middleOf = (pages: readonly Page[], head: number, tail: number) =>
  pages.slice(head, pages.length - tail);

function offsetsOf(pages: readonly Page[]): Int32Array {
  const counts = new Int32Array(peopleOf(pages));
  let person = 0;
  for (const page of pages) {
    counts.set(page.counts, person);
    person += page.counts.length;
  }
  return startsOf(counts);
}

/** Where events of each contact begin, by where they began: those behind the pages that came all moved by as many. */
function offsetsAgain(
  past: Int32Array,
  { head, come, gone, by }: Record<'head' | 'come' | 'gone', readonly Page[]> & { by: number },
): Int32Array {
  const before = peopleOf(head);
  const [from, to] = [before + peopleOf(gone), before + peopleOf(come)];
  const offsets = new Int32Array(past.length - from + to);
  offsets.set(past.subarray(0, before));
  const own = offsetsOf(come);
  for (let at = 0; at < own.length - 1; at += 1) offsets[before + at] = past[before]! + own[at]!;
  for (let at = from; at < past.length; at += 1) offsets[at - from + to] = past[at]! + by;
  return offsets;
}

/** How many pages are the same at the beginning, and behind those at the end. */
function sameEnds(before: readonly Page[], now: readonly Page[]): { head: number; tail: number } {
  const most = Math.min(before.length, now.length);
  let [head, tail] = [0, 0];
  while (head < most && before[head] === now[head]) head += 1;
  while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { head, tail };
}

/** Reads the rates of the units of a page; NaN for one that has none. */
function rateReader(exchange: JoinedBy['exchange']): (page: Page) => number[] {
  const known = new Map<string, number[]>();
  return ({ units }) => {
    const rates =
      known.get(units) ?? units.split(' ').map((unit) => (unit === '' ? 1 : minorRate(unit, exchange)));
    known.set(units, rates);
    return rates;
  };
}

/** Amounts that have no rate. */
function unrated(pages: readonly Page[], { exchange }: JoinedBy): number {
  const rateOf = rateReader(exchange);
  let count = 0;
  for (const page of pages) {
    const rates = rateOf(page);
    for (const unit of page.unitOf) if (Number.isNaN(rates[unit])) count += 1;
  }
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

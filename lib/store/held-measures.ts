import type { Event, Events } from '@/lib/insight/events';
import { type EventPage, rowsOf } from './event-pages';
import { type JoinedParams, type MeasurePage, sameParams } from './measure-pages';
import { placeIn, placesBefore } from './page-parts';

/** What figures of everybody were counted from. */
export interface Counted {
  eventPages: readonly EventPage[];
  measurePages: readonly MeasurePage[];
  events: Events;
  stored: JoinedParams;
  /** Moment since 1970 up to which things have happened. */
  minutes: number;
}

/** Whether figures that were counted stand: no page was written, and nothing that was planned has happened since. */
export function isStill(
  before: Counted,
  now: Pick<Counted, 'eventPages' | 'measurePages' | 'minutes'>,
): boolean {
  if (before.eventPages !== now.eventPages || before.measurePages !== now.measurePages) return false;
  if (before.minutes === now.minutes) return true;
  const { ids } = before.events;
  for (let at = 0; at < ids.length; at += 1)
    if (passed(before.events, at, before.minutes, now.minutes)) return false;
  return true;
}

/** By contact its place before; -1 for one of whom something changed. In pages that were written contacts are compared one by one. */
export function unchangedPlaces(before: Counted, now: Counted): Int32Array {
  const places = placesBefore(before.eventPages, now.eventPages, (page) => page.counts.length);
  const params = placesBefore(before.measurePages, now.measurePages, (page) => page.promised.length);
  const isSame = comparedPages(before.eventPages, now.eventPages);
  const { ids } = now.events;
  for (let at = 0; at < places.length; at += 1) {
    if (places[at]! >= 0 && params[at] === places[at]) continue;
    const place = placeIn(before.events.ids, ids[at]!);
    const stays = place >= 0 && (places[at]! >= 0 || isSame(ids[at]!));
    places[at] = stays && sameParams(before.stored, place, now.stored, at) ? place : -1;
  }
  if (before.minutes === now.minutes) return places;
  for (let at = 0; at < places.length; at += 1)
    if (places[at]! >= 0 && passed(now.events, at, before.minutes, now.minutes)) places[at] = -1;
  return places;
}

/** Says of the contacts of pages that were written whether their events are those of before. */
function comparedPages(
  before: readonly EventPage[],
  now: readonly EventPage[],
): (contactId: string) => boolean {
  const eventsIn = (pages: readonly EventPage[], others: readonly EventPage[]) => {
    const known = new Set(others);
    const rows = pages.filter((page) => !known.has(page)).flatMap(rowsOf);
    return new Map(rows.map(({ id, events }) => [id, events]));
  };
  const [gone, come] = [eventsIn(before, now), eventsIn(now, before)];
  return (contactId) => {
    const [was, is] = [gone.get(contactId), come.get(contactId)];
    return !!was && !!is && was.length === is.length && was.every((one, n) => sameEvent(one, is[n]!));
  };
}

const sameEvent = (one: Event, other: Event): boolean =>
  one.at === other.at &&
  one.code === other.code &&
  one.value === other.value &&
  one.unit === other.unit &&
  one.order === other.order;

/** Whether something that was planned has happened between two moments, in minutes. */
function passed({ at, offsets }: Events, place: number, then: number, now: number): boolean {
  const [from, to] = then < now ? [then, now] : [now, then];
  const start = offsets[place]!;
  for (let n = offsets[place + 1]! - 1; n >= start && at[n]! > from; n -= 1) if (at[n]! <= to) return true;
  return false;
}

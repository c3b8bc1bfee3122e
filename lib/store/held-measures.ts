import type { Events } from '@/lib/insight/events';
import type { EventPage } from './event-pages';
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
  for (let at = 0; at < places.length; at += 1) {
    const isWritten = places[at]! < 0 || params[at] !== places[at];
    if (isWritten) places[at] = placeOfSame(before, now, at);
    if (places[at]! >= 0 && passed(now.events, at, before.minutes, now.minutes)) places[at] = -1;
  }
  return places;
}

function placeOfSame(before: Counted, now: Counted, at: number): number {
  const place = placeIn(before.events.ids, now.events.ids[at]!);
  if (place < 0 || !sameEvents(before.events, place, now.events, at)) return -1;
  return sameParams(before.stored, place, now.stored, at) ? place : -1;
}

function sameEvents(one: Events, at: number, other: Events, place: number): boolean {
  const [from, start] = [one.offsets[at]!, other.offsets[place]!];
  const count = one.offsets[at + 1]! - from;
  if (other.offsets[place + 1]! - start !== count) return false;
  for (let n = 0; n < count; n += 1) {
    if (one.at[from + n] !== other.at[start + n] || one.codes[from + n] !== other.codes[start + n])
      return false;
    if (!Object.is(one.values[from + n], other.values[start + n])) return false;
    if (one.orders[from + n] !== other.orders[start + n]) return false;
  }
  return true;
}

/** Whether something that was planned has happened between two moments, in minutes. */
function passed({ at, offsets }: Events, place: number, then: number, now: number): boolean {
  const [from, to] = then < now ? [then, now] : [now, then];
  const start = offsets[place]!;
  for (let n = offsets[place + 1]! - 1; n >= start && at[n]! > from; n -= 1) if (at[n]! <= to) return true;
  return false;
}

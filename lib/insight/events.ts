import type { Activity, ActivityType } from '@/lib/crm/activities';
import { exchangeOf } from './figures';

/**
 * An activity as figures and segments read it, for one contact: when, of which kind, which way, and a number where it has one. Packed,
 * half a million of them are read in the time of a few hundred rows.
 */
export interface Event {
  /** Minutes since 1970, UTC. */
  at: number;
  /** Kind, direction, and whether it is an exchange with this contact: one byte. */
  code: number;
  /** An amount in minor units of `unit`, or a bare number where that is ''; null: it has none. */
  value: number | null;
  /** Code of a currency. */
  unit: string;
  /** Names an order of several contacts, which each of them has; 0: it is of nobody else. */
  order: number;
}

/** Numbers of the kinds: they are stored, so that they never change. At most 31. */
export const EVENT_KINDS: Record<ActivityType, number> = {
  mail: 1,
  call: 2,
  meeting: 3,
  message: 4,
  purchase: 5,
  promise: 6,
  visit: 7,
  note: 8,
  survey: 9,
  case: 10,
  mood: 11,
  gift: 12,
};

const [IN, OUT] = [1, 2];
const EXCHANGE = 128;

/** Number of the kind in a code: one of `EVENT_KINDS`. */
export const kindOf = (code: number): number => code & 31;
/** Direction that the activity bears: 0 none, 1 in, 2 out. */
export const directionOf = (code: number): number => (code >> 5) & 3;
/** Whether it is an exchange with the contact: no mail in copy, none that a machine wrote. */
export const isExchange = (code: number): boolean => code >= EXCHANGE;

/** Which way an exchange went: 1 in, 2 out, 3 both at once; 0 where it is none. */
export function wayOf(code: number): 0 | 1 | 2 | 3 {
  if (code < EXCHANGE) return 0;
  const kind = kindOf(code);
  if (kind === EVENT_KINDS.mail || kind === EVENT_KINDS.message) return directionOf(code) as 1 | 2;
  return 3;
}

/** Whether it is noted that the contact began it: a mail or message of theirs, a call that came in. */
export const cameIn = (code: number): boolean => isExchange(code) && directionOf(code) === IN;

const MINUTE = 60_000;
const MOST_MINUTES = 2 ** 31 - 1;

/** Minutes since 1970 of a moment, as a number that 32 bits hold. */
export function minutesOf(moment: number): number {
  return Math.max(-MOST_MINUTES, Math.min(MOST_MINUTES, Math.floor(moment / MINUTE)));
}

/** The activity as an event. @param contactIds the contact and those merged into it */
export function eventOf(activity: Activity, contactIds: readonly string[]): Event {
  const direction = activity.direction === 'in' ? IN : activity.direction === 'out' ? OUT : 0;
  const exchange = exchangeOf(activity, contactIds) === null ? 0 : EXCHANGE;
  return {
    at: minutesOf(activity.at),
    code: EVENT_KINDS[activity.type] | (direction << 5) | exchange,
    value: activity.amount?.minor ?? activity.value ?? null,
    unit: activity.amount?.currency ?? '',
    order: orderOf(activity),
  };
}

/** A name of 32 bits, of an id that is chance at its end: of two orders of one day they are hardly ever the same. */
function orderOf({ id, type, participants }: Activity): number {
  if (type !== 'purchase' || new Set(participants.map((one) => one.contactId)).size < 2) return 0;
  return Number.parseInt(id.slice(-8), 16) | 0 || 1;
}

/** One order for equal sets of events. */
export function byTime(a: Event, b: Event): number {
  const unit = a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0;
  return a.at - b.at || a.code - b.code || unit || (a.value ?? -1) - (b.value ?? -1) || a.order - b.order;
}

/**
 * Events of many contacts: those of the contact at place i stand from `offsets[i]` up to `offsets[i + 1]`, the earliest first. A list that is
 * taken off is good until something is waited for: what holds more is joined from it.
 */
export interface Events {
  ids: string[];
  offsets: Int32Array;
  /** Minutes since 1970, UTC. */
  at: Int32Array;
  /** The day on the user's wall, as a number (see `dayNumber`). */
  days: Int32Array;
  codes: Uint8Array;
  /** In minor units of the base currency; a bare number for one without currency; NaN where there is none, or no rate. */
  values: Float64Array;
  /** See `Event.order`. */
  orders: Int32Array;
  /** So many amounts were left out, for their currency has no rate. */
  withoutRate: number;
}

/** The number that the latest event of a kind bears, up to a day (its number); null where there is none. */
export function lastValue(events: Events, place: number, kind: ActivityType, today: number): number | null {
  const [from, to] = [events.offsets[place] ?? 0, events.offsets[place + 1] ?? 0];
  for (let at = to - 1; at >= from; at -= 1) {
    if (events.days[at]! > today || kindOf(events.codes[at]!) !== EVENT_KINDS[kind]) continue;
    const value = events.values[at]!;
    return Number.isNaN(value) ? null : value;
  }
  return null;
}

import type { Input } from '@/lib/api/client';
import { type Vocabulary, vocabulary } from '@/lib/i18n';

const LOG_TYPES = {
  sales: ['call', 'meeting', 'message', 'purchase', 'promise', 'visit', 'mail', 'gift', 'mood'],
  support: ['message', 'call', 'promise', 'meeting', 'visit', 'purchase', 'mail', 'gift', 'mood'],
  people: ['meeting', 'call', 'message', 'visit', 'promise', 'mail', 'gift', 'mood'],
} as const satisfies Record<Vocabulary, readonly string[]>;
export type LogType = (typeof LOG_TYPES)[Vocabulary][number];

/**
 * What is logged by hand, by what the product is for, the most usual first. A mail that is open is logged with one click; a
 * note has its own box. Friends are sold nothing.
 */
export function logTypes(): readonly LogType[] {
  return LOG_TYPES[vocabulary.value];
}

/** What was typed about an activity, as text. */
export interface LogText {
  about: string;
  day: string;
  minutes: string;
  channel: string;
  direction: 'in' | 'out';
  amount: string;
  currency: string;
  warranty: string;
  by: 'me' | 'them';
  mood: string;
}

export type ActivityInput = Input<'activities.log'>['activity'];

/** `YYYY-MM-DD` of a moment, in local time. */
export function dayOfMoment(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** The moment of an activity: now for today, else noon of the chosen day, exact to the day. */
export function momentOf(day: string, now: number): Pick<ActivityInput, 'at' | 'precision'> {
  if (day === '' || day === dayOfMoment(now)) return { at: now, precision: 'minute' };
  return { at: new Date(`${day}T12:00`).getTime(), precision: 'day' };
}

import type { Day } from '@/lib/crm/calendar';

/**
 * What is known of one contact at a glance: derived from the stored rows, kept on this device, rebuilt at will.
 * Moments are epoch ms. A figure that does not exist is absent, so that an index over it holds only those that do.
 */
export interface Figures {
  contactId: string;
  /** Activities of every kind, notes too. */
  activities: number;
  /** First and last real contact: mail, message, call, meeting, visit. 0 when there was none. */
  firstAt?: number;
  lastAt: number;
  lastId?: string;
  lastInAt?: number;
  lastInId?: string;
  lastOutAt?: number;
  lastOutId?: string;
  /** The first incoming mail or message that nothing has answered yet. */
  waitingSince?: number;
  waitingId?: string;
  /** The last outgoing mail or message that nothing has answered yet. */
  waitingFor?: number;
  waitingForId?: string;
  /** Earliest due day of an open task or promise. */
  dueOn?: Day;
  /** When the cadence wants the next contact. */
  cadenceAt?: number;
  /** Next day on which one of the contact's dates falls. */
  dateOn?: Day;
  /** 1 when something is open: a task, a promise, an unanswered mail. */
  open: 0 | 1;
  /** Sorts by what comes next: the earliest of due, cadence, date and waiting; far away when there is nothing. */
  nextAt: number;
  /** `[received, sent]` by week number (`weekOf`); calls, meetings and visits count to both. */
  weeks: Record<number, [number, number]>;
  /** Clock of the last change that touched the contact or a row about it. */
  revision: string;
}

/** `nextAt` of a contact with nothing ahead: the last moment that a Date can hold. */
export const NOTHING_AHEAD = 8_640_000_000_000_000;

const MILLISECONDS_A_DAY = 86_400_000;

/** Number of the week, Monday first, in UTC; week 0 is that of 1970-01-01. Monday of week `w` is day `7 * w - 3`. */
export function weekOf(at: number): number {
  return Math.floor((Math.floor(at / MILLISECONDS_A_DAY) + 3) / 7);
}

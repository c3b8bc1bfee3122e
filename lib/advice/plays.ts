import type { Purpose } from '@/lib/crm/settings';
import type { Rank } from './ranking';

/** What of the rules depends on what the product is for. */
export interface Plays {
  /** Classes of duty, most pressing first. Each class stands once. */
  order: readonly Rank[];
  /** A mail or message that came in is a duty after so many days without an answer; 0: at once. */
  answerAfterDays: number;
  /** A mail or message sent is waited for after so many days. */
  waitingAfterDays: number;
  /** Days ahead at which a birthday or other date is shown. */
  dateLeadDays: number;
}

export const PLAYS: Readonly<Record<Purpose, Plays>> = {
  /** What was promised comes first, then who waits. */
  sales: {
    order: [
      'late-promise',
      'late-task',
      'unanswered',
      'today',
      'cadence',
      'date-near',
      'date',
      'waiting',
      'ahead',
      'first',
    ],
    answerAfterDays: 0,
    waitingAfterDays: 3,
    dateLeadDays: 14,
  },
  /** Who waits for an answer comes before all else; a customer who is asked something is reminded sooner. */
  support: {
    order: [
      'unanswered',
      'late-promise',
      'late-task',
      'today',
      'waiting',
      'cadence',
      'date-near',
      'date',
      'ahead',
      'first',
    ],
    answerAfterDays: 0,
    waitingAfterDays: 2,
    dateLeadDays: 7,
  },
  /** The days that count, then who was not heard of for too long. A friend's mail is no case: it may rest a week. */
  people: {
    order: [
      'date-near',
      'cadence',
      'late-promise',
      'late-task',
      'today',
      'date',
      'unanswered',
      'waiting',
      'ahead',
      'first',
    ],
    answerAfterDays: 7,
    waitingAfterDays: 14,
    dateLeadDays: 30,
  },
};

/** A date within so many days is near: time to buy the present or to write the card. */
export const DATE_NEAR_DAYS = 7;

/** Results about care. Types only, free of zod, JSON-safe. */
import type { ActivityType } from '@/lib/crm/activities';
import type { Due } from '@/lib/crm/calendar';
import type { Money } from '@/lib/crm/row';
import type { Festival } from '@/lib/insight/festivals';
import type { DateView } from './views';

type Who = { id: string; name: string };

/** Something that stands on a day of the calendar; `day` is `YYYY-MM-DD`. */
export type CalendarEntry = { day: string } & (
  | {
      kind: 'date';
      who: Who;
      date: Pick<DateView, 'kind' | 'label'>;
      age: number | null;
      lunar: string | null;
    }
  | { kind: 'task'; id: string; title: string; who: Who | null }
  | { kind: 'cadence'; who: Who }
  | { kind: 'deal'; id: string; title: string; who: Who | null }
  | { kind: 'festival'; festival: Festival }
);

/** What stands on some days. */
export interface CalendarView {
  /** By day. */
  entries: CalendarEntry[];
  /** Dates and rhythms that are left out, by day. */
  more: Record<string, number>;
}

/** What to know of somebody before writing to them. */
export interface Reminder {
  /** Who stands for the one that was asked for, where that one was merged. */
  contact: Who;
  doNotContact: boolean;
  /** Whole years today; null where the year of birth is not known. */
  age: number | null;
  lastTalk: { at: number; type: ActivityType; subject: string } | null;
  lastGift: { at: number; what: string; amount: Money | null } | null;
  likes: string[];
  avoids: string[];
  /** Greetings that were used for them. */
  greeted: string[];
}

/** A sentence that seems to be a promise; nothing is one before the user says so. */
export interface PromiseProposal {
  quote: string;
  by: 'me' | 'them';
  /** What is to be done, without who and when. */
  what: string;
  due: Due | null;
}

/** One that stands in an activity. */
export interface FoundPromiseView extends PromiseProposal {
  activityId: string;
}

/** How the user stands by their word with a contact. */
export interface TrustView {
  /** Of both sides, the last first. `days`: how late. */
  promises: {
    id: string;
    by: 'me' | 'them';
    what: string;
    at: number;
    due: string | null;
    doneAt: number | null;
    days: number;
    state: 'kept' | 'late' | 'open' | 'overdue';
    /** It counts as kept though it was late. */
    counts: boolean;
    /** The day before another was agreed. */
    was: string | null;
  }[];
  /** The user's own: kept in time, or counted so. */
  kept: number;
  /** Of those, that count as kept though they were late. */
  counted: number;
  late: number;
  overdue: number;
  /** Theirs that were kept in time, of those that are not open any more or late. */
  theirs: { kept: number; n: number };
  /** Median hours until the user answers, of so many answers; null while there are too few. */
  reply: { hours: number; n: number } | null;
  /** Hours of the day in which the contact writes most: `n` of `of` messages. */
  writes: { from: number; to: number; n: number; of: number } | null;
  /** Day of the week on which they do, 0 for Sunday. Each is null while too little was written, or nothing stands out. */
  writesOn: { weekday: number; n: number; of: number } | null;
}

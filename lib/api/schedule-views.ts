/** What views are shown of schedules. Types only, free of zod, JSON-safe. */
import type { Quota, Schedule } from '@/lib/crm/schedules';
import type { Difference } from '@/lib/insight/comparing/differences';
import type { Interval } from './survey-views';

/** Why somebody cannot be asked by a schedule, whenever it is. */
export type Barred = 'personal' | 'doNotContact' | 'refused' | 'notAgreed' | 'noAddress';

/** Why somebody is not asked today: cannot be at all, their turn is over or to come, they were asked lately, their group answered enough. */
export type NotToday = Barred | 'noTurn' | 'later' | 'asked' | 'enough';

/** A quota with how many answers of its group the wave has; `gone` where its tag or segment is. */
export interface Filled {
  quota: Quota;
  answered: number;
  gone: boolean;
}

export interface ScheduleRow {
  id: string;
  schedule: Schedule;
  /** Of the tag or segment that is asked, or of those with a quota, by id. */
  names: Record<string, string>;
}

export interface Asking {
  contactId: string;
  name: string;
  /** First mail address, or telephone number where they are called; null: it was taken away since. */
  address: string | null;
}

export interface SchedulePreview {
  today: string;
  /** Whom the audience holds; whether its tag or segment does not exist any more. */
  count: number;
  gone: boolean;
  /** How far lists are that are being made anew: until they are whole, some people are missing. Null: they are whole. */
  filling: { done: number; of: number } | null;
  /** The wave of today, from 1, with its first and last day; null outside the schedule's time. */
  wave: { number: number; from: string; until: string | null } | null;
  ask: Asking[];
  /** Held out of today's list by the draw. */
  held: number;
  /** Their turn has come, and the day is full. */
  waiting: number;
  /** Who is not asked today and why, of each at most four by name. `day` is when they were asked, or will be. */
  left: { why: NotToday; count: number; names: { name: string; day: string | null }[] }[];
  quotas: Filled[];
  /** How many would be asked on each of the coming days, today first. */
  days: { day: string; count: number }[];
  /** Asked by this schedule and not answered yet, each once, the last first; `channel` is how they were asked. */
  open: (Asking & { token: string; at: number; channel: 'mail' | 'phone' | 'link' })[];
}

/** Whether asking itself changes what people do. */
export interface HoldoutView {
  /** Days within which somebody comes back. */
  days: number;
  /** Needed of each. */
  needs: number;
  asked: { n: number; back: Interval | null };
  held: { n: number; back: Interval | null };
  /** Asked or held out less than so many days ago. */
  early: number;
  /** Null where either are too few. */
  difference: Difference | null;
}

/** What is to be asked today, by survey and schedule. */
export interface AskToday {
  surveyId: string;
  scheduleId: string;
  survey: string;
  count: number;
}

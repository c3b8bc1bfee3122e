import type { Activity } from '@/lib/crm/activities';
import { isAutomaticSubject } from '@/lib/crm/automatic';
import { type Day, dayNumber } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { coming } from './dates';

/**
 * What is known of one contact at a glance: derived from the stored rows, kept on this device, rebuilt at will.
 * Moments are epoch ms. A figure that does not exist is absent, so that an index over it holds only those that do.
 */
export interface Figures {
  contactId: string;
  /** Activities of every kind, notes too. */
  activities: number;
  /** Those of them that did not come with an imported file: the user took the contact up. */
  own: number;
  /** First and last exchange: mail, message, call, meeting, visit. `lastAt` is 0 when there was none. */
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
  /** Open tasks and promises. */
  duties: number;
  /** Those of them that are promises, theirs or the user's. */
  promises: number;
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
  /** Clock of the last change that altered a figure. */
  revision: string;
}

/** `nextAt` of a contact with nothing ahead: the last moment that a Date can hold. */
export const NOTHING_AHEAD = 8_640_000_000_000_000;

const MILLISECONDS_A_DAY = 86_400_000;

/** Number of the week, Monday first, in UTC; week 0 is that of 1970-01-01. Monday of week `w` is day `7 * w - 3`. */
export function weekOf(at: number): number {
  return Math.floor((Math.floor(at / MILLISECONDS_A_DAY) + 3) / 7);
}

export function emptyFigures(contactId: string): Figures {
  return {
    contactId,
    activities: 0,
    own: 0,
    lastAt: 0,
    duties: 0,
    promises: 0,
    open: 0,
    nextAt: NOTHING_AHEAD,
    weeks: {},
    revision: '',
  };
}

/** Which way an activity went for this person: a mail in copy or about somebody is no exchange with them. */
export function exchangeOf(activity: Activity, contactIds: readonly string[]): 'in' | 'out' | 'both' | null {
  const roles = activity.participants.filter((one) => contactIds.includes(one.contactId));
  if (roles.every((one) => one.role === 'cc' || one.role === 'about')) return null;
  switch (activity.type) {
    case 'call':
    case 'meeting':
    case 'visit':
      return 'both';
    case 'mail':
    case 'message':
      if (isAutomaticSubject(activity.subject)) return null;
      // Somebody who only received the mail of a third person wrote nothing.
      if (activity.direction === 'in' && roles.every((one) => one.role === 'to')) return null;
      return activity.direction;
    default:
      return null;
  }
}

/**
 * The figures with one activity more. Null when it is not the latest exchange: then they are to be counted anew
 * with `talkFigures`.
 */
export function withActivity(
  figures: Figures,
  activity: Activity,
  contactIds: readonly string[],
): Figures | null {
  const own = figures.own + (activity.provenance.how === 'import' ? 0 : 1);
  const counted = { ...figures, activities: figures.activities + 1, own };
  const way = exchangeOf(activity, contactIds);
  if (!way) return counted;
  const { at, id } = activity;
  if (figures.firstAt !== undefined && at <= figures.lastAt) return null;
  const { waitingSince, waitingId, waitingFor: _for, waitingForId: _forId, ...rest } = counted;
  const [received, sent] = figures.weeks[weekOf(at)] ?? [0, 0];
  const talked: Figures = {
    ...rest,
    firstAt: figures.firstAt ?? at,
    lastAt: at,
    lastId: id,
    weeks: {
      ...figures.weeks,
      [weekOf(at)]: [received + (way === 'out' ? 0 : 1), sent + (way === 'in' ? 0 : 1)],
    },
  };
  if (way === 'in') {
    const waiting =
      waitingSince === undefined ? { waitingSince: at, waitingId: id } : { waitingSince, waitingId };
    return { ...talked, ...waiting, lastInAt: at, lastInId: id } as Figures;
  }
  return way === 'out'
    ? { ...talked, waitingFor: at, waitingForId: id, lastOutAt: at, lastOutId: id }
    : talked;
}

/** Figures of all activities, counted anew. `contactIds` are the contact and those merged into it. */
export function talkFigures(
  contactId: string,
  activities: Activity[],
  contactIds: readonly string[],
): Figures {
  const ordered = [...activities].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  let figures = emptyFigures(contactId);
  for (const activity of ordered) {
    const next = withActivity(figures, activity, contactIds);
    // Two exchanges of one moment: the clock of the later one is a hair behind, which no figure shows.
    figures = next ?? withActivity({ ...figures, lastAt: activity.at - 1 }, activity, contactIds) ?? figures;
  }
  return figures;
}

/** The figures with the open tasks and promises: their due days, `null` for those without. */
export function withDuties(figures: Figures, tasks: (Day | null)[], promises: (Day | null)[]): Figures {
  const { dueOn: _, ...rest } = figures;
  const due = [...tasks, ...promises];
  const [first] = due.filter((day) => day !== null).sort();
  return {
    ...rest,
    duties: due.length,
    promises: promises.length,
    ...(first ? { dueOn: first } : {}),
  };
}

/**
 * The figures with what the contact itself says, and what follows from all.
 * @param today the day on the user's wall, from which the next date is looked for
 */
export function withContact(figures: Figures, contact: Contact, today: Day, revision: string): Figures {
  const { cadenceAt: _at, dateOn: _on, ...rest } = figures;
  const cadenceAt = contact.cadence
    ? (figures.lastAt || contact.cadence.since) + contact.cadence.days * MILLISECONDS_A_DAY
    : undefined;
  const [dateOn] = Object.values(contact.dates)
    .flatMap((date) => coming(date, today)?.day ?? [])
    .sort();
  const open = figures.duties > 0 || figures.waitingSince !== undefined ? 1 : 0;
  const ahead = [figures.dueOn, dateOn].flatMap((day) => (day ? [dayNumber(day) * MILLISECONDS_A_DAY] : []));
  const nextAt = Math.min(
    NOTHING_AHEAD,
    ...ahead,
    cadenceAt ?? NOTHING_AHEAD,
    figures.waitingSince ?? NOTHING_AHEAD,
  );
  return {
    ...rest,
    ...(cadenceAt === undefined ? {} : { cadenceAt }),
    ...(dateOn === undefined ? {} : { dateOn }),
    open,
    nextAt,
    revision,
  };
}

import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import { comesOnce } from './dates';
import { minutesOf } from './events';

/**
 * What figures of a contact rest on besides its events, as whole numbers of 32 bits. In their order they are stored: a new one comes last,
 * and `LISTS_VERSION` grows.
 */
export const PARAMS = [
  /** The birthday of which the year is known, see `birthNumber`; 0: none. */
  'born',
  /** Minutes since 1970. */
  'added',
  /** Days of the cadence, 0 for none, and since when, in minutes. */
  'cadence',
  'cadenceSince',
  'openCases',
  'openDeals',
  /** The last answer to "would you recommend" plus one, 0 for none, and its moment in minutes. */
  'score',
  'scoreAt',
  /** Answers to surveys. */
  'answers',
  /** Contacts whom this one introduced. */
  'referred',
  /** Where it stands by the last daily run (place in `STAGES` plus one, 0: never looked), since which day. */
  'stage',
  'stageSince',
  /** A stage that waits for a second run, and the day on which it was first seen. */
  'stageNext',
  'stageNextOn',
  /** The user's own word for the stage, and its moment in minutes. */
  'stageSet',
  'stageSetAt',
  /** 1: the user is not to write to them. */
  'barred',
] as const;
export type Param = (typeof PARAMS)[number];
export type Params = Record<Param, number>;

export const STAGES = CHOICE_MEASURES.stage;

/** A promise of the user's own: the day on which it is due, and the minute at which it was done. */
export interface OwnPromise {
  /** Number of the day; null: none was named. */
  due: number | null;
  /** Minutes since 1970; null: it is open. */
  done: number | null;
}

/** Those that rest on the contact alone. */
export type BodyParams = Pick<
  Params,
  'born' | 'added' | 'cadence' | 'cadenceSince' | 'stageSet' | 'stageSetAt' | 'barred'
>;
/** Those that rest on rows about it. */
export type CountParams = Pick<
  Params,
  'openCases' | 'openDeals' | 'score' | 'scoreAt' | 'answers' | 'referred'
>;

export function bodyParams(contact: Contact): BodyParams {
  const births = Object.values(contact.dates).filter(
    ({ kind, date, asideAt }) => kind === 'birthday' && date.year !== undefined && asideAt === undefined,
  );
  const birth = inForce(births);
  return {
    born: birth ? birthNumber(birth.date) : 0,
    added: minutesOf(contact.addedAt),
    cadence: contact.cadence?.days ?? 0,
    cadenceSince: contact.cadence ? minutesOf(contact.cadence.since) : 0,
    stageSet: contact.stage ? STAGES.indexOf(contact.stage.stage) + 1 : 0,
    stageSetAt: contact.stage ? minutesOf(contact.stage.at) : 0,
    barred: contact.doNotContact === null ? 0 : 1,
  };
}

/** Above the year of a number of a date: it comes once, and not every year. */
const ONCE = 2 ** 26;

/** The days of a contact that a calendar shows, each as a number, ascending: those of which the day is known and that were not put aside. */
export function datesIn(contact: Contact): number[] {
  const numbers = Object.values(contact.dates).flatMap((one) =>
    one.date.day === undefined || one.asideAt !== undefined
      ? []
      : [birthNumber(one.date) + (comesOnce(one) ? ONCE : 0)],
  );
  return numbers.sort((a, b) => a - b);
}

/** A date of a calendar, and whether it comes once. */
export function dateOf(number: number): { date: Birth; once: boolean } {
  const once = number >= ONCE;
  const { year, ...date } = birthOf(once ? number - ONCE : number);
  return { date: year === 0 ? date : { year, ...date }, once };
}

export const NO_COUNTS: CountParams = {
  openCases: 0,
  openDeals: 0,
  score: 0,
  scoreAt: 0,
  answers: 0,
  referred: 0,
};

type Birth = Contact['dates'][string]['date'];

/** A date with its year as one number, as it stands in its own calendar. */
export function birthNumber({ calendar, year = 0, month, day = 0, leap }: Birth): number {
  const marks = (calendar === 'lunar' ? 2 : 0) + (leap ? 1 : 0);
  return ((year * 16 + month) * 32 + day) * 4 + marks;
}

export function birthOf(number: number): Birth {
  const day = (number >> 2) & 31;
  return {
    calendar: number & 2 ? 'lunar' : 'gregorian',
    year: number >> 11,
    month: (number >> 7) & 15,
    ...(day > 0 ? { day } : {}),
    ...(number & 1 ? { leap: true } : {}),
  };
}

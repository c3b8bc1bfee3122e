import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '@/lib/advice/catalogue';
import type { Contact } from '@/lib/crm/contacts';
import { explain } from '@/lib/insight/query';
import type { Subject } from '@/lib/insight/query-subject';
import { aFrame, anActivity, aSubject, TODAY } from '../insight/query-support';

const DAY = 86_400_000;

interface Of {
  measures?: Subject['measures'];
  contact?: Partial<Contact>;
  activities?: Subject['activities'];
  answers?: Subject['answers'];
}

const scored = (daysAgo: number): Subject['answers'] => [
  { surveyId: '00000000-0000-4000-8000-00000000000b', at: (TODAY - daysAgo) * DAY + 1, score: 4 },
];
const from = { source: '', at: 0, how: 'typed' as const };
const dated = (
  kind: Contact['dates'][string]['kind'],
  month: number,
  day: number,
  year?: number,
): Partial<Contact> => ({
  dates: { d: { kind, date: { calendar: 'gregorian', year, month, day }, ...from } },
});
const needing = (status: 'open' | 'met', daysAgo = 90, confirmedDaysAgo?: number): Partial<Contact> => ({
  needs: {
    n: {
      quote: 'Longer tables',
      kind: 'explicit',
      strength: 2,
      status,
      ...from,
      at: (TODAY - daysAgo) * DAY,
      ...(confirmedDaysAgo === undefined ? {} : { confirmedAt: (TODAY - confirmedDaysAgo) * DAY }),
    },
  },
});

/** Whom each play is for, and by what one change they are not. */
const PLAYS: Record<string, { for: Of; not: Record<string, Of> }> = {
  kit: {
    for: { measures: { stage: 'exploration', exchanges: 2, silence: 10 } },
    not: {
      'one exchange': { measures: { stage: 'exploration', exchanges: 1, silence: 10 } },
      'spoken to yesterday': { measures: { stage: 'exploration', exchanges: 2, silence: 1 } },
      growing: { measures: { stage: 'growth', exchanges: 2, silence: 10 } },
    },
  },
  reference: {
    for: { measures: { stage: 'exploration', exchanges: 3, silence: 7 } },
    not: {
      'bought once': {
        measures: { stage: 'exploration', exchanges: 3, silence: 7 },
        activities: [anActivity('purchase', 400)],
      },
      'stage not known': { measures: { exchanges: 3, silence: 7 } },
    },
  },
  first_promise: {
    for: { measures: { stage: 'exploration' }, activities: [anActivity('promise', 59)] },
    not: {
      'long ago': { measures: { stage: 'exploration' }, activities: [anActivity('promise', 61)] },
      none: { measures: { stage: 'exploration' } },
    },
  },
  feedback: {
    for: { measures: { stage: 'growth', silence: 3 } },
    not: {
      'answered lately': {
        measures: { stage: 'growth', silence: 3 },
        activities: [anActivity('survey', 90)],
      },
      'spoken to yesterday': { measures: { stage: 'growth', silence: 1 } },
    },
  },
  preferences: {
    for: { measures: { stage: 'growth' } },
    not: { 'need known': { measures: { stage: 'growth' }, contact: needing('open') } },
  },
  agreement: {
    for: { measures: { stage: 'maturity', purchases: 6, loyalty: 60 } },
    not: {
      'less loyal': { measures: { stage: 'maturity', purchases: 6, loyalty: 59 } },
      'bought less': { measures: { stage: 'maturity', purchases: 5, loyalty: 90 } },
    },
  },
  extra: {
    for: { measures: { stage: 'maturity', sincePurchase: 14 } },
    not: { 'bought yesterday': { measures: { stage: 'maturity', sincePurchase: 1 } } },
  },
  thanks: {
    for: { measures: { stage: 'maturity', loyalty: 50, silence: 7 } },
    not: { 'spoken to yesterday': { measures: { stage: 'maturity', loyalty: 50, silence: 1 } } },
  },
  diagnose: {
    for: { measures: { stage: 'decline', silence: 2 } },
    not: { growing: { measures: { stage: 'growth', silence: 2 } } },
  },
  offer_back: {
    for: { measures: { stage: 'decline', valueGrade: 'middle' } },
    not: {
      'of low value': { measures: { stage: 'decline', valueGrade: 'low' } },
      'value not known': { measures: { stage: 'decline' } },
    },
  },
  exit_reason: {
    for: { measures: { stage: 'exit', silence: 200 } },
    not: { 'years ago': { measures: { stage: 'exit', silence: 731 } } },
  },
  win_back: {
    for: { measures: { stage: 'exit', purchases: 2, sincePurchase: 120 } },
    not: {
      'bought once': { measures: { stage: 'exit', purchases: 1, sincePurchase: 120 } },
      'not gone long': { measures: { stage: 'exit', purchases: 2, sincePurchase: 119 } },
    },
  },
  silent: {
    for: { measures: { overdue: 0.8, silence: 5, stage: 'growth' } },
    not: {
      'in their rhythm': { measures: { overdue: 0.79, silence: 5, stage: 'growth' } },
      gone: { measures: { overdue: 0.99, silence: 90, stage: 'exit' } },
      'with a rhythm of the user’s own': {
        measures: { overdue: 0.8, silence: 5, stage: 'growth' },
        contact: { cadence: { days: 30, since: 0 } },
      },
    },
  },
  low_score: {
    for: { measures: { score: 6 }, answers: scored(59) },
    not: {
      'a good one': { measures: { score: 7 }, answers: scored(59) },
      'long ago': { measures: { score: 6 }, answers: scored(61) },
    },
  },
  case_news: {
    for: { measures: { openCases: 1, silence: 3 } },
    not: {
      closed: { measures: { openCases: 0, silence: 3 } },
      'told yesterday': { measures: { openCases: 1, silence: 1 } },
    },
  },
  mood: {
    for: { measures: { mood: -1 } },
    not: { even: { measures: { mood: 0 } }, 'never marked': {} },
  },
  trust: {
    for: { measures: { promisesLate: 2 } },
    not: { once: { measures: { promisesLate: 1 } } },
  },
  need_check: {
    // However lately there was talk of something else.
    for: { measures: { silence: 1 }, contact: needing('open', 200, 60) },
    not: {
      met: { contact: needing('met') },
      'noted lately': { contact: needing('open', 59) },
      'confirmed lately': { measures: { silence: 300 }, contact: needing('open', 200, 59) },
    },
  },
  greeting: {
    for: { contact: dated('birthday', 6, 17, 1990) },
    not: {
      'in eight days': { contact: dated('birthday', 6, 18, 1990) },
      'another date': { contact: dated('anniversary', 6, 12, 2020) },
    },
  },
  arrived: {
    for: { measures: { sincePurchase: 3 } },
    not: {
      'two days ago': { measures: { sincePurchase: 2 } },
      'a month ago': { measures: { sincePurchase: 22 } },
      'never bought': { measures: { sincePurchase: null } },
    },
  },
  service: {
    for: { measures: { sincePurchase: 340 } },
    not: { 'half a year ago': { measures: { sincePurchase: 180 } } },
  },
  warranty: {
    for: { contact: dated('warranty', 7, 20, 2026) },
    not: {
      'in two months': { contact: dated('warranty', 8, 10, 2026) },
      'ended last year': { contact: dated('warranty', 7, 20, 2025) },
    },
  },
  renewal: {
    for: { contact: dated('contract', 7, 20, 2026) },
    not: { 'in two months': { contact: dated('contract', 8, 10, 2026) } },
  },
  referral: {
    for: { measures: { score: 9 } },
    not: { 'a passive one': { measures: { score: 8 } }, 'never asked': {} },
  },
  next_product: {
    for: { measures: { stage: 'maturity', purchases: 2, sincePurchase: 30 } },
    not: {
      'bought once': { measures: { stage: 'maturity', purchases: 1, sincePurchase: 30 } },
      declining: { measures: { stage: 'decline', purchases: 2, sincePurchase: 30 } },
    },
  },
  deal_stalls: {
    for: { measures: { openDeals: 1, silence: 14 } },
    not: {
      'no deal': { measures: { openDeals: 0, silence: 14 } },
      'spoken to lately': { measures: { openDeals: 1, silence: 13 } },
    },
  },
};

const holds = (condition: (typeof CATALOGUE)[number]['condition'], { contact, ...given }: Of) =>
  explain(condition, aSubject(contact, given), aFrame()).holds;

test('every play that is shipped is tried', () => {
  expect(Object.keys(PLAYS).sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
});

describe.each(CATALOGUE.map((play) => [play.id, play] as const))('%s', (id, { condition }) => {
  const { for: whom, not } = PLAYS[id]!;

  test('is for whom it is meant', () => {
    expect(holds(condition, whom)).toBe(true);
    // Of nobody is everything true of whom nothing is known.
    expect(holds(condition, {})).toBe(false);
  });

  test.each(Object.entries(not))('and not: %s', (_, other) => {
    expect(holds(condition, other)).toBe(false);
  });
});

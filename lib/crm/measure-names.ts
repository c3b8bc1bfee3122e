/**
 * Figures that are kept of every contact, by name: what segments ask for, plays rest on and the panel shows. Free of zod, so that views
 * may import it. How each is counted: lib/insight.
 */

/** Figures that are numbers. */
export const NUMBER_MEASURES = [
  /** Days since the last exchange. */
  'silence',
  /** Days expected between two exchanges. */
  'gap',
  /** Probability, from 0 to 1, that the next exchange is late by the contact's own rhythm. */
  'overdue',
  /** Strength of the tie, 0 to 100. */
  'strength',
  /** Exchanges of all time. */
  'exchanges',
  'purchases',
  /** Spent so far, in minor units of the base currency; amounts without a rate are left out. */
  'spent',
  /** Days since the last purchase. */
  'sincePurchase',
  /** Scores 1 to 5. */
  'recency',
  'frequency',
  'monetary',
  /** Probability of another purchase (or two-way exchange) within the horizon. */
  'returns',
  /** Expected worth of the next twelve months, in minor units of the base currency. */
  'worth',
  /** 0 to 100. */
  'loyalty',
  /** Promises of the user's own that were kept, that were kept late, and that are late and open. */
  'promisesKept',
  'promisesLate',
  'promisesOpen',
  /** Hours until the user answers: the median. */
  'replyHours',
  /** The last answer to "would you recommend", 0 to 10. */
  'score',
  /** The last mark of mood, from -2 to 2. */
  'mood',
  'openCases',
  'openDeals',
  /** Years, where the year of birth is known. */
  'age',
  /** Days since the contact was added. */
  'sinceAdded',
] as const;
export type NumberMeasure = (typeof NUMBER_MEASURES)[number];

/** Figures that are one of a few words. */
export const CHOICE_MEASURES = {
  stage: ['exploration', 'growth', 'maturity', 'decline', 'exit'],
  rfm: [
    'champions',
    'loyal',
    'potential',
    'new',
    'promising',
    'attention',
    'fading',
    'risk',
    'vital',
    'lost',
    'other',
  ],
  /** Customers by what they are worth: the first fifth, the next two, the rest; `none` never bought. */
  valueGrade: ['high', 'middle', 'low', 'none'],
} as const;
export type ChoiceMeasure = keyof typeof CHOICE_MEASURES;

export type MeasureName = NumberMeasure | ChoiceMeasure;

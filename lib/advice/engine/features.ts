import type { MeasureName } from '@/lib/crm/measure-names';

/** Figures of a contact by name, as they are at the moment; one that is not known is absent. */
export type Measured = Partial<Record<MeasureName, number | string>>;

/**
 * What plays weigh and the engine learns from: figures brought to a like scale and centred, so that 0 is usual or not known. The order is part
 * of what was learned: a new one goes to the end.
 */
export const FEATURES = [
  'overdue',
  'strength',
  'returns',
  'loyalty',
  'mood',
  'score',
  'value',
  'familiar',
  'cases',
  'deals',
  'broken',
] as const;
export type Feature = (typeof FEATURES)[number];

/** The figure that each is made of: what is shown beside it. */
export const FIGURE_OF: Readonly<Record<Feature, MeasureName>> = {
  overdue: 'overdue',
  strength: 'strength',
  returns: 'returns',
  loyalty: 'loyalty',
  mood: 'mood',
  score: 'score',
  value: 'valueGrade',
  familiar: 'exchanges',
  cases: 'openCases',
  deals: 'openDeals',
  broken: 'promisesLate',
};

const GRADES: Readonly<Record<string, number>> = { high: 1, middle: 0.3, low: -0.3, none: -0.5 };

const SCALE: Readonly<Record<Feature, (value: number) => number>> = {
  overdue: (share) => 2 * share - 1,
  strength: (points) => (points - 40) / 40,
  returns: (share) => 2 * share - 1,
  loyalty: (points) => (points - 50) / 50,
  mood: (mark) => mark / 2,
  score: (given) => (given - 7.5) / 2.5,
  value: (grade) => grade,
  familiar: (exchanges) => Math.log1p(exchanges) / 2 - 1,
  cases: (open) => Math.min(open, 2),
  deals: (open) => Math.min(open, 2),
  broken: (late) => Math.min(late, 3),
};

/** The features of a contact: each from -3 to 3, those that are not known left out. */
export function featuresOf(measured: Measured): Partial<Record<Feature, number>> {
  const features: Partial<Record<Feature, number>> = {};
  for (const feature of FEATURES) {
    const value = featureOf(feature, measured[FIGURE_OF[feature]]);
    if (value !== undefined) features[feature] = value;
  }
  return features;
}

/** A feature by its figure; undefined where that is not known. */
export function featureOf(feature: Feature, given: number | string | undefined): number | undefined {
  const value = typeof given === 'string' ? GRADES[given] : given;
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return Math.max(-3, Math.min(3, SCALE[feature](value)));
}

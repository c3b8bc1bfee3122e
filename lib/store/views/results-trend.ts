import type { ResultsView, TrendPoint } from '@/lib/api/survey-views';
import { corrected } from '@/lib/insight/comparing/chance';
import { isTop } from '@/lib/insight/satisfaction';
import {
  type Dated,
  middleOf,
  type Period,
  periodsOf,
  REACH,
  smoothed,
  type TrendUnit,
} from '@/lib/insight/satisfaction-trend';
import { scaleOf } from '@/lib/surveys/scale';
import type { Measured } from '../survey-measure';
import { differenceOf } from './analysis-compare';

/** The figure over time, by week, month and quarter: each with its interval, the smoothed level, and whether it changed for sure. */
export function trendsOf(measured: Measured | null, scores: Dated[], zone: string): ResultsView['trend'] {
  const of = (unit: TrendUnit) => (measured ? pointsOf(measured, scores, unit, zone) : []);
  return { week: of('week'), month: of('month'), quarter: of('quarter') };
}

function pointsOf(measured: Measured, scores: Dated[], unit: TrendUnit, zone: string): TrendPoint[] {
  const periods = periodsOf(scores, unit, zone);
  const { worth, ends } = worthOf(measured);
  const level = smoothed(
    scores.map(({ at, value }) => ({ at, value: worth(value) })),
    periods.map(middleOf),
    { reach: REACH[unit], ends },
  );
  const changes = changesOf(measured, periods);
  return periods.flatMap(({ from, to, answers }, at) => {
    const found = measured.figure(valuesOf(answers));
    if (!found) return [];
    const { value, low, high, n } = found;
    return [{ from, to, value, low, high, n, level: level[at]!, change: changes[at]! }];
  });
}

const valuesOf = (answers: readonly Dated[]): number[] => answers.map(({ value }) => value);

/** What one answer is worth in the unit of the figure, and both ends of it: 100, 0 and -100 of an NPS, 1 and 0 of a share. */
function worthOf({ type, asked }: Measured): { worth(score: number): number; ends: [number, number] } {
  const scale = scaleOf(asked.question) ?? [1, 5];
  if (type === 'nps')
    return { ends: [-100, 100], worth: (score) => (score >= 9 ? 100 : score <= 6 ? -100 : 0) };
  if (type === 'csat') return { ends: [0, 1], worth: (score) => (isTop(score, scale) ? 1 : 0) };
  return { ends: scale, worth: (score) => score };
}

/** Of each person the newest answer of a period: who answers each week is no more people for it. Whose it is nobody knows stands for one. */
function peopleOf(answers: readonly Dated[]): number[] {
  const newest = new Map<string | Dated, Dated>();
  for (const answer of answers) {
    const one = answer.who ?? answer;
    if ((newest.get(one)?.at ?? Number.NEGATIVE_INFINITY) < answer.at) newest.set(one, answer);
  }
  return valuesOf([...newest.values()]);
}

/** Each period beside the one before it, by people; the chances corrected for all of these looks. */
function changesOf(measured: Measured, periods: readonly Period[]): TrendPoint['change'][] {
  const found = periods.map((period, at) => {
    const before = periods[at - 1];
    return before ? differenceOf(peopleOf(period.answers), peopleOf(before.answers), measured) : null;
  });
  const looked = found.filter((one) => one !== null);
  const chances = corrected(looked.map(({ chance }) => chance));
  return found.map((one) => one && { ...one, chance: chances[looked.indexOf(one)]! });
}

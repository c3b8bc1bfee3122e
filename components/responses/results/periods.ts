import type { ResultsView, TrendPoint } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { monthYear, shortDate } from '@/lib/i18n/format';

export type TrendUnit = keyof ResultsView['trend'];
/** Chance of error below which a change is said. */
const SURE = 0.05;

const noon = (day: string): Date => new Date(`${day}T12:00`);

/** "Nov 2026"; "2 Nov" of a week that begins then; of what was taken together "Sep 2026 to Nov 2026". */
export function periodWords({ from, to }: Pick<TrendPoint, 'from' | 'to'>, unit: TrendUnit): string {
  if (unit === 'week') {
    const first = shortDate(noon(from), Date.now());
    return noon(to).getTime() - noon(from).getTime() < 7 * 86_400_000
      ? first
      : span(first, shortDate(noon(to), Date.now()));
  }
  const [first, last] = [monthYear(noon(from)), monthYear(noon(to))];
  return first === last ? first : span(first, last);
}

const span = (first: string, last: string): string => t('results.span', { first, last });

/** The last change from one period to the next that is sure; null where none is. */
export function lastChange(
  points: readonly TrendPoint[],
): { at: number; change: NonNullable<TrendPoint['change']> } | null {
  const at = points.findLastIndex(({ change }) => change !== null && change.chance < SURE);
  const change = points[at]?.change;
  return change ? { at, change } : null;
}

export const isSure = ({ change }: TrendPoint): boolean => change !== null && change.chance < SURE;

/** The unit that shows most while it can still be read: months, else quarters, else weeks; null where nothing has two points. */
export function unitOf(trend: ResultsView['trend']): TrendUnit | null {
  return (['month', 'week', 'quarter'] as const).find((unit) => trend[unit].length > 1) ?? null;
}

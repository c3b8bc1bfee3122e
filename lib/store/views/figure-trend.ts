import type { FigureView } from '@/lib/api/figure-views';
import type { Words } from '@/lib/api/views';
import { Measures } from '@/lib/insight/measures';
import { QUARTER } from '@/lib/insight/measures/past';
import { percent, words } from './figure-words';

/** Quarters that are looked at, today's among them, and how many must be known. */
const [QUARTERS, FEWEST] = [5, 3];
/** By so many points of a hundred a figure must have moved to be called rising or falling. */
const MOVED = 10;

/** Figures whose course says something, as points of a hundred. Rhythm is told of a moment alone. */
const POINTS: Partial<Record<FigureView['name'], (value: number) => number>> = {
  strength: Math.round,
  returns: percent,
  loyalty: Math.round,
};

/**
 * The course of a figure over the last year, of one contact, by what had happened until the end of each quarter: with what is usual
 * today, and (of loyalty) with the last rating.
 */
export function trendOf({ name, value }: FigureView, measures: Measures): Words | null {
  const points = POINTS[name];
  if (!points || value === null || (name !== 'strength' && name !== 'returns' && name !== 'loyalty'))
    return null;
  const course: number[] = [];
  for (let quarter = QUARTERS - 1; quarter >= 0; quarter -= 1) {
    const then = onDay(measures, measures.moment.day - quarter * QUARTER);
    const past = then.past(0);
    const known = past.talk.n + past.buy.n > 0 ? then.number(name, 0) : null;
    if (known !== null) course.push(points(known));
    else course.length = 0;
  }
  if (course.length < FEWEST) return null;
  const moved = course.at(-1)! - course[0]!;
  const way = moved >= MOVED ? 'rising' : moved <= -MOVED ? 'falling' : 'steady';
  return words(`trend_${way}`, { course: course.join(' → ') });
}

function onDay({ events, stored, common, moment }: Measures, day: number): Measures {
  if (day === moment.day) return new Measures(events, stored, common, moment);
  const minutes = moment.minutes - (moment.day - day) * 24 * 60;
  return new Measures(events, stored, common, { ...moment, day, minutes });
}

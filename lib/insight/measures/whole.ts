import type { FigureChoices } from '@/lib/crm/figure-choices';
import type { Events } from '../events';
import type { MeasureMoment, MeasureParams } from '../measures';
import { Measures } from '../measures';
import { quantile } from '../value/rfm';
import { type Common, commonOf } from './common';

/** Below so many customers they are not parted into grades. */
const FEWEST_GRADED = 5;

/** All that contacts must be seen for at once. */
export function wholeCommon(
  events: Events,
  stored: MeasureParams,
  moment: MeasureMoment,
  choices?: FigureChoices,
): Common {
  const common = commonOf(events, moment.day, choices);
  const measures = new Measures(events, stored, common, moment);
  const places = [...events.ids.keys()];
  const scores = places.map((at) => stored.of(at, 'score')).filter((score) => score > 0);
  return {
    ...common,
    grades: gradesOf(measures),
    score: {
      mean: scores.length > 0 ? scores.reduce((sum, score) => sum + score - 1, 0) / scores.length : 0,
      n: scores.length,
    },
    engaged: places.some((at) => stored.of(at, 'referred') > 0 || stored.of(at, 'answers') > 0),
  };
}

function gradesOf(measures: Measures): Common['grades'] {
  const by = measures.common.buying && measures.common.spending ? 'worth' : 'spent';
  const column = measures.column(by);
  const sorted = column.filter((value) => value > 0).sort();
  if (sorted.length < FEWEST_GRADED) return null;
  return { by, middle: quantile(sorted, 0.4), high: quantile(sorted, 0.8) };
}

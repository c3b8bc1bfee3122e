import { useEffect, useRef, useState } from 'preact/hooks';
import { RadioGroup } from '@/components/ui/radio-group';
import type { GoalView, ResultsView, TrendPoint } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { sentences } from '@/lib/i18n/format';
import { byWords } from '../analysis/compare-section';
import type { ToAnswers } from '../counted';
import { CountLink } from './count-link';
import { drawTrend } from './draw-trend';
import { figureWords, type Measure, rangeWords } from './figures';
import { lineWords } from './goal-words';
import { isSure, lastChange, periodWords, type TrendUnit, unitOf } from './periods';

interface TrendProps {
  to: ToAnswers;
  of: ResultsView['trend'];
  measure: Measure;
  ends: [number, number];
  /** What the figure is to come to. */
  goals: readonly GoalView[];
}

/** The figure over time with its uncertainty: a line with a band for the eye, what changed for sure in words, and a table for everybody. */
export function Trend({ to, of, measure, ends, goals }: TrendProps) {
  const [chosen, setChosen] = useState<TrendUnit | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const unit = chosen && of[chosen].length > 1 ? chosen : unitOf(of);
  const points = unit ? of[unit] : [];
  const lines = goals.map(({ value }) => value);
  useEffect(() => {
    if (!box.current || points.length < 2) return;
    const words = (value: number) => figureWords(measure, value);
    return drawTrend(box.current, { points, ends, goals: lines, words });
  }, [points, measure, lines.join(' ')]);
  const [first] = points;
  const last = points.at(-1);
  if (!unit || !first || !last) return null;
  const units = (['week', 'month', 'quarter'] as const).filter((one) => of[one].length > 1);
  return (
    <section aria-label={t('results.trend')}>
      <h2>{t('results.trend')}</h2>
      {units.length > 1 && (
        <RadioGroup<TrendUnit>
          label={t('results.trend_by')}
          labelUnseen
          inline
          value={unit}
          choices={units.map((value) => ({ value, label: t(`results.by_${value}`) }))}
          onChoose={setChosen}
        />
      )}
      <div
        ref={box}
        class="trend"
        role="img"
        aria-label={t('results.trend_of', {
          measure: t(`results.${measure}`),
          first: periodWords(first, unit),
          last: periodWords(last, unit),
          from: figureWords(measure, first.value),
          to: figureWords(measure, last.value),
        })}
      />
      <p class="small">{changeWords(points, unit, measure)}</p>
      <p class="quiet-text small">{sentences(t('results.trend_note'), ...lineWords(goals))}</p>
      <details class="trend-table">
        <summary class="quiet-text small">{t('results.trend_table')}</summary>
        <table class="figures" aria-label={t('results.trend')}>
          <thead>
            <tr>
              <th scope="col">{t(`results.${unit}`)}</th>
              <th scope="col" class="end">
                {t('results.figure')}
              </th>
              <th scope="col" class="end">
                {t('results.between')}
              </th>
              <th scope="col" class="end">
                {t('results.count')}
              </th>
              <th scope="col" class="end">
                {t('results.changed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.from}>
                <th scope="row">{periodWords(point, unit)}</th>
                <td class="end num">{figureWords(measure, point.value)}</td>
                <td class="end num">{rangeWords(measure, point)}</td>
                <td class="end num">
                  <CountLink
                    n={point.n}
                    href={to({ basis: 'score', from: point.from, to: point.to })}
                    what={periodWords(point, unit)}
                  />
                </td>
                <td class="end num">{isSure(point) ? signed(measure, point.change!.by) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

const signed = (measure: Measure, by: number): string => `${by > 0 ? '+' : ''}${byWords(measure, by)}`;

/** The last change that is sure, with its interval; or that none is. */
export function changeWords(points: readonly TrendPoint[], unit: TrendUnit, measure: Measure): string {
  const found = lastChange(points);
  if (!found) return t('results.no_change');
  const { by, low, high } = found.change;
  const ends = by > 0 ? [low, high] : [-high, -low];
  return t(by > 0 ? 'results.rose' : 'results.fell', {
    before: periodWords(points[found.at - 1]!, unit),
    after: periodWords(points[found.at]!, unit),
    by: byWords(measure, Math.abs(by)),
    low: byWords(measure, ends[0]!),
    high: byWords(measure, ends[1]!),
  });
}

import { useEffect, useRef } from 'preact/hooks';
import type { ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { monthYear, number } from '@/lib/i18n/format';
import { drawTrend } from './draw-trend';
import { figureWords, type Measure, rangeWords } from './figures';

interface TrendProps {
  months: ResultsView['trend'];
  measure: Measure;
  ends: [number, number];
}

/** The figure month by month with its interval: a line for the eye, a sentence and a table for everybody. */
export function Trend({ months, measure, ends }: TrendProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current || months.length < 2) return;
    return drawTrend(box.current, {
      months,
      ends,
      words: (value) => figureWords(measure, value),
    });
  }, [months, measure]);
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last || months.length < 2) return null;
  return (
    <section aria-label={t('results.trend')}>
      <h2>{t('results.trend')}</h2>
      <div
        ref={box}
        class="trend"
        role="img"
        aria-label={t('results.trend_of', {
          measure: t(`results.${measure}`),
          first: monthWords(first.month),
          last: monthWords(last.month),
          from: figureWords(measure, first.value),
          to: figureWords(measure, last.value),
        })}
      />
      <details class="trend-table">
        <summary class="quiet-text small">{t('results.trend_table')}</summary>
        <table class="figures" aria-label={t('results.trend')}>
          <thead>
            <tr>
              <th scope="col">{t('results.month')}</th>
              <th scope="col" class="end">
                {t('results.figure')}
              </th>
              <th scope="col" class="end">
                {t('results.between')}
              </th>
              <th scope="col" class="end">
                {t('results.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{monthWords(month.month)}</th>
                <td class="end num">{figureWords(measure, month.value)}</td>
                <td class="end num">{rangeWords(measure, month)}</td>
                <td class="end num">{number(month.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** "Nov 2026" of `2026-11`. */
function monthWords(month: string): string {
  return monthYear(new Date(`${month}-15T12:00`));
}

import { percent } from '@/components/insights/words';
import type { LoopView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { lowWords } from '../results/loop';
import { type Block, line, type ReportLinks } from './report';

/** What became of low scores, in the sentences of a report; nothing where there is none. */
export function loopLines(of: LoopView, links: ReportLinks): Block[] {
  if (of.low === 0) return [];
  const { replied, within24, withCase, told, rechecked } = of;
  return [
    line(lowWords(of).join(' '), links.answers('detractors')),
    ...(replied && within24 && withCase
      ? [
          line(
            t('schedules.loop_line', {
              replied: percent(replied.value),
              within: percent(within24.value),
              cases: percent(withCase.value),
            }),
            links.answers('detractors'),
          ),
        ]
      : []),
    ...(told ? [line(t('schedules.loop_line_told', { told: percent(told.value) }), links.cases)] : []),
    ...(rechecked
      ? [line(t('schedules.loop_line_checked', { checked: percent(rechecked.value) }), links.cases)]
      : []),
  ];
}

import { percent } from '@/components/insights/words';
import type { LoopView } from '@/lib/api/analysis-views';
import type { Interval } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { lowWords } from '../results/loop';
import { type Block, line, type ReportLinks } from './report';

/** What became of low scores, in the sentences of a report; nothing where there is none. */
export function loopLines(of: LoopView, links: ReportLinks): Block[] {
  if (of.low === 0) return [];
  const { replied, within24, withCase, told, rechecked } = of;
  return [
    line(lowWords(of).join(' '), links.answers({ care: 'low' })),
    ...(replied && withCase
      ? [line(repliedWords({ replied, within24, withCase }), links.answers({ care: 'replied' }))]
      : []),
    ...(told
      ? [line(t('schedules.loop_line_told', { told: percent(told.value) }), links.answers({ care: 'told' }))]
      : []),
    ...(rechecked
      ? [
          line(
            t('schedules.loop_line_checked', { checked: percent(rechecked.value) }),
            links.answers({ care: 'rechecked' }),
          ),
        ]
      : []),
  ];
}

function repliedWords(of: { replied: Interval; within24: Interval | null; withCase: Interval }): string {
  const said = { replied: percent(of.replied.value), cases: percent(of.withCase.value) };
  return of.within24
    ? t('schedules.loop_line', { ...said, within: percent(of.within24.value) })
    : t('schedules.loop_line_fresh', said);
}

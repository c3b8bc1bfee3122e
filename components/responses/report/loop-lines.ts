import { percent } from '@/components/insights/words';
import type { LoopView } from '@/lib/api/analysis-views';
import type { Interval } from '@/lib/api/survey-views';
import type { AnswerCare } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { answersOf, type Counted, sentencesOf } from '../counted-words';
import { lowWords } from '../results/loop';
import { type Block, line, type ReportLinks } from './report';

/** What became of low scores, in the sentences of a report; nothing where there is none. */
export function loopLines(of: LoopView, links: ReportLinks): Block[] {
  if (of.low === 0) return [];
  const { replied, within24, withCase, told, rechecked } = of;
  const hits = (care: AnswerCare, share: Interval | null): Counted[] => {
    const n = share ? Math.round(share.value * share.n) : 0;
    return n > 0 ? [answersOf(n, links.answers({ care }), t(`responses.care_${care}`))] : [];
  };
  const share = (text: string, rows: Counted[]) => line(text, undefined, rows);
  return [
    line(sentencesOf(...lowWords(of, links.answers))),
    ...(replied && withCase
      ? [
          share(repliedWords({ replied, within24, withCase }), [
            ...hits('replied', replied),
            ...hits('soon', within24),
            ...hits('case', withCase),
          ]),
        ]
      : []),
    ...(told
      ? [share(t('schedules.loop_line_told', { told: percent(told.value) }), hits('told', told))]
      : []),
    ...(rechecked
      ? [
          share(
            t('schedules.loop_line_checked', { checked: percent(rechecked.value) }),
            hits('rechecked', rechecked),
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

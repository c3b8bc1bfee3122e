import { percent } from '@/components/insights/words';
import type { LoopView } from '@/lib/api/analysis-views';
import type { Interval } from '@/lib/api/survey-views';
import type { AnswerCare } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { answersOf, type Counted, counted, sentencesOf } from '../counted-words';
import { lowWords } from '../results/loop';
import { type Block, line, type ReportLinks } from './report';

/** What became of low scores, in the sentences of a report; nothing where there is none. */
export function loopLines(of: LoopView, links: ReportLinks): Block[] {
  if (of.low === 0) return [];
  const { replied, within24, withCase, told, rechecked } = of;
  const hits = (care: AnswerCare, share: Interval): Counted => ({
    ...answersOf(Math.round(share.value * share.n), links.answers({ care }), t(`responses.care_${care}`)),
    text: percent(share.value),
  });
  const said = replied && withCase && { replied: hits('replied', replied), cases: hits('case', withCase) };
  return [
    line(sentencesOf(...lowWords(of, links.answers))),
    ...(said
      ? [
          line(
            within24
              ? counted('schedules.loop_line', { ...said, within: hits('soon', within24) })
              : counted('schedules.loop_line_fresh', said),
          ),
        ]
      : []),
    ...(told ? [line(counted('schedules.loop_line_told', { told: hits('told', told) }))] : []),
    ...(rechecked
      ? [line(counted('schedules.loop_line_checked', { checked: hits('rechecked', rechecked) }))]
      : []),
  ];
}

import { percent, percentRange } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import type { LoopView } from '@/lib/api/analysis-views';
import type { Interval } from '@/lib/api/survey-views';
import type { AnswerCare } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { showWords, type ToAnswers, toAnswers } from '../counted';
import { answersOf, counted, type Said, SaidWords, sentencesOf } from '../counted-words';
import { CountLink } from './count-link';

/** What became of low scores: the way from an answer to the customer who was told, step by step. */
export function Loop({ surveyId }: { surveyId: string }) {
  const { value } = useQuery('analysis.loop', { surveyId }, { keep: true });
  if (!value || value.answers === 0) return null;
  const rows = stepsOf(value, surveyId);
  return (
    <section class="loop" aria-label={t('schedules.loop')}>
      <h2>{t('schedules.loop')}</h2>
      <p>
        {value.low === 0 ? (
          t('schedules.loop_none')
        ) : (
          <SaidWords of={sentencesOf(...lowWords(value, toAnswers({ surveyId })))} />
        )}
      </p>
      {rows.length > 0 && (
        <table class="figures" aria-label={t('schedules.loop')}>
          <thead>
            <tr>
              <th scope="col">{t('schedules.loop_step')}</th>
              <th scope="col" class="end">
                {t('schedules.loop_share')}
              </th>
              <th scope="col" class="end">
                {t('schedules.loop_between')}
              </th>
              <th scope="col" class="end">
                {t('schedules.loop_of')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, href, of, share }) => (
              <tr key={label}>
                <th scope="row">
                  {share.value > 0 ? (
                    <a
                      class="insight-link"
                      href={href}
                      aria-label={showWords(Math.round(share.value * share.n), label)}
                    >
                      {label}
                    </a>
                  ) : (
                    label
                  )}
                </th>
                <td class="end num">{percent(share.value)}</td>
                <td class="end num quiet-text">{percentRange(share)}</td>
                <td class="end num quiet-text">
                  <CountLink n={share.n} href={of} what={`${label}, ${t('schedules.loop_of')}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {value.medianHours !== null && (
        <p>{t('schedules.loop_median', { time: hoursWords(value.medianHours) })}</p>
      )}
      {value.low > 0 && <p class="quiet-text small">{t('schedules.loop_how')}</p>}
    </section>
  );
}

/** How many low scores there are, of whom, and how many wait. */
export function lowWords({ answers, low, strangers, open }: LoopView, to: ToAnswers): Said[] {
  const of = (n: number, care: AnswerCare) => answersOf(n, to({ care }), t(`responses.care_${care}`));
  return [
    counted('schedules.loop_low', { count: of(low, 'low'), all: of(answers, 'given') }),
    ...(strangers > 0 ? [counted('schedules.loop_strangers', { count: of(strangers, 'strangers') })] : []),
    ...(open > 0 ? [counted('schedules.loop_open', { count: of(open, 'waiting') })] : []),
  ];
}

/** The steps of which there is something to count, each leading to its rows. */
function stepsOf(of: LoopView, surveyId: string) {
  const to = toAnswers({ surveyId });
  const step = (label: string, share: Interval | null, hits: AnswerCare, among: AnswerCare) =>
    share ? [{ label, share, href: to({ care: hits }), of: to({ care: among }) }] : [];
  return [
    ...step(t('schedules.loop_replied'), of.replied, 'replied', 'known'),
    ...step(t('schedules.loop_within'), of.within24, 'soon', 'dayOld'),
    ...step(t('schedules.loop_case'), of.withCase, 'case', 'low'),
    ...step(t('schedules.loop_told'), of.told, 'told', 'case'),
    ...step(t('schedules.loop_rechecked'), of.rechecked, 'rechecked', 'due'),
  ];
}

const DAY_HOURS = 24;

/** "3 hours"; from two days on in days. */
export function hoursWords(hours: number): string {
  if (hours < 2 * DAY_HOURS) return t('schedules.loop_hours', { count: Math.max(1, Math.round(hours)) });
  return t('schedules.loop_days', { count: Math.round(hours / DAY_HOURS) });
}

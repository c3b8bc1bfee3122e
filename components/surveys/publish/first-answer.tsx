import { useQuery } from '@/components/query/use-query';
import type { ResponseRow, SurveyView } from '@/lib/api/survey-views';
import { rich, t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import { usePull } from './use-pull';

/** Waits for the first answer, live; then shows the newest one and where it stands. */
export function FirstAnswer({ survey }: { survey: SurveyView }) {
  usePull(survey.hub !== null && survey.state === 'open');
  const answers = useQuery('responses.list', { surveyId: survey.id, which: 'all', limit: 1 }, { keep: true });
  const [newest] = answers.value?.items ?? [];
  return (
    <section class="first-answer" aria-label={t('surveys.first_answer')}>
      <div role="status">
        {newest ? <Newest answer={newest} /> : <p class="first-waiting">{t('surveys.waiting')}</p>}
      </div>
      {!newest && (
        <p class="quiet-text">{t(survey.hub ? 'surveys.waiting_how' : 'surveys.waiting_without_hub')}</p>
      )}
    </section>
  );
}

function Newest({ answer }: { answer: ResponseRow }) {
  const name = answer.name ?? t('surveys.somebody');
  const who = answer.contactId ? (
    <a class="link" href={`#/contacts/${answer.contactId}`}>
      {name}
    </a>
  ) : (
    name
  );
  return (
    <>
      <p class="first-arrived">
        {answer.score
          ? rich('surveys.arrived_score', {
              who,
              score: answer.score.value,
              most: answer.score.range[1],
            })
          : rich('surveys.arrived', { who })}
      </p>
      <p class="quiet-text">
        {dateTime(answer.at, Date.now())}
        {answer.contactId === null && ` · ${t('surveys.unassigned')}`}
      </p>
      {answer.comment && <p>{answer.comment}</p>}
    </>
  );
}

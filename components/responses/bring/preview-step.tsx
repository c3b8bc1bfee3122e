import { HeldBack } from '@/components/imports/held-back';
import type { AnswersPreview } from '@/lib/api/answer-views';
import { t } from '@/lib/i18n';
import { dateTime, list, shortDate } from '@/lib/i18n/format';

/** What would come: how many and of whom, the first of them, what is held back and why, what is left out. */
export function PreviewStep({ of }: { of: AnswersPreview }) {
  const { counts, people, between, answers, left, questions } = of;
  return (
    <>
      <p>
        {list([
          t('answers.would_new', { count: counts.new }),
          ...(counts.updated > 0 ? [t('answers.would_updated', { count: counts.updated })] : []),
          ...(counts.already > 0 ? [t('answers.would_already', { count: counts.already })] : []),
          ...(counts.held > 0 ? [t('answers.would_held', { count: counts.held })] : []),
        ])}
      </p>
      {counts.new > 0 && (
        <ul class="small bring-people">
          {(['known', 'waiting', 'nameless'] as const).map(
            (which) =>
              people[which] > 0 && (
                <li key={which}>{t(`answers.people_${which}`, { count: people[which] })}</li>
              ),
          )}
          {between && (
            <li>
              {t('answers.between', {
                first: shortDate(between[0], Date.now()),
                last: shortDate(between[1], Date.now()),
              })}
            </li>
          )}
        </ul>
      )}
      {questions.length > 0 && (
        <>
          <h3>{t('answers.makes')}</h3>
          <ul class="small bring-questions">
            {questions.map(({ title, type }, at) => (
              <li key={at}>
                {title} <span class="quiet-text">{t(`surveys.type_${type}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {answers.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="import-rows bring-answers" aria-label={t('responses.answers')} tabIndex={0}>
          <ul>
            {answers.map((answer) => (
              <li key={answer.where}>
                <p class="small">
                  <span class={answer.contactId ? 'name' : 'quiet-text'}>
                    {answer.name ?? t('responses.nobody')}
                  </span>{' '}
                  <span class="quiet-text">{dateTime(answer.at, Date.now())}</span>
                </p>
                <p class="small bring-lines">
                  {answer.lines.map(({ title, text }, at) => (
                    <span key={at}>
                      <span class="quiet-text">{title}</span> {text}
                    </span>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {counts.new > answers.length && (
        <p class="quiet-text small">{t('answers.first_shown', { count: answers.length })}</p>
      )}
      <HeldBack lines={of.heldBack} />
      {left.length > 0 && (
        <p class="small">
          {t('answers.left', { names: list(left.slice(0, 20).map(({ property }) => property)) })}
        </p>
      )}
      <p class="quiet-text small">{t('answers.quiet_hint')}</p>
    </>
  );
}

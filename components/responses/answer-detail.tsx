import type { ComponentChildren, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { safeLink } from '@/components/activities/link';
import { ChangeList } from '@/components/history/change-list';
import { languageName } from '@/components/surveys/draft/languages';
import type { ResponseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import { AnswerActions } from './answer-actions';
import { answerLines, askedWords } from './answer-lines';
import { Care } from './care';
import { SetAside } from './set-aside';
import { Whose } from './whose';
import { pageWords, proofWords, spanWords, viaWords } from './words';

interface AnswerDetailProps {
  of: ResponseView;
  /** Counts how often it was asked to say whose answer it is. */
  assigning: number;
  heading: Ref<HTMLHeadingElement>;
}

/** One answer: who gave it and what proves it, every question with its answer, and what can be done about it. */
export function AnswerDetail({ of, assigning, heading }: AnswerDetailProps) {
  const [aside, setAside] = useState(false);
  const name = of.name ?? t('responses.nobody');
  return (
    <article class="answer" aria-label={t('responses.answer')}>
      <h2 ref={heading} tabIndex={-1} class={of.name ? 'name answer-name' : 'answer-name quiet-text'}>
        {of.contactId ? <a href={`#/contacts/${of.contactId}`}>{name}</a> : name}
      </h2>
      <p class="quiet-text small">{[of.survey, dateTime(of.at, Date.now()), ...states(of)].join(' · ')}</p>
      <AnswerActions of={of} onSetAside={() => setAside(true)} />
      <Whose of={of} asked={assigning} />
      <dl class="answer-questions">
        {of.questions.map((question) => (
          <div key={question.id}>
            <dt lang={of.lang}>{askedWords(question, of)}</dt>
            {answerLines(question, of).map((line, at) => (
              <dd key={at} lang={typeof of.values[question.id] === 'number' ? undefined : of.lang}>
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <Care of={of} onSetAside={() => setAside(true)} />
      <Particulars of={of} />
      <section aria-label={t('common.history')}>
        <h3>{t('common.history')}</h3>
        <ChangeList subject={of.id} step={5} />
      </section>
      {aside && <SetAside of={of} onClose={() => setAside(false)} />}
    </article>
  );
}

/** What is to be known of it at once: that more may come, that it is done with, that it does not count. */
function states({ done, handledAt, aside }: ResponseView): string[] {
  return [
    ...(done ? [] : [t('responses.partial')]),
    ...(handledAt === null ? [] : [t('responses.handled')]),
    ...(aside ? [t('responses.aside')] : []),
  ];
}

function Particulars({ of }: { of: ResponseView }) {
  const { who, page, hidden } = of;
  const link = safeLink(page);
  const rows: [string, ComponentChildren][] = [
    // Who was asked by the user needs no proof.
    [t('responses.proof'), of.via !== 'hand' && proofWords(of)],
    [t('responses.via'), of.file ? `${viaWords(of.via)}: ${of.file}` : viaWords(of.via)],
    [
      t('responses.page'),
      link && (
        <a class="link" href={link} target="_blank" rel="noreferrer">
          {pageWords(page)}
        </a>
      ),
    ],
    [t('common.name'), who.name],
    [t('common.address'), who.email],
    [t('common.phone'), who.phone],
    [t('responses.who_id'), who.id],
    [t('responses.version'), String(of.version)],
    [t('responses.lang'), languageName(of.lang)],
    [t('responses.time'), of.at > of.startedAt && spanWords(of.at - of.startedAt)],
    ...Object.entries(hidden),
  ];
  return (
    <section aria-label={t('responses.particulars')}>
      <h3>{t('responses.particulars')}</h3>
      <dl class="answer-particulars">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

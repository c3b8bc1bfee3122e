import { answerLines, askedWords } from '@/components/responses/answer-lines';
import { Whose } from '@/components/responses/whose';
import type { CaseView, ResponseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';

/** Who wrote, as far as they said it, and whose answer it is: a case of nobody cannot be replied to from the profile of a contact. */
export function WroteIt({ of }: { of: ResponseView }) {
  const { name, phone } = of.who;
  const said = [name, of.address, phone].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p class="case-address">{said.join(' · ')}</p>}
      <Whose of={of} asked={0} />
    </>
  );
}

/** What was answered beside what stands on the page already, what happened and the address: what they wish, the number of their order. */
export function AnsweredToo({ of, text }: { of: ResponseView; text: CaseView['text'] }) {
  const others = of.questions.filter(({ id, type }) => {
    const value = of.values[id];
    if (typeof value !== 'string') return value !== undefined;
    return value !== of.address && !(type === 'longtext' && text.includes(value.trim()));
  });
  if (others.length === 0) return null;
  return (
    <section aria-label={t('cases.answered')}>
      <h2>{t('cases.answered')}</h2>
      <dl class="answer-questions">
        {others.map((question) => (
          <div key={question.id}>
            <dt lang={of.lang}>{askedWords(question, of)}</dt>
            {answerLines(question, of).map((line, at) => (
              <dd key={at} lang={of.lang}>
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Select } from '@/components/ui/select';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { languageName } from '../draft/languages';
import { opensHereOnly } from './addresses';
import { isAtHub, whyNoLink } from './at-hub';
import { mailQuestion } from './mail-question';
import { type MailQuestion, mailHtml, mailText } from './mail-text';
import { PersonalLinks } from './personal-links';
import { Way } from './way';

interface MailWayProps {
  survey: SurveyView;
  form: AuthorForm;
}

/** The first question in a mail, its answers as links; and links of their own for the contacts of a tag. */
export function MailWay({ survey, form }: MailWayProps) {
  const [wanted, setLang] = useState(form.lang);
  const lang = form.langs.includes(wanted) ? wanted : form.lang;
  const question = isAtHub(survey) ? mailQuestion(survey, form, lang) : null;
  return (
    <Way
      title={t('surveys.way_mail')}
      needs={t('surveys.mail_needs')}
      fault={opensHereOnly(survey) && t('surveys.only_here')}
    >
      {question ? (
        <>
          {form.langs.length > 1 && (
            <Select
              label={t('surveys.mail_language')}
              labelUnseen
              value={lang}
              choices={form.langs.map((each) => ({ value: each, label: languageName(each) }))}
              onChoose={(chosen) => setLang(chosen)}
            />
          )}
          <MailSample question={question} lang={lang} />
          <div class="way-actions">
            <Button kind="ink" onClick={() => void copyText(mailText(question), mailHtml(question))}>
              {t('surveys.copy_mail')}
            </Button>
            <Button onClick={() => void copyText(mailText(question))}>{t('surveys.copy_plain')}</Button>
          </div>
          <p class="way-note">{t('surveys.mail_note')}</p>
          <PersonalLinks survey={survey} />
        </>
      ) : (
        <p class="way-note">{whyNoLink(survey)}</p>
      )}
    </Way>
  );
}

/** What a mail looks like, without leading anywhere. */
function MailSample({ question, lang }: { question: MailQuestion; lang: string }) {
  return (
    <figure class="mail-sample" lang={lang} aria-label={t('surveys.mail_sample')}>
      <p class="mail-sample-title">{question.title}</p>
      <p class="mail-sample-choices">
        {question.choices.map(({ text, href }) => (
          <span key={href}>{text}</span>
        ))}
      </p>
      {question.ends && <p class="mail-sample-ends">{question.ends.join(' – ')}</p>}
      <p class="mail-sample-whole">{question.whole.text}</p>
    </figure>
  );
}

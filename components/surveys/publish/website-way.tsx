import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Field } from '@/components/ui/field';
import type { SurveyView } from '@/lib/api/survey-views';
import { rich, t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { inLanguage } from '@/lib/surveys/language';
import { hubSnippet, inlineSnippet, OWN_WIDGET } from './snippet';
import { Way } from './way';

interface WebsiteWayProps {
  survey: SurveyView;
  form: AuthorForm;
}

/** The survey on a website: one snippet, copied once. */
export function WebsiteWay({ survey, form }: WebsiteWayProps) {
  const { hub, key, version } = survey;
  const [mail, setMail] = useState('');
  const snippet = hub
    ? hubSnippet(hub, key)
    : inlineSnippet(
        form.langs.map((lang) => ({ ...inLanguage(form, lang), version })),
        key,
        mail,
      );
  return (
    <Way
      title={t('surveys.way_website')}
      needs={
        hub
          ? t('surveys.website_needs')
          : rich('surveys.website_needs_inline', {
              folder: OWN_WIDGET,
              how: (
                <a class="link in-text" href="#/help/survey-snippet">
                  {t('surveys.website_how')}
                </a>
              ),
            })
      }
    >
      {!hub && (
        <Field
          label={t('surveys.website_mail')}
          hint={t('surveys.website_mail_hint')}
          value={mail}
          onInput={setMail}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box must be scrolled by keyboard */}
      <section class="snippet" tabIndex={0} aria-label={t('surveys.snippet')}>
        <pre>{snippet}</pre>
      </section>
      <Button kind="ink" onClick={() => void copyText(snippet)}>
        {t('surveys.copy_snippet')}
      </Button>
      <p class="way-note">{t(hub ? 'surveys.website_note' : 'surveys.website_note_inline')}</p>
    </Way>
  );
}

import { Ellipsis } from 'lucide';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { t } from '@/lib/i18n';
import { todoIn } from '@/lib/surveys/translation/texts';
import { useBench } from './bench';
import {
  languageName,
  SURVEY_LANGUAGES,
  withFirstLanguage,
  withLanguage,
  withoutLanguage,
} from './draft/languages';

/** The languages of the survey: the one written in is pressed. More can be added, and taken out with Undo. */
export function LanguageTabs() {
  const { form, lang, setLang, act } = useBench();
  const others = SURVEY_LANGUAGES.filter((each) => !form.langs.includes(each));
  const name = languageName(lang);
  const own: MenuItem[] =
    lang === form.lang
      ? []
      : [
          {
            id: 'first',
            label: t('surveys.language_first', { name }),
            run: () => act(withFirstLanguage(form, lang)),
          },
          {
            id: 'remove',
            label: t('surveys.language_remove', { name }),
            danger: true,
            run: () => {
              act(withoutLanguage(form, lang), t('surveys.language_removed', { name }));
              setLang(form.lang);
            },
          },
        ];
  return (
    <fieldset class="language-tabs">
      <legend class="unseen">{t('surveys.languages')}</legend>
      {form.langs.map((each) => {
        const missing = each === form.lang ? 0 : todoIn(form, each).missing.length;
        return (
          <button
            key={each}
            type="button"
            lang={each}
            class="language-tab"
            aria-pressed={each === lang}
            onClick={() => setLang(each)}
          >
            {languageName(each)}
            {missing > 0 && (
              <span class="language-missing" lang={document.documentElement.lang}>
                {t('surveys.texts_missing', { count: missing })}
              </span>
            )}
          </button>
        );
      })}
      <Menu
        label={t('surveys.language_add')}
        items={others.map((each) => ({
          id: each,
          label: languageName(each),
          run: () => {
            act(withLanguage(form, each));
            setLang(each);
          },
        }))}
      />
      {own.length > 0 && <Menu label={t('surveys.language_menu', { name })} icon={Ellipsis} items={own} />}
    </fieldset>
  );
}

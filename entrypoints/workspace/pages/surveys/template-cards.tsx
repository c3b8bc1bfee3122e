import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { blankForm } from '@/components/surveys/draft/blank';
import { readable } from '@/components/surveys/draft/texts';
import { language, t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { TEMPLATES } from '@/lib/surveys/templates';
import { go, href } from '../../router';

/** What a survey can begin with, as cards; a press makes the survey and opens it. */
export function TemplateCards() {
  const { run, busy, error } = useCommand();
  const [making, setMaking] = useState(false);
  const begin = async (name: string, form: AuthorForm) => {
    if (busy || making) return;
    setMaking(true);
    const added = await run('surveys.add', { name, form: spoken(form) }, t('surveys.added', { name }));
    setMaking(false);
    if (added) go(href('surveys', added.id));
  };
  const blank = blankForm(language.value);

  return (
    <>
      {error && (
        <p class="late" role="alert">
          {error}
        </p>
      )}
      <ul class="template-cards">
        {TEMPLATES.map(({ id, form }) => {
          const name = readable(form.title, language.value, form.lang);
          return (
            <li key={id}>
              <button type="button" class="template-card" onClick={() => void begin(name, form)}>
                <span class="template-name">{name}</span>
                <span class="template-about">{aboutWords(form)}</span>
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            class="template-card"
            onClick={() => void begin(t('surveys.untitled'), blank)}
          >
            <span class="template-name">{t('surveys.blank')}</span>
            <span class="template-about">{t('surveys.blank_about')}</span>
          </button>
        </li>
      </ul>
    </>
  );
}

/** The first question, and how many there are. */
function aboutWords(form: AuthorForm): string {
  const questions = form.pages.flatMap((page) => page.questions);
  const first = questions.find((question) => question.type !== 'statement');
  return t('surveys.template_about', {
    question: readable(first?.title, language.value, form.lang),
    count: questions.length,
  });
}

/** The template with the language on screen as its first one, where it has it. */
function spoken(form: AuthorForm): AuthorForm {
  const lang = language.value;
  if (!form.langs.includes(lang)) return form;
  return { ...form, lang, langs: [lang, ...form.langs.filter((each) => each !== lang)] };
}

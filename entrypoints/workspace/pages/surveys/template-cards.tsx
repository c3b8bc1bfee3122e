import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { blankForm } from '@/components/surveys/draft/blank';
import { readable } from '@/components/surveys/draft/texts';
import { type Key, language, t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { TEMPLATES, type Template } from '@/lib/surveys/templates';
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
          const name = t(NAMES[id]);
          return (
            <li key={id}>
              <button type="button" class="template-card" onClick={() => void begin(name, form)}>
                <span class="template-name">{name}</span>
                <span class="template-about">{firstQuestion(form)}</span>
                <span class="template-count">{t('surveys.questions', { count: countOf(form) })}</span>
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

const NAMES = {
  nps: 'surveys.template_nps',
  csat: 'surveys.template_csat',
  ces: 'surveys.template_ces',
  relationship: 'surveys.template_relationship',
  exit: 'surveys.template_exit',
  complaint: 'surveys.template_complaint',
  event: 'surveys.template_event',
  contact: 'surveys.template_contact',
} as const satisfies Record<Template['id'], Key>;

function firstQuestion(form: AuthorForm): string {
  const questions = form.pages.flatMap((page) => page.questions);
  const first = questions.find(({ type }) => type !== 'statement');
  return readable(first?.title, language.value, form.lang);
}

function countOf(form: AuthorForm): number {
  return form.pages.reduce((count, page) => count + page.questions.length, 0);
}

/** The template with the language on screen as its first one, where it has it. */
function spoken(form: AuthorForm): AuthorForm {
  const lang = language.value;
  if (!form.langs.includes(lang)) return form;
  return { ...form, lang, langs: [lang, ...form.langs.filter((each) => each !== lang)] };
}

import { useEffect, useMemo } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Builder } from '@/components/surveys/builder';
import { type DraftKeeper, keepDraft } from '@/components/surveys/keep-draft';
import { Paths } from '@/components/surveys/paths/paths';
import { Publish } from '@/components/surveys/publish/publish';
import { Translations } from '@/components/surveys/translations/translations';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { language, t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { PageHeading } from '../../page-heading';
import { go, href, route } from '../../router';
import { SurveyHead } from './survey-head';
import './surveys.css';

/** The widget's own drawing of a form; fetched when a preview is shown. */
const draw = async () => (await import('@/widget/app/render')).render;

/** Tables for a translator; fetched when one is saved or read. */
const loadTable = async () => {
  const [{ writeCsv }, { rowsOf }] = await Promise.all([
    import('@/lib/exchange/csv-write'),
    import('@/lib/exchange/csv-rows'),
  ]);
  return { write: writeCsv, read: (text: string) => rowsOf(text).map(({ cells }) => cells) };
};

interface SurveyPageProps {
  id: string;
  part: 'build' | 'paths' | 'texts' | 'publish';
}

/** One survey: written, or published. */
export function SurveyPage({ id, part }: SurveyPageProps) {
  const desk = useDesk();
  const keeper = useMemo(() => keepDraft(desk, id), [desk, id]);
  useEffect(() => keeper.stop, [keeper]);
  const survey = keeper.view.value;
  const form = keeper.form.value;

  if (!survey || !form) {
    if (keeper.error.value == null) return <PageHeading title={t('common.loading')} />;
    return (
      <>
        <PageHeading title={t('surveys.surveys')} />
        <div class="surveys-empty">
          <EmptyState title={failureWords(keeper.error.value)}>{t('surveys.gone')}</EmptyState>
        </div>
      </>
    );
  }
  return (
    <div class="survey-page">
      <SurveyHead
        survey={survey}
        part={part === 'publish' ? 'publish' : 'build'}
        state={keeper.state.value}
        onLeave={() => void keeper.flush()}
      />
      <NotSaved keeper={keeper} />
      {part !== 'publish' && <BuildViews id={id} view={part} />}
      {part === 'publish' ? (
        <Publish
          survey={survey}
          form={form}
          keeper={keeper}
          onFault={(where) => go(href('surveys', id, { at: where }))}
        />
      ) : part === 'paths' ? (
        <Paths form={form} lang={spoken(form)} onOpen={(at) => go(href('surveys', id, { at }))} />
      ) : part === 'texts' ? (
        <Translations
          name={survey.name}
          form={form}
          keeper={keeper}
          loadTable={loadTable}
          onOpen={(at) => go(href('surveys', id, { at }))}
        />
      ) : (
        <Builder
          survey={survey}
          form={form}
          keeper={keeper}
          draw={draw}
          start={route.value.params.get('at')}
        />
      )}
    </div>
  );
}

/** The language on screen where the survey has it, else its first. */
function spoken(form: AuthorForm): string {
  return form.langs.includes(language.value) ? language.value : form.lang;
}

const VIEWS = [
  ['build', 'logic.view_write', ''],
  ['paths', 'logic.view_paths', '/paths'],
  ['texts', 'logic.view_texts', '/texts'],
] as const;

/** The same draft, written question by question, seen as its paths, or language beside language. */
function BuildViews({ id, view }: { id: string; view: 'build' | 'paths' | 'texts' }) {
  return (
    <nav class="survey-views" aria-label={t('logic.views')}>
      {VIEWS.map(([each, words, path]) => (
        <a
          key={each}
          href={href('surveys', `${id}${path}`)}
          aria-current={each === view ? 'page' : undefined}
        >
          {t(words)}
        </a>
      ))}
    </nav>
  );
}

function NotSaved({ keeper }: { keeper: DraftKeeper }) {
  if (keeper.state.value !== 'failed') return null;
  return (
    <div class="survey-failed">
      <ErrorNote
        what={t('surveys.not_saved')}
        todo={failureWords(keeper.error.value)}
        action={<Button onClick={() => void keeper.flush()}>{t('common.try_again')}</Button>}
      />
    </div>
  );
}

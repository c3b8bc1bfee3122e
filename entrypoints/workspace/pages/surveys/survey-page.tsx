import { useEffect, useMemo } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Builder } from '@/components/surveys/builder';
import { type DraftKeeper, keepDraft } from '@/components/surveys/keep-draft';
import { Publish } from '@/components/surveys/publish/publish';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { go, href, route } from '../../router';
import { SurveyHead } from './survey-head';
import './surveys.css';

/** The widget's own drawing of a form; fetched when a preview is shown. */
const draw = async () => (await import('@/widget/app/render')).render;

interface SurveyPageProps {
  id: string;
  part: 'build' | 'publish';
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
        part={part}
        state={keeper.state.value}
        onLeave={() => void keeper.flush()}
      />
      <NotSaved keeper={keeper} />
      {part === 'publish' ? (
        <Publish
          survey={survey}
          form={form}
          keeper={keeper}
          onFault={(where) => go(href('surveys', id, { at: where }))}
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

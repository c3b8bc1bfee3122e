import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import type { SaveState } from '@/components/surveys/keep-draft';
import { stateWords } from '@/components/surveys/words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';

interface SurveyHeadProps {
  survey: SurveyView;
  part: 'build' | 'publish' | 'schedule' | 'results' | 'analysis' | 'report';
  /** How the draft stands to the store; left out where nothing is written. */
  state?: SaveState;
  /** Told before another part is gone to. */
  onLeave?(): void;
}

/** A survey's name, state and parts. */
export function SurveyHead({ survey, part, state, onLeave }: SurveyHeadProps) {
  const [renaming, setRenaming] = useState(false);
  const parts = [
    { id: 'build', label: t('surveys.part_build'), to: href('surveys', survey.id) },
    { id: 'publish', label: t('surveys.part_publish'), to: href('surveys', `${survey.id}/publish`) },
    { id: 'schedule', label: t('schedules.schedule'), to: href('surveys', `${survey.id}/schedule`) },
    { id: 'results', label: t('surveys.part_results'), to: href('surveys', `${survey.id}/results`) },
    { id: 'analysis', label: t('analysis.analysis'), to: href('surveys', `${survey.id}/analysis`) },
    { id: 'report', label: t('report.report'), to: href('surveys', `${survey.id}/report`) },
  ] as const;
  return (
    <>
      <PageHeading
        title={survey.name}
        beside={
          <>
            {stateWords(survey.state)}
            {state && (
              <span class="survey-saved" role="status">
                {state === 'saved' ? t('surveys.saved') : state === 'failed' ? '' : t('surveys.saving')}
              </span>
            )}
          </>
        }
        actions={
          <>
            <nav class="survey-parts" aria-label={t('surveys.parts')}>
              {parts
                .filter(({ id }) => id === 'build' || id === 'publish' || survey.version > 0)
                .map(({ id, label, to }) => (
                  <a key={id} href={to} aria-current={id === part ? 'page' : undefined} onClick={onLeave}>
                    {label}
                  </a>
                ))}
            </nav>
            <Button onClick={() => setRenaming(true)}>{t('surveys.rename')}</Button>
            {part === 'build' && (
              <Button
                kind="ink"
                onClick={() => {
                  onLeave?.();
                  go(href('surveys', `${survey.id}/publish`));
                }}
              >
                {t('surveys.publish')}
              </Button>
            )}
          </>
        }
      />
      {renaming && <Rename survey={survey} onClose={() => setRenaming(false)} />}
    </>
  );
}

function Rename({ survey, onClose }: { survey: SurveyView; onClose(): void }) {
  const [name, setName] = useState(survey.name);
  const act = useAction();
  const save = async (event: Event) => {
    event.preventDefault();
    if (name.trim() && (await act('surveys.edit', { id: survey.id, name: name.trim() }))) onClose();
  };
  return (
    <Dialog title={t('surveys.rename')} onClose={onClose}>
      <form onSubmit={save}>
        <Field
          label={t('surveys.column_name')}
          hint={t('surveys.name_hint')}
          value={name}
          autofocus
          onInput={setName}
        />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" disabled={!name.trim()}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

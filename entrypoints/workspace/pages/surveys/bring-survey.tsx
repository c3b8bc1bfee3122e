import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FileButton } from '@/components/ui/file-button';
import { t } from '@/lib/i18n';
import {
  type BroughtSurvey,
  LARGEST_SURVEY,
  readSurvey,
  SurveyFileError,
} from '@/lib/surveys/elsewhere/read';
import { go, href } from '../../router';

/** A character takes up to three. */
const MOST_BYTES = 3 * LARGEST_SURVEY;

interface Brought {
  /** Of the file. */
  name: string;
  read: BroughtSurvey;
}

/** Begins with a survey that was made elsewhere: says first what would come of it. */
export function BringSurvey() {
  const [brought, setBrought] = useState<Brought | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File) => {
    setProblem(null);
    try {
      if (file.size > MOST_BYTES) throw new SurveyFileError('large');
      setBrought({ name: file.name, read: readSurvey(await file.text()) });
    } catch (error) {
      if (!(error instanceof SurveyFileError)) throw error;
      setProblem(t(`elsewhere.problem_${error.problem}`));
    }
  };
  return (
    <div class="bring-survey">
      <FileButton label={t('elsewhere.file')} accept=".json,.qsf,application/json" onFile={take}>
        {t('elsewhere.bring')}
      </FileButton>
      <span class="quiet-text small">{t('elsewhere.bring_how')}</span>
      {problem && (
        <p class="late" role="alert">
          {problem}
        </p>
      )}
      {brought && <Preview of={brought} onClose={() => setBrought(null)} />}
    </div>
  );
}

function Preview({ of: { name, read }, onClose }: { of: Brought; onClose(): void }) {
  const { run, busy, error } = useCommand();
  const { form, lost } = read;
  const title = form.title[form.lang]?.slice(0, 200) || name;
  const make = async () => {
    const added = await run('surveys.add', { name: title, form }, t('surveys.added', { name: title }));
    if (added) go(href('surveys', added.id));
  };
  const count = form.pages.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <Dialog title={t('elsewhere.bring_title', { name })} onClose={onClose}>
      <p>{t('elsewhere.read', { count })}</p>
      {lost.length === 0 ? (
        <p class="quiet-text">{t('elsewhere.all_read')}</p>
      ) : (
        <>
          <p>{t('elsewhere.lost', { count: lost.length })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by keys */}
          <ul class="bring-lost" tabIndex={0}>
            {lost.map(({ what, why }, at) => (
              <li key={at}>
                {what} <span class="quiet-text">{t(`elsewhere.why_${why}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {error && (
        <p class="late" role="alert">
          {error}
        </p>
      )}
      <footer class="dialog-actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="ink" disabled={busy} onClick={() => void make()}>
          {t('elsewhere.make')}
        </Button>
      </footer>
    </Dialog>
  );
}

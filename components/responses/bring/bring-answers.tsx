import { useEffect } from 'preact/hooks';
import { pickBrought, surveyInSight } from '@/components/imports/brought-file';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';

const KINDS = '.csv,.xlsx,.xlsm,.tsv,.txt,text/csv';

/** Asks for a file of answers that were given elsewhere, to bring them to this survey; one that is dropped on the page is such a file too. */
export function BringAnswers({ surveyId }: { surveyId: string }) {
  useEffect(() => {
    surveyInSight.value = surveyId;
    return () => {
      surveyInSight.value = null;
    };
  }, [surveyId]);
  return (
    <Button title={t('answers.bring_hint')} onClick={() => void pickBrought(KINDS, surveyId)}>
      {t('answers.bring')}
    </Button>
  );
}

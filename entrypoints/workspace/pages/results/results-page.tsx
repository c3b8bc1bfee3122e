import { useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { BringAnswers } from '@/components/responses/bring/bring-answers';
import { Goals } from '@/components/responses/results/goals';
import { ResultsSheet } from '@/components/responses/results/results';
import { ALL, given, type ResultsScope, ScopeBar } from '@/components/responses/results/scope-bar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { SurveyHead } from '../surveys/survey-head';
import { NoSurvey, useSurvey } from './no-survey';
import '../surveys/surveys.css';

/** The results of a survey, of all answers or of some. */
export function ResultsPage({ id }: { id: string }) {
  const { client } = useDesk();
  const [scope, setScope] = useState<ResultsScope>(ALL);
  const survey = useSurvey(id);
  const input = { surveyId: id, ...given(scope) };
  const results = useQuery('results.view', input, { keep: true });
  const save = async () => {
    try {
      const { file, name } = await client.call('results.csv', input);
      download(name, file, 'text/csv');
      toast(t('results.csv_done', { name }));
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };

  /** Of the days that are shown. */
  const showSegment = (segmentId: string) => setScope({ ...scope, tagId: '', lang: '', segmentId });

  if (!survey.value) return <NoSurvey error={survey.error} />;
  const isScoped = scope !== ALL;
  return (
    <div class="results-page">
      <SurveyHead survey={survey.value} part="results" />
      <div class="results-bar">
        <ScopeBar scope={scope} langs={survey.value.draft.langs} onScope={setScope} />
        <div class="results-take">
          <Button onClick={() => void save()}>{t('results.csv')}</Button>
          <Button onClick={() => print()}>{t('results.print')}</Button>
          <BringAnswers surveyId={id} />
        </div>
      </div>
      {results.error != null && !results.value && (
        <div class="results-empty">
          <EmptyState title={failureWords(results.error)}>{t('results.failed')}</EmptyState>
        </div>
      )}
      {results.value?.counts.all === 0 && (
        <div class="results-empty">
          <EmptyState title={t(isScoped ? 'results.empty_scope' : 'results.empty')}>
            {t(isScoped ? 'results.empty_scope_how' : 'results.empty_how')}
          </EmptyState>
          <Goals of={results.value} scope={input} onSegment={showSegment} />
        </div>
      )}
      {results.value && results.value.counts.all > 0 && (
        <ResultsSheet of={results.value} scope={input} onSegment={showSegment} />
      )}
    </div>
  );
}

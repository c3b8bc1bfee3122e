import { useState } from 'preact/hooks';
import { BiasSection } from '@/components/responses/analysis/bias-section';
import { CompareSection } from '@/components/responses/analysis/compare-section';
import { DriversSection } from '@/components/responses/analysis/drivers-section';
import { IndexSection } from '@/components/responses/analysis/index-section';
import { TopicsSection } from '@/components/responses/analysis/topics-section';
import { WavesSection } from '@/components/responses/analysis/waves-section';
import { ALL, given, type ResultsScope, ScopeBar } from '@/components/responses/results/scope-bar';
import { href } from '../../router';
import { SurveyHead } from '../surveys/survey-head';
import { NoSurvey, useSurvey } from './no-survey';
import '../surveys/surveys.css';

/** What lies behind the results of a survey: of all answers or of some. */
export function AnalysisPage({ id }: { id: string }) {
  const [scope, setScope] = useState<ResultsScope>(ALL);
  const survey = useSurvey(id);
  if (!survey.value) return <NoSurvey error={survey.error} />;
  const asked = { surveyId: id, ...given(scope) };
  const { draft, published } = survey.value;
  return (
    <div class="results-page">
      <SurveyHead survey={survey.value} part="analysis" />
      <div class="results-bar">
        <ScopeBar scope={scope} langs={draft.langs} onScope={setScope} />
      </div>
      <div class="insights analysis">
        <IndexSection scope={asked} />
        <DriversSection scope={asked} />
        <CompareSection
          scope={asked}
          questions={(published ?? draft).pages.flatMap(({ questions }) => questions)}
        />
        <WavesSection scope={asked} />
        <TopicsSection scope={asked} answerHref={(answer) => href('responses', answer)} />
        <BiasSection surveyId={id} />
      </div>
    </div>
  );
}

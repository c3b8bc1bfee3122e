import { AnalysisPage } from '../results/analysis-page';
import { ReportPage } from '../results/report-page';
import { ResultsPage } from '../results/results-page';
import { InPersonPage } from './in-person-page';
import { NewSurveyPage } from './new-survey-page';
import { SchedulePage } from './schedule-page';
import { SurveyPage } from './survey-page';
import { SurveysPage } from './surveys-page';

/** `#/surveys`, `#/surveys/new`, `#/surveys/ID`, `#/surveys/ID/paths`, `#/surveys/ID/texts`, `#/surveys/ID/publish`, `#/surveys/ID/ask`, `#/surveys/ID/schedule`, `#/surveys/ID/results`, `#/surveys/ID/analysis`, `#/surveys/ID/report`. */
export function SurveyPages({ rest }: { rest: string | null }) {
  if (!rest) return <SurveysPage />;
  if (rest === 'new') return <NewSurveyPage />;
  const [id = '', part] = rest.split('/');
  if (part === 'ask') return <InPersonPage id={id} />;
  if (part === 'schedule') return <SchedulePage id={id} />;
  if (part === 'results') return <ResultsPage id={id} />;
  if (part === 'analysis') return <AnalysisPage id={id} />;
  if (part === 'report') return <ReportPage id={id} />;
  const own = (['publish', 'paths', 'texts'] as const).find((each) => each === part);
  return <SurveyPage id={id} part={own ?? 'build'} />;
}

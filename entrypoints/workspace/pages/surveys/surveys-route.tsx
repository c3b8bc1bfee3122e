import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { NewSurveyPage } from './new-survey-page';
import type { SurveyPage } from './survey-page';
import { SurveysPage } from './surveys-page';

/** `#/surveys`, `#/surveys/new`, `#/surveys/ID`, `#/surveys/ID/publish`. */
export function SurveysRoute({ rest }: { rest: string | null }) {
  if (!rest) return <SurveysPage />;
  if (rest === 'new') return <NewSurveyPage />;
  const [id = '', part] = rest.split('/');
  return <LoadedSurvey id={id} part={part === 'publish' ? 'publish' : 'build'} />;
}

type Loaded = ComponentType<Parameters<typeof SurveyPage>[0]>;
let loaded: Loaded | null = null;

/** The builder comes when it is first opened: the pages that people open every day do not carry it. */
function LoadedSurvey(props: Parameters<typeof SurveyPage>[0]) {
  const [Page, setPage] = useState<Loaded | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./survey-page').then((module) => {
      loaded = module.SurveyPage;
      setPage(() => module.SurveyPage);
    });
  }, []);
  return Page ? <Page {...props} /> : <PageHeading title={t('common.loading')} />;
}

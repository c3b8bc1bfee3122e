import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import type { SurveyPages } from './survey-pages';

let loaded: typeof SurveyPages | null = null;

/** Everything of surveys comes when it is first opened: templates and builder weigh as much as all other pages together. */
export function SurveysRoute({ rest }: { rest: string | null }) {
  const [Pages, setPages] = useState<typeof SurveyPages | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./survey-pages').then((module) => {
      loaded = module.SurveyPages;
      setPages(() => module.SurveyPages);
    });
  }, []);
  return Pages ? <Pages rest={rest} /> : <PageHeading title={t('common.loading')} />;
}

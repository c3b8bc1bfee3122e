import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import type { InsightsPage } from './insights-page';

let loaded: typeof InsightsPage | null = null;

/** Insights come when they are first opened. */
export function InsightsRoute() {
  const [Page, setPage] = useState<typeof InsightsPage | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./insights-page').then((module) => {
      loaded = module.InsightsPage;
      setPage(() => module.InsightsPage);
    });
  }, []);
  return Page ? <Page /> : <PageHeading title={t('common.loading')} />;
}

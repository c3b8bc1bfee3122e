import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import type { CalendarPage } from './calendar-page';

let loaded: typeof CalendarPage | null = null;

/** The calendar comes when it is first opened. */
export function CalendarRoute() {
  const [Page, setPage] = useState<typeof CalendarPage | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./calendar-page').then((module) => {
      loaded = module.CalendarPage;
      setPage(() => module.CalendarPage);
    });
  }, []);
  return Page ? <Page /> : <PageHeading title={t('common.loading')} />;
}

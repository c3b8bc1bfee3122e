import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import type { PlaysPage } from './plays-page';

let loaded: typeof PlaysPage | null = null;

/** The page of plays comes when it is first opened. */
export function PlaysRoute() {
  const [Page, setPage] = useState<typeof PlaysPage | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./plays-page').then((module) => {
      loaded = module.PlaysPage;
      setPage(() => module.PlaysPage);
    });
  }, []);
  return Page ? <Page /> : <PageHeading title={t('common.loading')} />;
}

import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import type { DealsPages } from './deals-pages';

let loaded: typeof DealsPages | null = null;

/** The board of deals comes when it is first opened. */
export function DealsRoute({ rest }: { rest: string | null }) {
  const [Pages, setPages] = useState<typeof DealsPages | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./deals-pages').then((module) => {
      loaded = module.DealsPages;
      setPages(() => module.DealsPages);
    });
  }, []);
  return Pages ? <Pages rest={rest} /> : <PageHeading title={t('common.loading')} />;
}

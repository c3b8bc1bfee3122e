import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import type { SegmentPages } from './segment-pages';

let loaded: typeof SegmentPages | null = null;

/** The pages of segments come when one is first opened. */
export function SegmentsRoute({ rest }: { rest: string | null }) {
  const [Pages, setPages] = useState<typeof SegmentPages | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./segment-pages').then((module) => {
      loaded = module.SegmentPages;
      setPages(() => module.SegmentPages);
    });
  }, []);
  return Pages ? <Pages rest={rest} /> : <PageHeading title={t('common.loading')} />;
}

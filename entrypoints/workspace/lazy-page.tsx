import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { t } from '@/lib/i18n';
import { PageHeading } from './page-heading';

/** A page whose code comes when it is first opened. Where it does not come that is said, with a way to try again. */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function LazyPage(props: P) {
    const [Page, setPage] = useState<ComponentType<P> | null>(() => loaded);
    const [failed, setFailed] = useState(false);
    const fetchPage = () => {
      setFailed(false);
      load().then(
        (page) => {
          loaded = page;
          setPage(() => page);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      // It may have come for another place between this one's drawing and now.
      if (loaded) setPage(() => loaded);
      else fetchPage();
    }, []);
    if (Page) return <Page {...props} />;
    if (!failed) return <PageHeading title={t('common.loading')} />;
    return (
      <EmptyState
        title={t('workspace.page_failed')}
        action={
          <>
            <Button kind="ink" onClick={fetchPage}>
              {t('common.try_again')}
            </Button>{' '}
            <Button onClick={() => location.reload()}>{t('workspace.reload')}</Button>
          </>
        }
      >
        {t('workspace.page_failed_how')}
      </EmptyState>
    );
  };
}

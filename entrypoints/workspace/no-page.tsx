import { EmptyState } from '@/components/ui/empty-state';
import { rich, t } from '@/lib/i18n';
import { PageHeading } from './page-heading';
import { href } from './router';

/** An address that names no page: said, with ways on, for another page in its place would look like the one that was meant. */
export function NoPage() {
  return (
    <>
      <PageHeading title={t('workspace.no_page')} />
      <EmptyState
        title={t('workspace.no_page_at', { address: decodedHash() })}
        action={
          <a class="accent-link" href={href('today')}>
            {t('workspace.no_page_today')}
          </a>
        }
      >
        {rich('workspace.no_page_how', { keys: <span class="keys" data-keys="Ctrl K" /> })}
      </EmptyState>
    </>
  );
}

/** The address as it was typed; one that is broken as it stands. */
function decodedHash(): string {
  try {
    return decodeURI(location.hash);
  } catch {
    return location.hash;
  }
}

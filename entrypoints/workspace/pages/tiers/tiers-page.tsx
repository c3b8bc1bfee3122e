import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { TierEditor } from '@/components/tiers/tier-editor';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import '@/components/tiers/tiers.css';

/** The levels of customers. Without any segment there is nothing to say who belongs to one. */
export function TiersPage() {
  const settings = useQuery('settings.get', {}, { keep: true });
  const segments = useQuery('segments.names', {}, { keep: true });
  const error = settings.error ?? segments.error;
  if (error != null) return <EmptyState title={failureWords(error)}>{t('tiers.failed')}</EmptyState>;
  if (!settings.value || !segments.value) return <PageHeading title={t('common.loading')} />;
  const tiers = settings.value.settings.tiers ?? [];
  const lacksSegments = segments.value.length === 0 && tiers.length === 0;
  return (
    <div>
      <PageHeading title={t('tiers.tiers')} beside={tiers.length > 0 ? number(tiers.length) : undefined} />
      <div class="tiers-page">
        <p class="quiet-text">{t('tiers.how')}</p>
        {lacksSegments ? (
          <EmptyState
            title={t('tiers.empty')}
            action={
              <Button kind="ink" onClick={() => go(href('segments', 'new'))}>
                {t('segments.new')}
              </Button>
            }
          >
            {t('tiers.no_segments')}
          </EmptyState>
        ) : (
          <TierEditor
            key={JSON.stringify(tiers)}
            tiers={tiers}
            segments={segments.value}
            addressOf={(id) => href('contacts', id)}
          />
        )}
      </div>
    </div>
  );
}

import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Compare } from '@/components/segments/compare';
import { useBaseCurrency } from '@/components/segments/currency';
import { SegmentEditor } from '@/components/segments/editor';
import { Members } from '@/components/segments/members';
import { PortraitView } from '@/components/segments/portrait';
import { Rules } from '@/components/segments/rules';
import { Uses } from '@/components/segments/uses';
import { queryWords } from '@/components/segments/words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { SegmentUse } from '@/lib/api/segment-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';

/** One segment: what it asks, whom it holds and why, what they are like, who came and went. */
export function SegmentPage({ id, isEdited }: { id: string; isEdited: boolean }) {
  const list = useQuery('segments.list', {}, { keep: true });
  useBaseCurrency();
  const segment = list.value?.find((one) => one.id === id);
  if (!segment) {
    if (list.error != null)
      return <EmptyState title={failureWords(list.error)}>{t('segments.list_failed')}</EmptyState>;
    return list.value ? (
      <EmptyState title={t('segments.not_found')}>{t('segments.empty_how')}</EmptyState>
    ) : (
      <PageHeading title={t('common.loading')} />
    );
  }
  const { name, query, names, count } = segment;
  const addressOf = (contactId: string) => href('contacts', contactId);
  return (
    <div class="segments-page">
      <PageHeading
        title={name}
        beside={number(count)}
        actions={
          query &&
          !isEdited && (
            <>
              <Button onClick={() => go(href('contacts', null, { segment: id }))}>
                {t('segments.in_table')}
              </Button>
              <Button kind="ink" onClick={() => go(href('segments', `${id}/edit`))}>
                {t('segments.edit')}
              </Button>
            </>
          )
        }
      />
      <div class="segment-page">
        {!query && <p class="late">{t('segments.newer')}</p>}
        {query && isEdited && (
          <SegmentEditor
            id={id}
            name={name}
            query={query}
            onSaved={() => go(href('segments', id))}
            onCancel={() => go(href('segments', id))}
          />
        )}
        {query && !isEdited && (
          <>
            <p class="segment-sentence">{queryWords(query, names)}</p>
            <Members id={id} addressOf={addressOf} />
            <PortraitView id={id} />
            <Rules id={id} />
            <Uses id={id} addressOf={whereUsed} />
            <Compare id={id} addressOf={addressOf} />
          </>
        )}
      </div>
    </div>
  );
}

/** Where what rests on a segment is seen. */
function whereUsed({ by, id }: SegmentUse): string {
  const places: Record<SegmentUse['by'], string> = {
    segment: href('segments', id),
    tag: href('tags'),
    tier: href('tiers'),
    view: href('contacts'),
    play: href('plays'),
    schedule: href('surveys', `${id}/schedule`),
    goal: href('surveys', `${id}/results`),
  };
  return places[by];
}

import { useLate } from '@/components/query/use-late';
import { useQuery } from '@/components/query/use-query';
import type { Query } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';

const SAMPLE = 3;

/** Whom the question finds, asked anew when the typing pauses. */
export function LiveCount({ query }: { query: Query }) {
  const asked = useLate(query);
  const found = useQuery('segments.find', { what: { query: asked }, limit: SAMPLE }, { keep: true });
  const words = found.value && countWords(found.value.count, found.value.of);
  const names = found.value?.people.map(({ name }) => name || t('panel.nameless')) ?? [];
  return (
    <div class="segment-live">
      <p class="segment-count" role="status">
        {found.error != null && !found.value ? t('segments.find_failed') : (words ?? t('segments.counting'))}
      </p>
      {names.length > 0 && <p class="quiet-text">{t('segments.for_example', { names: list(names) })}</p>}
      {found.value?.unclear && <p class="late">{t('segments.unclear')}</p>}
    </div>
  );
}

export function countWords(count: number, of: number): string {
  return count === 0 ? t('segments.found_nobody', { of }) : t('segments.found', { count, of });
}

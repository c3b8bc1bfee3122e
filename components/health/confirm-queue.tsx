import { useState } from 'preact/hooks';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { Skeleton } from '@/components/ui/skeleton';
import type { Result } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import { ConfirmCard } from './confirm-card';
import './health.css';

/** Values of one list that were answered. */
interface Answered {
  of: Result<'health.queue'> | null;
  ids: ReadonlySet<string>;
}

/** Values in question, one at a time. */
export function ConfirmQueue({ page }: { page(contactId: string): string }) {
  const queue = useQuery('health.queue', { limit: 50 }, { keep: true });
  // What was answered stands in the list until it is read again; what was undone stands in the next.
  const [answered, setAnswered] = useState<Answered>({ of: null, ids: new Set() });
  const isOut = (id: string) => answered.of === queue.value && answered.ids.has(id);
  if (queue.error != null) return <ErrorNote what={t('health.failed')} todo={failureWords(queue.error)} />;
  if (!queue.value) return <Skeleton lines={3} />;
  const [item] = queue.value.items.filter(({ id }) => !isOut(id));
  if (!item) return <EmptyState title={t('health.queue_empty')}>{t('health.queue_empty_how')}</EmptyState>;
  return (
    <ConfirmCard
      key={item.id}
      item={item}
      page={page(item.contactId)}
      onAnswered={() =>
        setAnswered(({ of, ids }) => ({
          of: queue.value,
          ids: new Set([...(of === queue.value ? ids : []), item.id]),
        }))
      }
    />
  );
}

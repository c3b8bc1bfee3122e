import { useQuery } from '@/components/query/use-query';
import { t } from '@/lib/i18n';
import { list, shortDate } from '@/lib/i18n/format';
import { partWords } from './words';

/** How complete a contact is, what is missing, and when something of it was last confirmed: one quiet line. */
export function ContactHealth({ id }: { id: string }) {
  const health = useQuery('health.contact', { id }, { keep: true });
  if (!health.value) return null;
  const { percent, missing, confirmedAt } = health.value;
  const words = [
    t('health.complete', { percent }),
    confirmedAt === null
      ? t('health.never_confirmed')
      : t('health.last_confirmed', { date: shortDate(confirmedAt, Date.now()) }),
    ...(missing.length > 0 ? [t('health.lacks', { parts: list(missing.slice(0, 3).map(partWords)) })] : []),
  ];
  return <p class="small quiet-text">{words.join(' · ')}</p>;
}

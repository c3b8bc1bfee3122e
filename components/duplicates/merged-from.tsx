import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import type { MergedFrom as Merged } from '@/lib/api/merge-views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import './merged-from.css';

interface MergedFromProps {
  list: readonly Merged[];
  op: 'contacts.unmerge' | 'companies.unmerge';
}

/** What was merged into the contact or company shown. Each can be taken out again, however long ago it was. */
export function MergedFrom({ list, op }: MergedFromProps) {
  const act = useAction();
  if (list.length === 0) return null;
  const title = t('duplicates.merged_from');
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul class="merged-from">
        {list.map(({ id, name, at }) => (
          <li key={id}>
            <span class="name one-line">{name}</span>
            <span class="small quiet-text">
              {t('duplicates.merged_at', { date: shortDate(at, Date.now()) })}
            </span>
            <Button
              kind="bare"
              aria-label={t('duplicates.unmerge_of', { name })}
              onClick={() => void act(op, { id }, t('duplicates.unmerged', { name }))}
            >
              {t('duplicates.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { DuplicateGroup } from './duplicate-group';
import { mergedWords } from './merge-dialog';
import './duplicates.css';

const PAGE = 25;

interface DuplicateListProps {
  /** Those who share an address and whose names agree; else those who may be the same. */
  certain: boolean;
  page(id: string): string;
}

/** The groups of one kind, a page at a time. Those that are certain can be merged a page at once. */
export function DuplicateList({ certain, page }: DuplicateListProps) {
  const [offset, setOffset] = useState(0);
  const list = useQuery('duplicates.list', { certain, offset, limit: PAGE }, { keep: true });
  const { run, busy, error } = useCommand();
  const rows = useRef<HTMLUListElement>(null);
  /** The group that had the focus last, and its place. */
  const last = useRef<{ key: string; at: number } | null>(null);
  const { groups, total } = list.value ?? { groups: [], total: 0 };

  // The button that was pressed leaves with its group: whoever goes through them by keyboard is at the next.
  useLayoutEffect(() => {
    if (!last.current || groups.some(({ key }) => key === last.current?.key)) return;
    const { at } = last.current;
    last.current = null;
    const left = rows.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [];
    const next = left[Math.min(at, left.length - 1)];
    if (document.activeElement === document.body) next?.querySelector<HTMLElement>('button')?.focus();
  }, [groups]);

  if (list.error != null) return <ErrorNote what={t('duplicates.failed')} todo={failureWords(list.error)} />;
  if (total === 0) return null;
  if (offset >= total) setOffset(Math.max(0, Math.floor((total - 1) / PAGE) * PAGE));

  const clear = groups.filter((group) => group.clear);
  const mergeAll = () => {
    const merged = clear.map(({ contacts: [stays, ...others] }) => ({
      into: stays?.id ?? '',
      from: others.map((contact) => contact.id),
    }));
    void run('contacts.merge', { groups: merged }, ({ count }) => mergedWords(count));
  };
  const title = t(certain ? 'duplicates.certain' : 'duplicates.perhaps');

  return (
    <section class="duplicates-part" aria-label={title}>
      <div class="duplicates-head">
        <h2>
          {title} <span class="duplicates-total num">{number(total)}</span>
        </h2>
        <span class="small quiet-text">
          {t(certain ? 'duplicates.certain_how' : 'duplicates.perhaps_how')}
        </span>
        {clear.length > 0 && (
          <Button kind="ink" loading={busy} onClick={mergeAll}>
            {t('duplicates.merge_page', { count: clear.length })}
          </Button>
        )}
      </div>
      {error && <ErrorNote what={t('common.not_saved')} todo={error} />}
      <ul
        ref={rows}
        onFocusIn={({ target }) => {
          const at = [...(rows.current?.children ?? [])].findIndex((row) => row.contains(target as Node));
          last.current = groups[at] ? { key: groups[at].key, at } : null;
        }}
      >
        {groups.map((group) => (
          <DuplicateGroup key={group.key} group={group} page={page} />
        ))}
      </ul>
      {total > PAGE && (
        <div class="duplicates-pages">
          <Button disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
            {t('duplicates.earlier')}
          </Button>
          <Button disabled={offset + PAGE >= total} onClick={() => setOffset(offset + PAGE)}>
            {t('duplicates.later')}
          </Button>
          <span class="small quiet-text num">
            {t('duplicates.page_of', {
              from: number(offset + 1),
              to: number(Math.min(offset + PAGE, total)),
              total: number(total),
            })}
          </span>
        </div>
      )}
    </section>
  );
}

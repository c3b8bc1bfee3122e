import { Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import type { ContactFilter } from '@/lib/crm/contact-filter';
import { t } from '@/lib/i18n';
import { FilterField, type FilterKind } from './filter-field';

interface FilterBarProps {
  filter: ContactFilter;
  onFilter(filter: ContactFilter): void;
  onColumns(): void;
}

const QUIET = [30, 90, 365] as const;

/** What the table is narrowed to: each filter in words, removable, and one more to add. */
export function FilterBar({ filter, onFilter, onColumns }: FilterBarProps) {
  const [adding, setAdding] = useState<FilterKind | null>(null);
  const chips = useChips(filter);
  const add = (more: ContactFilter) => {
    setAdding(null);
    onFilter({ ...filter, ...more });
  };

  return (
    <div class="filters">
      {chips.map(({ key, words }) => (
        <span key={key} class="filter">
          {words}
          <IconButton
            icon={X}
            size={14}
            label={t('workspace.filter_remove', { filter: words })}
            onClick={() => onFilter(without(filter, key))}
          />
        </span>
      ))}
      {adding && <FilterField kind={adding} onChoose={add} onClose={() => setAdding(null)} />}
      <Menu
        label={t('workspace.filter')}
        items={[
          { id: 'text', label: t('workspace.filter_text'), run: () => setAdding('text') },
          { id: 'tag', label: t('common.tag'), run: () => setAdding('tag') },
          { id: 'company', label: t('common.company'), run: () => setAdding('company') },
          { id: 'open', label: t('workspace.filter_open'), run: () => add({ open: true }) },
          { id: 'work', label: t('workspace.kind_work'), run: () => add({ kind: 'work' }) },
          { id: 'personal', label: t('workspace.kind_personal'), run: () => add({ kind: 'personal' }) },
          ...QUIET.map((days) => ({
            id: `quiet-${days}`,
            label: t('workspace.filter_quiet', { count: days }),
            run: () => add({ quietDays: days }),
          })),
        ]}
      >
        <Icon node={Plus} size={14} /> {t('workspace.filter')}
      </Menu>
      <Button kind="bare" class="filters-columns" onClick={onColumns}>
        {t('workspace.columns')}
      </Button>
    </div>
  );
}

type FilterKey = keyof ContactFilter;

/** Each filter in force, in words. Names of tags and companies come from the store. */
function useChips(filter: ContactFilter): { key: FilterKey; words: string }[] {
  const tags = useQuery('tags.tree', filter.tagId ? {} : null, { keep: true });
  const company = useQuery('companies.view', filter.companyId ? { id: filter.companyId } : null);
  const tag = tags.value?.find((one) => one.id === filter.tagId);
  const chips: { key: FilterKey; words: string | null | undefined }[] = [
    { key: 'text', words: filter.text && t('workspace.filter_quoted', { text: filter.text }) },
    { key: 'tagId', words: filter.tagId && `${t('common.tag')}: ${tag?.path.join(' / ') ?? ''}` },
    { key: 'companyId', words: filter.companyId && `${t('common.company')}: ${company.value?.name ?? ''}` },
    {
      key: 'kind',
      words: filter.kind && t(filter.kind === 'work' ? 'workspace.kind_work' : 'workspace.kind_personal'),
    },
    { key: 'open', words: filter.open && t('workspace.filter_open') },
    { key: 'quietDays', words: filter.quietDays && t('workspace.filter_quiet', { count: filter.quietDays }) },
  ] as { key: FilterKey; words: string | null | undefined }[];
  return chips.flatMap(({ key, words }) => (words ? [{ key, words }] : []));
}

function without(filter: ContactFilter, key: FilterKey): ContactFilter {
  const { [key]: _, ...rest } = filter;
  return rest;
}

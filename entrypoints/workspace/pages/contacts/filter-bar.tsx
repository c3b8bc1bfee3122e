import { Plus, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import type { ContactFilter } from '@/lib/crm/contact-filter';
import { t } from '@/lib/i18n';
import { type FilterKey, useChips } from './filter-chips';
import { FilterField, type FilterKind } from './filter-field';

interface FilterBarProps {
  filter: ContactFilter;
  onFilter(filter: ContactFilter): void;
  onColumns(): void;
  /** Offers to save what is shown. */
  save?: ComponentChildren;
}

const QUIET = [30, 90, 365] as const;
const ADDED = [7, 30] as const;

/** What the table is narrowed to: each filter in words, removable, and one more to add. */
export function FilterBar({ filter, onFilter, onColumns, save }: FilterBarProps) {
  const [adding, setAdding] = useState<FilterKind | null>(null);
  const chips = useChips(filter);
  const bar = useRef<HTMLDivElement>(null);
  /** Where the filter stood that is being taken away. */
  const leaving = useRef<number | null>(null);
  const focusAt = (place?: number) => {
    const chip =
      place === undefined ? null : bar.current?.querySelectorAll<HTMLElement>('.filter button')[place];
    (chip ?? bar.current?.querySelector<HTMLElement>('[aria-haspopup=menu]'))?.focus();
  };
  // The address changes first, then the chips: only then is the next one where this one was.
  useLayoutEffect(() => {
    if (leaving.current !== null) focusAt(leaving.current);
    leaving.current = null;
  }, [chips.length]);
  const close = () => {
    setAdding(null);
    focusAt();
  };
  const add = (more: ContactFilter) => {
    close();
    const facts = [...(filter.facts ?? []), ...(more.facts ?? [])];
    onFilter({ ...filter, ...more, ...(facts.length > 0 ? { facts } : {}) });
  };

  return (
    <div class="filters" ref={bar}>
      {chips.map(({ key, words, at }, place) => (
        <span key={`${key} ${at ?? ''}`} class="filter">
          {words}
          <IconButton
            icon={X}
            size={14}
            label={t('workspace.filter_remove', { filter: words })}
            onClick={() => {
              leaving.current = place;
              onFilter(without(filter, key, at));
            }}
          />
        </span>
      ))}
      {adding && <FilterField kind={adding} onChoose={add} onClose={close} />}
      <Menu
        label={t('workspace.filter')}
        items={[
          { id: 'text', label: t('workspace.filter_text'), run: () => setAdding('text') },
          { id: 'tag', label: t('common.tag'), run: () => setAdding('tag') },
          { id: 'company', label: t('common.company'), run: () => setAdding('company') },
          { id: 'segment', label: t('segments.segment'), run: () => setAdding('segment') },
          { id: 'fact', label: t('health.filter_field'), run: () => setAdding('fact') },
          { id: 'import', label: t('health.filter_import'), run: () => setAdding('import') },
          { id: 'open', label: t('workspace.filter_open'), run: () => add({ open: true }) },
          { id: 'work', label: t('workspace.kind_work'), run: () => add({ kind: 'work' }) },
          { id: 'personal', label: t('workspace.kind_personal'), run: () => add({ kind: 'personal' }) },
          { id: 'untagged', label: t('health.filter_untagged'), run: () => add({ untagged: true }) },
          {
            id: 'consent',
            label: t('health.filter_no_consent', { channel: t('unfolded.consent_mail') }),
            run: () => add({ noConsent: 'mail' }),
          },
          ...ADDED.map((days) => ({
            id: `added-${days}`,
            label: t('health.filter_added', { count: days }),
            run: () => add({ addedDays: days }),
          })),
          ...QUIET.map((days) => ({
            id: `quiet-${days}`,
            label: t('workspace.filter_quiet', { count: days }),
            run: () => add({ quietDays: days }),
          })),
        ]}
      >
        <Icon node={Plus} size={14} /> {t('workspace.filter')}
      </Menu>
      {save}
      <Button kind="bare" class="filters-columns" onClick={onColumns}>
        {t('workspace.columns')}
      </Button>
    </div>
  );
}

/** Takes one filter away; of several fields the one at this place. */
function without(filter: ContactFilter, key: FilterKey, at?: number): ContactFilter {
  const { [key]: _, ...rest } = filter;
  const facts = filter.facts?.filter((_one, place) => place !== at) ?? [];
  return key === 'facts' && facts.length > 0 ? { ...rest, facts } : rest;
}

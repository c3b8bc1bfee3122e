import { useMemo, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Moon, type Phase } from '@/components/ui/moon';
import { PulseSpark } from '@/components/ui/pulse-spark';
import { SelectionBar } from '@/components/ui/selection-bar';
import type { Selection } from '@/components/ui/table-selection';
import { type Column, type Sort, VirtualTable } from '@/components/ui/virtual-table';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { sampleWeeks } from './weeks';
import { sample } from './words';

const PHASES: readonly Exclude<Phase, 'unknown'>[] = ['exploring', 'growing', 'mature', 'declining', 'left'];
const ROWS = 100_000;

interface Line {
  place: number;
  phase: (typeof PHASES)[number];
}

/** Contacts as a table of 100,000 rows. */
export function TablePage() {
  const [selection, setSelection] = useState<Selection>(new Set(['r3', 'r5', 'r8']));
  const [sort, setSort] = useState<Sort>({ column: 'place', descending: false });
  const keys = useMemo(() => {
    const all = Array.from({ length: ROWS }, (_, place) => `r${place}`);
    return sort.descending ? all.reverse() : all;
  }, [sort]);
  const columns: Column<Line>[] = [
    {
      id: 'name',
      title: t('common.name'),
      width: 190,
      cell: () => <span class="name sample-row">{sample('name')}</span>,
    },
    {
      id: 'stage',
      title: t('common.stage'),
      width: 140,
      cell: ({ phase }) => (
        <>
          <Moon phase={phase} /> {t(`common.stage_${phase}`)}
        </>
      ),
    },
    { id: 'place', title: '#', width: 110, sortable: true, end: true, cell: ({ place }) => number(place) },
    { id: 'tags', title: t('common.tags'), cell: () => <span class="quiet-text">{sample('tag1')}</span> },
    {
      id: 'pulse',
      title: t('common.timeline'),
      width: 110,
      cell: ({ place }) => <PulseSpark weeks={sampleWeeks(26, place + 3)} />,
    },
  ];
  return (
    <main class="sample-table">
      <h1 class="unseen">{t('common.contacts')}</h1>
      <VirtualTable
        label={t('common.contacts')}
        columns={columns}
        keys={keys}
        rowOf={(key) => ({ place: Number(key.slice(1)), phase: PHASES[Number(key.slice(1)) % 5] ?? 'left' })}
        nameOf={({ place }) => `${sample('name')} ${place}`}
        sort={sort}
        onSort={() => setSort({ ...sort, descending: !sort.descending })}
        selection={selection}
        onSelect={setSelection}
      />
      <SelectionBar count={selection.size} onClear={() => setSelection(new Set())}>
        <Button kind="bare">
          {t('common.add_tag')} <kbd>T</kbd>
        </Button>
        <Button kind="bare">{t('common.export')}</Button>
        <Button kind="bare">{t('common.delete')}</Button>
      </SelectionBar>
    </main>
  );
}

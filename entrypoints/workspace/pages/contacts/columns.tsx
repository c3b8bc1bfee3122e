import { sentence } from '@/components/advice/words';
import { Face } from '@/components/photos/face';
import { Moon } from '@/components/ui/moon';
import { PulseSpark } from '@/components/ui/pulse-spark';
import type { Column } from '@/components/ui/virtual-table';
import { type Key, t } from '@/lib/i18n';
import { daysBetween, items, shortDate } from '@/lib/i18n/format';
import { href } from '../../router';
import { stageWords } from '../../stage-words';
import type { TableRow } from './use-rows';

type ColumnId =
  | 'name'
  | 'company'
  | 'title'
  | 'stage'
  | 'tier'
  | 'last'
  | 'next'
  | 'tags'
  | 'address'
  | 'phone'
  | 'added'
  | 'pulse';

/** Every column there is, in the order in which they stand. */
export const COLUMN_TITLES = {
  name: 'common.name',
  company: 'common.company',
  title: 'common.role',
  stage: 'common.stage',
  tier: 'tiers.tier',
  last: 'workspace.column_last',
  next: 'common.next_step',
  tags: 'common.tags',
  address: 'common.address',
  phone: 'common.phone',
  added: 'workspace.column_added',
  pulse: 'workspace.column_pulse',
} as const satisfies Record<ColumnId, Key>;

/** What stands there until somebody chooses otherwise. */
const USUAL: readonly ColumnId[] = ['name', 'company', 'last', 'next', 'tags', 'pulse'];

/** The columns to draw: the name always, the others as chosen on this device. */
export function chosenColumns(chosen: readonly string[] | null): ColumnId[] {
  const all = Object.keys(COLUMN_TITLES) as ColumnId[];
  const wanted: readonly string[] = chosen ?? USUAL;
  return all.filter((id) => id === 'name' || wanted.includes(id));
}

const WIDTHS: Partial<Record<ColumnId, number>> = {
  name: 190,
  stage: 112,
  tier: 112,
  last: 96,
  added: 96,
  pulse: 104,
};
const SORTED: readonly ColumnId[] = ['name', 'company', 'last', 'next', 'added'];

/** The columns of the table, ready to draw. */
export function contactColumns(ids: readonly ColumnId[]): Column<TableRow>[] {
  return ids.map((id) => ({
    id,
    title: t(COLUMN_TITLES[id]),
    width: WIDTHS[id],
    sortable: SORTED.includes(id),
    cell: (row) => cell(id, row),
  }));
}

function cell(id: ColumnId, row: TableRow) {
  const now = Date.now();
  if (id === 'name')
    return (
      <>
        {row.photo ? <Face source={row.photo} size={20} /> : row.photo === '' && <span class="face-none" />}
        <a class="name contacts-name" href={href('contacts', row.id)} tabIndex={-1}>
          {row.name}
        </a>
      </>
    );
  if (id === 'stage') return <StageCell row={row} />;
  if (id === 'last') return <span class="num quiet-text">{lastWords(row.lastAt, now)}</span>;
  if (id === 'next') return row.next ? sentence(row.next.title) : null;
  if (id === 'tags') return <span class="contacts-tags">{items(row.tags)}</span>;
  if (id === 'added') return <span class="num quiet-text">{shortDate(row.addedAt, now)}</span>;
  if (id === 'pulse') return <PulseCell row={row} />;
  return row[id];
}

function StageCell({ row }: { row: TableRow }) {
  return (
    <span class="contacts-stage">
      {row.stage && <Moon phase={row.stage} />}
      {row.stage && <span>{stageWords(row.stage)}</span>}
    </span>
  );
}

function PulseCell({ row }: { row: TableRow }) {
  const { received, sent } = row.pulse;
  return <PulseSpark weeks={received.map((count, week) => ({ received: count, sent: sent[week] ?? 0 }))} />;
}

/** "today", "9 d"; empty where nothing is logged. */
export function lastWords(at: number | null, now: number): string {
  if (at === null) return '';
  const days = daysBetween(at, now);
  return days <= 0 ? t('common.age_today') : t('common.age_days', { n: days });
}

import { useMemo } from 'preact/hooks';
import { momentOfDay } from '@/components/advice/words';
import { exitReasonWords } from '@/components/deals/exit-reason';
import { amountWords, stageWords } from '@/components/deals/words';
import { useQuery } from '@/components/query/use-query';
import { EmptyState } from '@/components/ui/empty-state';
import { type Column, VirtualTable } from '@/components/ui/virtual-table';
import type { DealRow, StageView } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { go, href } from '../../router';

interface DealListProps {
  which: 'open' | 'won' | 'lost' | 'all';
  stages: readonly StageView[];
}

/** Deals one below the other: open ones by when they are expected, closed ones the last first. */
export function DealList({ which, stages }: DealListProps) {
  const answer = useQuery('deals.list', { which }, { keep: true });
  const rows = useMemo(() => answer.value ?? [], [answer.value]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  if (answer.value && rows.length === 0)
    return <EmptyState title={t('deals.none_here')}>{t('deals.empty_how')}</EmptyState>;
  return (
    <div class="deals-table">
      <VirtualTable
        label={t('deals.deals')}
        columns={columns(stages)}
        keys={rows.map((row) => row.id)}
        rowOf={(id) => byId.get(id)}
        nameOf={(row) => row.title}
        onOpen={(id) => go(href('deals', id))}
      />
    </div>
  );
}

function columns(stages: readonly StageView[]): Column<DealRow>[] {
  const now = Date.now();
  return [
    {
      id: 'title',
      title: t('deals.title'),
      cell: (row) => (
        <a href={href('deals', row.id)} class="deal-link" tabIndex={-1}>
          {row.title}
        </a>
      ),
    },
    {
      id: 'contact',
      title: t('deals.contact'),
      width: 168,
      cell: (row) =>
        row.contacts[0] ? (
          <a class="name" href={href('contacts', row.contacts[0].id)} tabIndex={-1}>
            {row.contacts[0].name}
          </a>
        ) : (
          <span class="quiet-text">{row.company?.name ?? t('deals.nobody')}</span>
        ),
    },
    { id: 'state', title: t('deals.state'), width: 120, cell: (row) => stateOf(row, stages) },
    {
      id: 'next',
      title: t('deals.next'),
      width: 200,
      cell: (row) =>
        row.state === 'open' && !row.nextStep ? (
          <span class="late">{t('deals.next_missing')}</span>
        ) : (
          <span class="quiet-text">{row.state === 'open' ? row.nextStep?.text : whyWords(row)}</span>
        ),
    },
    {
      id: 'expected',
      title: t('deals.expected_short'),
      width: 104,
      cell: (row) => (
        <span class={row.late ? 'num late' : 'num quiet-text'}>
          {row.expectedOn ? shortDate(momentOfDay(row.expectedOn), now) : ''}
        </span>
      ),
    },
    {
      id: 'amount',
      title: t('deals.amount'),
      width: 128,
      end: true,
      cell: (row) => <span class="num">{amountWords(row.amount)}</span>,
    },
  ];
}

function stateOf(row: DealRow, stages: readonly StageView[]): string {
  if (row.state !== 'open') return t(`deals.state_${row.state}`);
  return stageWords(stages.find((stage) => stage.id === row.stageId) ?? { id: row.stageId, name: '' });
}

/** "Price: the other offer was lower"; the words alone where there is no code. */
function whyWords({ reason, reasonCode }: DealRow): string {
  return [reasonCode ? exitReasonWords(reasonCode) : '', reason].filter(Boolean).join(': ');
}

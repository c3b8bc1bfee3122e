import { Ellipsis } from 'lucide';
import { useMemo } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { useBaseCurrency } from '@/components/segments/currency';
import { ReadyList } from '@/components/segments/ready-list';
import { usedWords } from '@/components/segments/uses';
import { queryWords } from '@/components/segments/words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Menu } from '@/components/ui/menu';
import { type Column, VirtualTable } from '@/components/ui/virtual-table';
import type { SegmentRow } from '@/lib/api/segment-views';
import { t } from '@/lib/i18n';
import { list, number, shortDate } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import '@/components/segments/segments.css';

/** All segments with how many they hold now. Without any: what a segment is, and ready ones. */
export function SegmentsPage() {
  const answer = useQuery('segments.list', {}, { keep: true });
  useBaseCurrency();
  const rows = answer.value ?? [];
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const columns = useColumns();
  const isEmpty = answer.value !== null && rows.length === 0;
  return (
    <div class="segments-page">
      <PageHeading
        title={t('segments.segments')}
        beside={rows.length > 0 ? number(rows.length) : undefined}
        actions={
          <>
            <Button onClick={() => go(href('tiers'))}>{t('tiers.tiers')}</Button>
            <Button kind="ink" onClick={() => go(href('segments', 'new'))}>
              {t('segments.new')}
            </Button>
          </>
        }
      />
      {answer.error != null && rows.length === 0 && (
        <EmptyState title={failureWords(answer.error)}>{t('segments.list_failed')}</EmptyState>
      )}
      {isEmpty && (
        <div class="segments-body">
          <EmptyState title={t('segments.empty')}>{t('segments.empty_how')}</EmptyState>
          <ReadyList onMade={(id) => go(href('segments', id))} />
        </div>
      )}
      {rows.length > 0 && (
        <div class="segments-table">
          <VirtualTable
            label={t('segments.segments')}
            columns={columns}
            keys={rows.map((row) => row.id)}
            rowOf={(id) => byId.get(id)}
            nameOf={(row) => row.name}
            onOpen={(id) => go(href('segments', id))}
          />
        </div>
      )}
    </div>
  );
}

function useColumns(): Column<SegmentRow>[] {
  const act = useAction();
  const { client } = useDesk();
  const remove = async ({ id, name }: SegmentRow) => {
    // What rested on it is said, and Undo stands beside it.
    const uses = (await client.call('segments.uses', { id }).catch(() => [])).map(usedWords);
    const said =
      uses.length > 0
        ? t('segments.deleted_used', { name, uses: list(uses) })
        : t('segments.deleted', { name });
    await act('segments.delete', { ids: [id] }, said);
  };
  return [
    {
      id: 'name',
      title: t('segments.column_segment'),
      cell: (row) => (
        <span class="one-line">
          <a class="segment-name" href={href('segments', row.id)} tabIndex={-1}>
            {row.name}
          </a>{' '}
          <span class="quiet-text">{sentenceOf(row)}</span>
        </span>
      ),
    },
    {
      id: 'count',
      title: t('segments.column_contacts'),
      width: 104,
      end: true,
      cell: (row) => <span class="num">{number(row.count)}</span>,
    },
    {
      id: 'change',
      title: t('segments.column_change'),
      width: 190,
      cell: (row) => <span class="quiet-text num">{changeWords(row)}</span>,
    },
    {
      id: 'menu',
      title: t('common.more'),
      width: 72,
      cell: (row) => (
        <Menu
          label={t('segments.menu', { name: row.name })}
          icon={Ellipsis}
          items={[
            { id: 'open', label: t('workspace.open'), run: () => go(href('segments', row.id)) },
            {
              id: 'table',
              label: t('segments.in_table'),
              run: () => go(href('contacts', null, { segment: row.id })),
            },
            { id: 'edit', label: t('segments.edit'), run: () => go(href('segments', `${row.id}/edit`)) },
            {
              id: 'delete',
              label: t('common.delete'),
              danger: true,
              run: () => void remove(row),
            },
          ]}
        />
      ),
    },
  ];
}

/** What a segment asks, unless its name says that already. */
function sentenceOf({ name, query, names }: SegmentRow): string {
  if (!query) return t('segments.newer');
  const sentence = queryWords(query, names);
  return sentence.startsWith(name) ? '' : sentence;
}

function changeWords({ since }: SegmentRow): string {
  if (!since) return '';
  const day = shortDate(new Date(`${since.day}T12:00:00`), Date.now());
  if (since.joined + since.left === 0) return t('segments.no_change', { day });
  return t('segments.change_since', { joined: since.joined, left: since.left, day });
}

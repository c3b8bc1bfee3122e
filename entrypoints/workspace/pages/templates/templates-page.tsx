import { Ellipsis } from 'lucide';
import { useMemo } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Menu } from '@/components/ui/menu';
import { type Column, VirtualTable } from '@/components/ui/virtual-table';
import type { TemplateRow } from '@/lib/api/compose-views';
import { LANGUAGES, t } from '@/lib/i18n';
import { items, number, shortDate } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';

/** All templates by name. */
export function TemplatesPage() {
  const list = useQuery('templates.list', {}, { keep: true });
  const rows = list.value?.rows ?? [];
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const columns = useColumns();
  const add = (
    <Button kind="ink" onClick={() => go(href('templates', 'new'))}>
      {t('templates.new')}
    </Button>
  );
  return (
    <div class="templates-page">
      <PageHeading
        title={t('templates.templates')}
        beside={rows.length > 0 ? number(rows.length) : undefined}
        actions={rows.length > 0 && add}
      />
      {list.error != null && rows.length === 0 && (
        <div class="templates-empty">
          <EmptyState title={failureWords(list.error)}>{t('templates.list_failed')}</EmptyState>
        </div>
      )}
      {list.value && rows.length === 0 && (
        <div class="templates-empty">
          <EmptyState title={t('templates.empty')} action={add}>
            {t('templates.empty_how')}
          </EmptyState>
        </div>
      )}
      {rows.length > 0 && (
        <div class="templates-table">
          <VirtualTable
            label={t('templates.templates')}
            columns={columns}
            keys={rows.map((row) => row.id)}
            rowOf={(id) => byId.get(id)}
            nameOf={(row) => row.name}
            onOpen={(id) => go(href('templates', id))}
          />
        </div>
      )}
    </div>
  );
}

function useColumns(): Column<TemplateRow>[] {
  const act = useAction();
  return [
    {
      id: 'name',
      title: t('templates.column_name'),
      cell: ({ id, name, text }) => (
        <span class="one-line">
          <a class="template-name" href={href('templates', id)} tabIndex={-1}>
            {name}
          </a>{' '}
          <span class="quiet-text">{text.trim().replace(/\s+/g, ' ').slice(0, 200)}</span>
        </span>
      ),
    },
    {
      id: 'tags',
      title: t('templates.column_tags'),
      width: 180,
      cell: ({ labels }) => <span class="one-line quiet-text">{items(labels)}</span>,
    },
    {
      id: 'language',
      title: t('templates.column_language'),
      width: 110,
      cell: ({ language }) => LANGUAGES[language],
    },
    {
      id: 'changed',
      title: t('templates.column_changed'),
      width: 120,
      cell: ({ changedAt }) => <span class="quiet-text num">{shortDate(changedAt, Date.now())}</span>,
    },
    {
      id: 'menu',
      title: t('common.more'),
      width: 72,
      cell: ({ id, name }) => (
        <Menu
          label={t('templates.menu', { name })}
          icon={Ellipsis}
          items={[
            { id: 'edit', label: t('templates.edit'), run: () => go(href('templates', id)) },
            {
              id: 'delete',
              label: t('common.delete'),
              danger: true,
              run: () => void act('templates.delete', { ids: [id] }, t('templates.deleted', { name })),
            },
          ]}
        />
      ),
    },
  ];
}

import { useMemo, useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { type Column, type Sort, VirtualTable } from '@/components/ui/virtual-table';
import type { CompanyRow } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { isNotRead, NotRead } from '../../not-read';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import { lastWords } from '../contacts/columns';
import { sortCompanies } from './sort-companies';

/** All companies, with how many people of each are known. */
export function CompaniesPage() {
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'name', descending: false });
  const [adding, setAdding] = useState(false);
  const answer = useQuery('companies.list', text.trim() ? { text: text.trim() } : {}, { keep: true });
  const rows = useMemo(() => sortCompanies(answer.value ?? [], sort), [answer.value, sort]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);

  return (
    <div class="contacts-page">
      <PageHeading
        title={t('common.companies')}
        beside={rows.length > 0 ? number(rows.length) : undefined}
        actions={
          <Button kind="ink" onClick={() => setAdding(true)}>
            {t('workspace.company_add')}
          </Button>
        }
      />
      {/* Empty is what the question without a text finds; until it is answered the field, and the caret in it, stay. */}
      {(answer.value?.length !== 0 || text !== '' || answer.waiting) && (
        <div class="filters">
          <div class="filter-field">
            <Field
              label={t('common.find')}
              labelUnseen
              placeholder={t('common.find')}
              value={text}
              onInput={setText}
            />
          </div>
        </div>
      )}
      {isNotRead(answer) ? (
        <NotRead query={answer} />
      ) : answer.value && rows.length === 0 ? (
        <EmptyState
          title={text || answer.waiting ? t('common.nothing_found') : t('workspace.companies_empty')}
        >
          {text === '' && !answer.waiting && t('workspace.companies_empty_how')}
        </EmptyState>
      ) : (
        <div class="contacts-table">
          <VirtualTable
            label={t('common.companies')}
            columns={columns()}
            keys={rows.map((row) => row.id)}
            rowOf={(id) => byId.get(id)}
            nameOf={(row) => row.name}
            sort={sort}
            onSort={(column) =>
              setSort({ column, descending: column === sort.column ? !sort.descending : column !== 'name' })
            }
            onOpen={(id) => go(href('companies', id))}
          />
        </div>
      )}
      {adding && <AddCompany onClose={() => setAdding(false)} />}
    </div>
  );
}

function columns(): Column<CompanyRow>[] {
  return [
    {
      id: 'name',
      title: t('common.company'),
      sortable: true,
      cell: (row) => (
        <a class="name contacts-name" href={href('companies', row.id)} tabIndex={-1}>
          {row.name}
        </a>
      ),
    },
    { id: 'domain', title: t('workspace.company_site'), cell: (row) => row.domain },
    {
      id: 'people',
      title: t('workspace.company_people'),
      width: 96,
      sortable: true,
      end: true,
      cell: (row) => number(row.people),
    },
    {
      id: 'last',
      title: t('workspace.column_last'),
      width: 120,
      sortable: true,
      cell: (row) => <span class="num quiet-text">{lastWords(row.lastAt, Date.now())}</span>,
    },
  ];
}

function AddCompany({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('');
  const { run, busy, error } = useCommand();
  const add = async (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return;
    const added = await run('companies.add', { name: name.trim() });
    if (!added) return;
    onClose();
    go(href('companies', added.id));
  };
  return (
    <Dialog title={t('workspace.company_add')} onClose={onClose}>
      <form onSubmit={add}>
        <Field label={t('common.company')} value={name} error={error} autofocus onInput={setName} />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy} disabled={!name.trim()}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

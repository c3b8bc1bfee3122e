import { useMemo, useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { useSetDevice } from '@/components/settings/use-set-device';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useKeptSelection } from '@/components/ui/use-kept-selection';
import { VirtualTable } from '@/components/ui/virtual-table';
import { ViewList } from '@/components/views/view-list';
import { useViews } from '@/components/views/views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { isNotRead, NotRead } from '../../not-read';
import { PageHeading } from '../../page-heading';
import { go, href, route } from '../../router';
import { ChosenContacts } from './chosen-contacts';
import { chosenColumns, contactColumns } from './columns';
import { ColumnsDialog } from './columns-dialog';
import { FilterBar } from './filter-bar';
import { SaveView } from './save-view';
import { addressOfView, nextSort, readTable, type TableQuery, writeTable } from './table-query';
import { useRows } from './use-rows';
import './contacts.css';

const NONE: readonly string[] = [];
/** So many are named one by one, so that who is changed is who was chosen; of more, those whom the filter finds then. */
const MOST_IDS = 100_000;

interface ContactsPageProps {
  onAdd(): void;
  onImport(): void;
}

/** All contacts as a table: found, put in order, chosen, changed many at once. */
export function ContactsPage({ onAdd, onImport }: ContactsPageProps) {
  const query = readTable(route.value.params);
  const { filter, sort } = query;
  const answer = useQuery('contacts.ids', { filter, sort }, { keep: true });
  const ids = answer.value ?? NONE;
  const settings = useQuery('settings.get', {}, { keep: true });
  const { rowOf, onVisible } = useRows(ids);
  const [selection, setSelection] = useKeptSelection();
  const [choosing, setChoosing] = useState(false);
  const chosen = chosenColumns(query.columns ?? settings.value?.device.columns ?? null);
  const views = useViews();
  const view = views.find(({ id }) => id === query.view) ?? null;
  const setDevice = useSetDevice();
  // What is counted from today is drawn anew with the day.
  const columns = useMemo(() => contactColumns(chosen), [chosen.join(), new Date().toDateString()]);

  const show = (next: TableQuery) => go(href('contacts', null, writeTable(next)));
  const filtered = Object.keys(query.filter).length > 0;
  const nobody = answer.value?.length === 0 && !filtered;
  const selected = selection.size === 0 ? [] : ids.filter((id) => selection.has(id));

  return (
    <div class="contacts-page">
      <PageHeading
        title={t('common.contacts')}
        beside={answer.value && !nobody ? number(ids.length) : undefined}
        actions={
          nobody ? null : (
            <>
              <Button onClick={onImport}>{t('common.import')}</Button>
              <Button kind="ink" onClick={onAdd}>
                {t('common.add_contact')}
              </Button>
            </>
          )
        }
      />
      {!nobody && (
        <FilterBar
          filter={query.filter}
          onFilter={(next) => show({ ...query, filter: next })}
          onColumns={() => setChoosing(true)}
          save={<SaveView query={query} view={view} onSaved={(id) => show({ ...query, view: id })} />}
        />
      )}
      <div class="contacts-body">
        <ViewList
          views={views}
          current={view?.id ?? (filtered ? '' : null)}
          addressOf={(one) => (one ? addressOfView(one) : href('contacts'))}
        />
        {isNotRead(answer) ? (
          <NotRead query={answer} />
        ) : answer.value && ids.length === 0 ? (
          <NoContacts filtered={filtered} onAdd={onAdd} onImport={onImport} />
        ) : (
          <div class="contacts-table">
            <VirtualTable
              label={t('common.contacts')}
              columns={columns}
              keys={ids}
              rowOf={rowOf}
              nameOf={(row) => row.name}
              onVisible={onVisible}
              sort={{ column: query.sort.by, descending: query.sort.descending }}
              onSort={(column) => show({ ...query, sort: nextSort(query.sort, column) })}
              selection={selection}
              onSelect={setSelection}
              onOpen={(id) => go(href('contacts', id))}
            />
          </div>
        )}
      </div>
      {selected.length > 0 && (
        <ChosenContacts
          ids={selected}
          filter={selected.length > MOST_IDS && selected.length === ids.length ? filter : null}
          onClear={() => setSelection(new Set())}
        />
      )}
      {choosing && (
        <ColumnsDialog
          chosen={chosen}
          onChange={(next) => (view ? show({ ...query, columns: next }) : void setDevice({ columns: next }))}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

function NoContacts({ filtered, onAdd, onImport }: ContactsPageProps & { filtered: boolean }) {
  return filtered ? (
    <EmptyState title={t('common.nothing_found')}>{t('workspace.contacts_none_match')}</EmptyState>
  ) : (
    <EmptyState
      title={t('workspace.contacts_empty')}
      action={
        <>
          <Button kind="ink" onClick={onAdd}>
            {t('common.add_contact')}
          </Button>
          <Button onClick={onImport}>{t('common.import')}</Button>
        </>
      }
    >
      {t('workspace.contacts_empty_how')}
    </EmptyState>
  );
}

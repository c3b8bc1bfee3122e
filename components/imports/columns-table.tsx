import { currencies } from '@/components/activities/currencies';
import { Select } from '@/components/ui/select';
import type { FileHead } from '@/lib/api/import-views';
import type { Mapping, TableOf } from '@/lib/exchange/mapping';
import { t } from '@/lib/i18n';
import { MappingTable } from './mapping-table';
import { choicesFor, keyOf, meaningOf } from './meanings';

const ROWS = [
  'people',
  'companies',
  'purchases',
  'deals',
  'tickets',
  'activities',
] as const satisfies TableOf[];

interface ColumnsTableProps {
  table: NonNullable<FileHead['table']>;
  mapping: Mapping;
  onChange(mapping: Mapping): void;
}

/** What each column of a table holds, beside what stands in it; every choice can be changed. */
export function ColumnsTable({ table, mapping, onChange }: ColumnsTableProps) {
  const withAmounts = mapping.columns.some((one) => one?.is === 'event' && one.part === 'amount');
  const withName = mapping.columns.some((one) => one?.is === 'name' || one?.is === 'part');
  const withEvents = mapping.of !== 'people' && mapping.of !== 'companies';
  const choose = (at: number, key: string) => {
    const columns = mapping.columns.map((meaning, column) =>
      column === at ? meaningOf(key, table.header[at] ?? '', table.mapping.columns[at] ?? null) : meaning,
    );
    onChange({ ...mapping, columns });
  };
  return (
    <>
      <div class="import-rows-are">
        <Select
          label={t('importing.rows_are')}
          value={mapping.of}
          choices={ROWS.map((of) => ({ value: of, label: t(`importing.rows_${of}`) }))}
          onChoose={(of) => onChange({ ...mapping, of })}
        />
        {withAmounts && (
          <Select
            label={t('importing.amounts_in')}
            value={mapping.currency ?? ''}
            choices={[
              { value: '', label: t('importing.amounts_left_out') },
              ...currencies(mapping.currency ?? 'EUR').map((code) => ({ value: code, label: code })),
            ]}
            onChoose={(code) => onChange({ ...mapping, currency: code || undefined })}
          />
        )}
        {table.isRemembered && <p class="small quiet-text">{t('importing.columns_remembered')}</p>}
      </div>
      {mapping.of === 'people' && !withName && (
        <p class="small late" role="status">
          {t('importing.columns_nameless')}
        </p>
      )}
      <MappingTable
        header={table.header}
        samples={table.samples}
        choice={(at, header) => (
          <Select
            label={header}
            labelUnseen
            value={keyOf(mapping.columns[at] ?? null, header)}
            choices={choicesFor(header, table.mapping.columns[at] ?? null, withEvents)}
            onChoose={(key) => choose(at, key)}
          />
        )}
      />
    </>
  );
}

import { useQuery } from '@/components/query/use-query';
import type { ValueView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { cells } from './cells';
import { DataTableView } from './data-table';
import { HeatGrid } from './heat-grid';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import type { DataTable } from './table';
import { major, note, rateWords, sum, sumRange, tenth } from './words';

type Of = Extract<ValueView, { missing: null }>;

const GRADES = ['high', 'middle', 'low'] as const;

/** What customers have spent against what is to be expected of them. */
export function ValueSection() {
  const place = usePlace();
  const answer = useQuery('insights.value', place.whom, { keep: true });
  return <Section title={t('insights.value')} file="value" answer={answer} draw={(of) => drawn(of, place)} />;
}

function drawn(of: Of, place: Place): Drawn {
  const { customers, currency, rising } = of;
  const many = of.cells
    .filter(({ value, potential }) => value !== 'high' && potential === 'high')
    .reduce((all, one) => all + one.customers, 0);
  const table = risingTable(of, place);
  return {
    lead: t('insights.value_lead', { count: many }),
    note: note(t('insights.value_note'), t('insights.n_contact', { count: customers }), ...rateWords(of)),
    chart: (
      <div class="insight-pair value">
        <HeatGrid
          label={t('insights.value')}
          corner={t('insights.value_corner')}
          columns={GRADES.map((grade) => ({ key: grade, text: t(`insights.potential_${grade}`) }))}
          rows={GRADES.map((value) => ({
            key: value,
            text: t(`insights.value_${value}`),
            cells: of.cells
              .filter((cell) => cell.value === value)
              .map((cell) => ({
                text: cell.customers > 0 ? number(cell.customers) : '',
                share: cell.customers / customers,
                href: cell.customers > 0 ? place.cell(cells.value(value, cell.potential)) : undefined,
                hint: t('insights.value_cell', {
                  count: cell.customers,
                  amount: sum(cell.expected, currency),
                }),
              })),
          }))}
        />
        {rising.length > 0 && <DataTableView label={t('insights.rising')} of={table} />}
      </div>
    ),
    table,
  };
}

function risingTable({ rising, currency }: Of, place: Place): DataTable {
  return {
    columns: [
      { text: t('insights.rising') },
      { text: t('insights.spent_in', { currency }), end: true },
      { text: t('insights.expected', { currency }), end: true },
      { text: t('insights.between'), end: true },
      { text: t('insights.orders'), end: true },
    ],
    rows: rising.map(({ id, name, spent, expected, range: [low, high], orders }) => [
      { text: name || t('insights.no_name'), href: place.contact(id) },
      { text: sum(spent, currency), value: major(spent, currency) },
      { text: sum(expected, currency), value: major(expected, currency) },
      { text: sumRange(low, high, currency) },
      { text: tenth(orders), value: orders },
    ]),
  };
}

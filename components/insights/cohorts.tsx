import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { CohortView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { BarList } from './bar-list';
import { cells } from './cells';
import { HeatGrid } from './heat-grid';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import { monthWords, note, percent, percentRange } from './words';

type Of = Extract<CohortView, { missing: null }>;
type What = 'purchase' | 'exchange';

const [LEAST, MOST, USUAL] = [7, 1825, 180];

/** Who came again, by the month in which they began; and who left, by a definition that can be changed. */
export function CohortSection() {
  const place = usePlace();
  const [of, setOf] = useState<What>('purchase');
  const [typed, setTyped] = useState(String(USUAL));
  const silence = silenceOf(typed);
  const answer = useQuery(
    'insights.cohorts',
    { ...place.whom, of, silence: silence ?? USUAL },
    { keep: true },
  );
  const controls = (
    <>
      <Select<What>
        label={t('insights.counted_by')}
        value={of}
        choices={(['purchase', 'exchange'] as const).map((value) => ({
          value,
          label: t(`insights.of_${value}`),
        }))}
        onChoose={setOf}
      />
      <Field
        label={t('insights.left_after')}
        inputMode="numeric"
        value={typed}
        onInput={setTyped}
        error={silence === null ? t('insights.left_after_range', { least: LEAST, most: MOST }) : undefined}
      />
    </>
  );
  return (
    <>
      <Section
        title={t('insights.cohorts')}
        file="cohorts"
        answer={answer}
        controls={controls}
        draw={(view) => drawnCohorts(view, place)}
      />
      <Section title={t('insights.churn')} file="churn" answer={answer} draw={drawnChurn} />
    </>
  );
}

function silenceOf(typed: string): number | null {
  const days = Number(typed);
  return Number.isInteger(days) && days >= LEAST && days <= MOST ? days : null;
}

/** What is counted the answer says: the one before stands until the next has come. */
function drawnCohorts({ of, rows, curve, people }: Of, place: Place): Drawn {
  const longest = Math.max(1, ...rows.map(({ active }) => active.length));
  const after = Array.from({ length: longest - 1 }, (_, at) => at + 1);
  const third = curve.find((one) => one.after === 3) ?? curve.at(-1);
  const months = rows.map((row) => ({ ...row, name: nameOf(row.month) }));
  return {
    ...(third
      ? {
          lead: t(`insights.cohorts_lead_${of}`, {
            month: third.after,
            share: percent(third.value),
            range: percentRange(third),
          }),
        }
      : {}),
    note: note(t('insights.cohorts_note'), t(`insights.n_of_${of}`, { count: people })),
    chart: (
      <HeatGrid
        label={t('insights.cohorts')}
        corner={t('insights.cohort')}
        columns={[
          { key: 'size', text: t('insights.began') },
          ...after.map((month) => ({ key: String(month), text: t('insights.months_later', { month }) })),
        ]}
        rows={months.map(({ name, size, active }) => ({
          key: name,
          text: monthWords(name),
          cells: [
            { text: number(size), share: 0, href: place.cell(cells.cohort(of, name, 0)) },
            ...after.map((month) => {
              const count = active[month];
              if (count === undefined) return { text: '', share: 0, none: true };
              return {
                text: percent(count / size),
                share: count / size,
                quiet: count === 0,
                href: count > 0 ? place.cell(cells.cohort(of, name, month)) : undefined,
                hint: t('insights.cohort_cell', { count, of: size }),
              };
            }),
          ],
        }))}
      />
    ),
    table: {
      columns: [
        { text: t('insights.cohort') },
        { text: t('insights.began'), end: true },
        ...after.map((month) => ({ text: t('insights.months_later', { month }), end: true })),
      ],
      rows: months.map(({ name, size, active }) => [
        { text: monthWords(name) },
        { text: number(size), value: size },
        ...after.map((month) => {
          const count = active[month];
          return count === undefined ? { text: '' } : { text: number(count), value: count };
        }),
      ]),
    },
  };
}

function drawnChurn({ silence, churn, people }: Of): Drawn {
  const last = [...churn].reverse().find(({ rate }) => rate !== null);
  return {
    ...(last?.rate
      ? {
          lead: t('insights.churn_lead', {
            month: monthWords(last.month),
            left: last.left,
            of: last.customers,
            share: percent(last.rate.value),
            range: percentRange(last.rate),
          }),
        }
      : {}),
    note: note(t('insights.churn_note', { count: silence }), t('insights.n_people', { count: people })),
    chart: (
      <BarList
        label={t('insights.churn')}
        rows={churn.map(({ month, rate, left, customers }) => ({
          key: month,
          label: monthWords(month),
          value: rate?.value ?? 0,
          text: rate ? t('insights.churn_bar', { share: percent(rate.value), left, of: customers }) : '',
        }))}
      />
    ),
    table: {
      columns: [
        { text: t('insights.month') },
        { text: t('insights.churn_customers'), end: true },
        { text: t('insights.churn_left'), end: true },
        { text: t('insights.churn_rate'), end: true },
        { text: t('insights.between'), end: true },
        { text: t('insights.churn_returned'), end: true },
        { text: t('insights.churn_joined'), end: true },
      ],
      rows: churn.map(({ month, customers, left, rate, returned, joined }) => [
        { text: monthWords(month) },
        { text: number(customers), value: customers },
        { text: number(left), value: left },
        { text: rate ? percent(rate.value) : '', value: rate?.value },
        { text: rate ? percentRange(rate) : '' },
        { text: number(returned), value: returned },
        { text: number(joined), value: joined },
      ]),
    },
  };
}

/** `YYYY-MM` of months since year 0. */
function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

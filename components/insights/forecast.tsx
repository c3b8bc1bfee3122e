import { useEffect, useRef } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import type { ForecastView, NextOrdersView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { drawForecast } from './draw-forecast';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import { dayWords, major, monthWords, note, percent, rateWords, sum, sumRange, tenth } from './words';

type Of = Extract<ForecastView, { missing: null }>;
type Orders = Extract<NextOrdersView, { missing: null }>;

/** Orders a month with those to be expected, and when whom is to be looked for again. */
export function ForecastSections() {
  const place = usePlace();
  const forecast = useQuery('insights.forecast', place.whom, { keep: true });
  const orders = useQuery('insights.nextOrders', place.whom, { keep: true });
  return (
    <>
      <Section title={t('insights.forecast')} file="forecast" answer={forecast} draw={drawnForecast} />
      <Section
        title={t('insights.next_orders')}
        file="next-orders"
        answer={orders}
        draw={(of) => drawnOrders(of, place)}
      />
    </>
  );
}

function drawnForecast(of: Of): Drawn {
  const { forecast, months, ahead, currency } = of;
  const [first] = forecast.ahead;
  const best = forecast.tried.find(({ method }) => method === forecast.method);
  const base = forecast.tried.find(({ method }) => method === 'season') ?? forecast.tried[0];
  return {
    lead: t('insights.forecast_lead', {
      month: monthWords(ahead[0] ?? ''),
      value: tenth(first?.value ?? 0),
      low: tenth(first?.low ?? 0),
      high: tenth(first?.high ?? 0),
    }),
    note: note(
      t('insights.forecast_note', {
        method: t(`insights.method_${forecast.method}`),
        error: tenth(best?.error ?? 0),
        base: t(`insights.method_${base?.method ?? 'last'}`),
        other: tenth(base?.error ?? 0),
        count: best?.n ?? 0,
      }),
      t('insights.n_months', { count: forecast.n }),
    ),
    chart: (
      <div class="insight-pair wide">
        <Line of={of} />
        <div class="insight-side">
          <h3>{t('insights.tried', { base: t(`insights.method_${base?.method ?? 'last'}`) })}</h3>
          <ul class="insight-figures two">
            {forecast.tried.map(({ method, error, relative }) => (
              <li key={method}>
                <span>{t(`insights.method_${method}`)}</span>
                <span class="num">
                  {t('insights.tried_error', {
                    error: tenth(error),
                    relative: Number.isFinite(relative) ? percent(relative) : '',
                  })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    ),
    table: {
      columns: [
        { text: t('insights.month') },
        { text: t('insights.orders'), end: true },
        { text: t('insights.at_least'), end: true },
        { text: t('insights.at_most'), end: true },
        { text: t('insights.spent_in', { currency }), end: true },
      ],
      rows: [
        ...months.map(({ month, orders, spent }) => [
          { text: monthWords(month) },
          { text: number(orders), value: orders },
          { text: '' },
          { text: '' },
          { text: sum(spent, currency), value: major(spent, currency) },
        ]),
        ...forecast.ahead.map(({ value, low, high }, at) => [
          { text: t('insights.expected_in', { month: monthWords(ahead[at] ?? '') }) },
          { text: tenth(value), value },
          { text: tenth(low), value: low },
          { text: tenth(high), value: high },
          { text: '' },
        ]),
      ],
    },
  };
}

function Line({ of }: { of: Of }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current ? drawForecast(box.current, of) : undefined), [of]);
  const last = of.months.at(-1);
  return (
    <div
      ref={box}
      class="insight-line"
      role="img"
      aria-label={t('insights.forecast_line', {
        first: monthWords(of.months[0]?.month ?? ''),
        last: monthWords(last?.month ?? ''),
        orders: last?.orders ?? 0,
        value: tenth(of.forecast.ahead[0]?.value ?? 0),
      })}
    />
  );
}

function drawnOrders({ orders, total, ...of }: Orders, place: Place): Drawn {
  const from = (days: number) => {
    const day = new Date(Date.now() + days * 86_400_000);
    return dayWords(
      [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-'),
    );
  };
  return {
    note: note(t('insights.next_orders_note'), t('insights.n_rhythms', { count: total }), ...rateWords(of)),
    table: {
      columns: [
        { text: t('insights.by_contact') },
        { text: t('insights.order_between') },
        { text: t('insights.order_likely'), end: true },
        { text: t('insights.usual_gap'), end: true },
        { text: t('insights.orders'), end: true },
        { text: t('insights.order_amount', { currency: of.currency }), end: true },
      ],
      rows: orders.map(({ id, name, low, middle, high, gap, orders: count, amount }) => [
        { text: name || t('insights.no_name'), href: place.contact(id) },
        { text: t('insights.from_to', { from: from(low), to: from(high) }) },
        { text: from(middle) },
        { text: t('insights.days', { count: Math.round(gap) }), value: Math.round(gap) },
        { text: number(count), value: count },
        {
          text: amount ? sumRange(amount.low, amount.high, of.currency) : '',
          value: amount ? major(amount.middle, of.currency) : undefined,
        },
      ]),
    },
  };
}

import { useQuery } from '@/components/query/use-query';
import type { Counted, NextRow, ProductsView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { cells } from './cells';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import { major, note, percent, percentRange, rateWords, sum, tenth } from './words';

type Of = Extract<ProductsView, { missing: null }>;
type Next = { followed: number; pairs: NextRow[] };

/** What is bought, by whom again, and what is bought next. */
export function ProductSections() {
  const place = usePlace();
  const answer = useQuery('insights.products', place.whom, { keep: true });
  const view = answer.value;
  const next: Counted<Next> | null = view && (view.missing ? { missing: view.missing } : view.next);
  return (
    <>
      <Section
        title={t('insights.products')}
        file="products"
        answer={answer}
        draw={(of) => drawnProducts(of, place)}
      />
      <Section
        title={t('insights.next_bought')}
        file="bought-next"
        answer={{ ...answer, value: next }}
        draw={(of) => drawnNext(of, place)}
      />
    </>
  );
}

function drawnProducts(of: Of, place: Place): Drawn {
  const { products, total, unnamed, currency } = of;
  const [first] = products;
  const again = products.filter(({ buyers }) => buyers >= 5).sort((a, b) => b.repeat.low - a.repeat.low)[0];
  return {
    ...(first
      ? {
          lead: t(again ? 'insights.products_lead' : 'insights.products_lead_few', {
            name: first.name,
            count: first.buyers,
            again: again?.name ?? '',
            share: again ? percent(again.repeat.value) : '',
          }),
        }
      : {}),
    note: note(
      t('insights.products_note'),
      t('insights.n_products', { count: total }),
      ...(unnamed > 0 ? [t('insights.unnamed', { count: unnamed })] : []),
      ...rateWords(of),
    ),
    table: {
      columns: [
        { text: t('insights.product') },
        { text: t('insights.buyers'), end: true },
        { text: t('insights.purchases'), end: true },
        { text: t('insights.again'), end: true },
        { text: t('insights.between'), end: true },
        { text: t('insights.spent_in', { currency }), end: true },
        { text: t('insights.complaints'), end: true },
      ],
      rows: products.map(({ product, name, buyers, purchases, repeat, spent, complaints }) => [
        { text: name, href: place.cell(cells.product(product)) },
        { text: number(buyers), value: buyers },
        { text: number(purchases), value: purchases },
        { text: percent(repeat.value), value: repeat.value },
        { text: percentRange(repeat) },
        spent > 0 ? { text: sum(spent, currency), value: major(spent, currency) } : { text: '' },
        { text: complaints > 0 ? number(complaints) : '', value: complaints },
      ]),
    },
  };
}

function drawnNext({ followed, pairs }: Next, place: Place): Drawn {
  const [first] = pairs;
  return {
    lead: first
      ? t('insights.next_lead', {
          from: first.fromName,
          to: first.toName,
          count: first.support,
          of: first.of,
          lift: tenth(first.lift),
        })
      : t('insights.next_none'),
    note: note(t('insights.next_note'), t('insights.n_followed', { count: followed })),
    table: {
      columns: [
        { text: t('insights.after') },
        { text: t('insights.comes') },
        { text: t('insights.support'), end: true },
        { text: t('insights.share'), end: true },
        { text: t('insights.between'), end: true },
        { text: t('insights.lift'), end: true },
        { text: t('insights.candidates'), end: true },
      ],
      rows: pairs.map((pair) => [
        { text: pair.fromName, href: place.cell(cells.product(pair.from)) },
        { text: pair.toName },
        { text: t('insights.n_of', { n: pair.support, of: pair.of }), value: pair.support },
        { text: percent(pair.share.value), value: pair.share.value },
        { text: percentRange(pair.share) },
        { text: tenth(pair.lift), value: pair.lift },
        {
          text: number(pair.candidates),
          value: pair.candidates,
          href: pair.candidates > 0 ? place.cell(cells.next(pair.from, pair.to)) : undefined,
        },
      ]),
    },
  };
}

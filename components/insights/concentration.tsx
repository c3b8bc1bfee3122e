import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Select } from '@/components/ui/select';
import type { ConcentratedBy, ConcentrationView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { sentences } from '@/lib/i18n/format';
import { BarList } from './bar-list';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import { major, note, percent, rateWords, sum, tenth } from './words';

type Of = Extract<ConcentrationView, { missing: null }>;

const BY: readonly ConcentratedBy[] = ['contact', 'company', 'city', 'country', 'industry'];
const SPANS = ['', '365', '91'] as const;

/** How much of what was spent hangs on how few customers, companies or markets. */
export function ConcentrationSection() {
  const place = usePlace();
  const [by, setBy] = useState<ConcentratedBy>('contact');
  const [span, setSpan] = useState<(typeof SPANS)[number]>('');
  const days = span === '' ? null : Number(span);
  const answer = useQuery('insights.concentration', { ...place.whom, by, days }, { keep: true });
  return (
    <Section
      title={t('insights.concentration')}
      file="concentration"
      answer={answer}
      controls={
        <>
          <Select<ConcentratedBy>
            label={t('insights.by')}
            value={by}
            choices={BY.map((value) => ({ value, label: t(`insights.by_${value}`) }))}
            onChoose={setBy}
          />
          <Select<(typeof SPANS)[number]>
            label={t('insights.span')}
            value={span}
            choices={SPANS.map((value) => ({
              value,
              label:
                value === '' ? t('insights.span_all') : t('insights.span_days', { count: Number(value) }),
            }))}
            onChoose={setSpan}
          />
        </>
      }
      draw={(of) => drawn(of, place)}
    />
  );
}

/** By what it is counted the answer says: the one before stands until the next has come. */
function drawn(of: Of, place: Place): Drawn {
  const { by, top, total, currency, without, n, herfindahl, asMany } = of;
  const share = (at: number) => percent(top[at]?.share ?? 1);
  const rows = of.largest.map((one, at) => ({
    ...one,
    key: one.id ?? `${at} ${one.name}`,
    label: one.name || t('insights.not_known'),
    href: one.id ? hrefOf(one.id, by, place) : undefined,
  }));
  const lead = t('insights.concentration_lead', {
    total: sum(total, currency),
    one: share(0),
    five: share(1),
    ten: share(2),
  });
  const loss =
    without &&
    t('insights.concentration_loss', {
      left: percent(1 - without.share),
      total: sum(without.total, currency),
      many: tenth(without.asMany),
    });
  return {
    lead: loss ? sentences(lead, loss) : lead,
    note: note(
      t('insights.concentration_note', { many: tenth(asMany), index: indexWords(herfindahl) }),
      t(`insights.n_${by}`, { count: n }),
      ...(of.unknown > 0 ? [t('insights.unknown_out', { amount: sum(of.unknown, currency) })] : []),
      ...rateWords(of),
    ),
    chart: (
      <BarList
        label={t('insights.concentration')}
        rows={rows.map((one) => ({
          key: one.key,
          label: one.label,
          href: one.href,
          value: one.amount,
          text: t('insights.amount_share', { amount: sum(one.amount, currency), share: percent(one.share) }),
        }))}
      />
    ),
    table: {
      columns: [
        { text: t(`insights.by_${by}`) },
        { text: t('insights.spent_in', { currency }), end: true },
        { text: t('insights.share'), end: true },
      ],
      rows: rows.map((one) => [
        { text: one.label, href: one.href },
        { text: sum(one.amount, currency), value: major(one.amount, currency) },
        { text: percent(one.share), value: one.share },
      ]),
    },
  };
}

function hrefOf(id: string, by: ConcentratedBy, place: Place): string | undefined {
  if (by === 'contact') return place.contact(id);
  return by === 'company' ? place.company(id) : undefined;
}

const indexWords = (index: number) => index.toFixed(3);

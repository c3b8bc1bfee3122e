import { useQuery } from '@/components/query/use-query';
import type { OpportunitiesView, OpportunityRow } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';

type Of = Extract<OpportunitiesView, { missing: null }>;

/** What could be sold: needs that nobody meets, orders that are due by habit, complaints that were made good. */
export function OpportunitySection() {
  const place = usePlace();
  const answer = useQuery('insights.opportunities', place.whom, { keep: true });
  return (
    <Section
      title={t('insights.opportunities')}
      file="opportunities"
      answer={answer}
      draw={(of) => drawn(of, place)}
    />
  );
}

function drawn({ rows, needs, due, resolved }: Of, place: Place): Drawn {
  return {
    lead: t('insights.opportunities_lead', { needs, due, resolved }),
    note: t('insights.opportunities_note'),
    table: {
      columns: [
        { text: t('insights.by_contact') },
        { text: t('insights.kind') },
        { text: t('insights.why') },
      ],
      rows: rows.map((row) => [
        { text: row.name || t('insights.no_name'), href: place.contact(row.id) },
        { text: t(`insights.kind_${row.kind}`) },
        { text: whyWords(row) },
      ]),
    },
  };
}

function whyWords({ kind, quote, days, gap }: OpportunityRow): string {
  if (kind === 'due') return t('insights.why_buy', { count: days, gap: gap ?? 0 });
  return t(kind === 'need' ? 'insights.why_need' : 'insights.why_resolved', { quote, count: days });
}

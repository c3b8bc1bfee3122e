import { exitReasonWords } from '@/components/deals/exit-reason';
import { useQuery } from '@/components/query/use-query';
import type { ExitsView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { BarList } from './bar-list';
import { usePlace } from './place';
import { type Drawn, Section } from './section';

type Of = Extract<ExitsView, { missing: null }>;

/** Why deals were lost and contacts left. */
export function ExitSection() {
  const answer = useQuery('insights.exits', usePlace().whom, { keep: true });
  return <Section title={t('insights.exits')} file="exits" answer={answer} draw={drawn} />;
}

function drawn({ rows, deals, contacts }: Of): Drawn {
  const named = rows.map((row) => ({
    ...row,
    name: row.code ? exitReasonWords(row.code) : t('insights.exits_unsaid'),
  }));
  return {
    lead: t('insights.exits_lead', { deals, contacts, reason: named[0]!.name }),
    note: t('insights.exits_note'),
    chart: (
      <BarList
        label={t('insights.exits')}
        rows={named.map((row) => ({
          key: row.code ?? '',
          label: row.name,
          value: row.deals + row.contacts,
          text: number(row.deals + row.contacts),
        }))}
      />
    ),
    table: {
      columns: [
        { text: t('insights.exits_reason') },
        { text: t('insights.exits_deals'), end: true },
        { text: t('insights.exits_contacts'), end: true },
      ],
      rows: named.map((row) => [
        { text: row.name },
        { text: number(row.deals), value: row.deals },
        { text: number(row.contacts), value: row.contacts },
      ]),
    },
  };
}

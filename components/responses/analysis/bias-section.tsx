import { type Drawn, Section } from '@/components/insights/section';
import { note, percent, percentRange } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import type { BiasView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { chanceWords, SURE } from './named';

type Of = Extract<BiasView, { missing: null }>;

/** Whether those who were asked and said nothing are of one kind. */
export function BiasSection({ surveyId }: { surveyId: string }) {
  const answer = useQuery('analysis.bias', { surveyId }, { keep: true });
  return <Section title={t('analysis.bias')} file="who-answered" answer={answer} draw={drawn} />;
}

/** The share that answered, and what of it is uneven. */
export function biasLeads({ rate, rows }: Of): string[] {
  const uneven = rows.filter(({ others }) => others.chance < SURE);
  const words = uneven.map(({ name, others }) => {
    const isMore = others.by > 0;
    return t('analysis.bias_skewed', {
      name,
      direction: t(isMore ? 'analysis.more_often' : 'analysis.less_often'),
      whom: t(isMore ? 'analysis.whom_others' : 'analysis.whom_them'),
    });
  });
  return [
    t('analysis.bias_lead', { rate: percent(rate.value), low: percent(rate.low), high: percent(rate.high) }),
    ...(words.length > 0 ? words : rows.length > 0 ? [t('analysis.bias_even')] : []),
  ];
}

function drawn(of: Of): Drawn {
  return {
    lead: biasLeads(of).join(' '),
    note: note(t('analysis.bias_note')),
    table: {
      columns: [
        { text: t('results.tag') },
        { text: t('analysis.asked'), end: true },
        { text: t('analysis.answered'), end: true },
        { text: t('analysis.between'), end: true },
        { text: t('analysis.chance'), end: true },
      ],
      rows: of.rows.map(({ name, rate, others }) => [
        { text: name },
        { text: number(rate.n), value: rate.n },
        { text: percent(rate.value), value: rate.value },
        { text: percentRange(rate) },
        { text: chanceWords(others.chance), value: others.chance },
      ]),
    },
  };
}

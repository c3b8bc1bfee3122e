import { cells } from '@/components/insights/cells';
import { type Drawn, Section } from '@/components/insights/section';
import { percent, percentRange } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import type { BiasView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { peopleCell, toPeople } from '../counted';
import { counted, peopleOf, plain, type Said, SaidWords, sentencesOf } from '../counted-words';
import { chanceWords, SURE } from './named';

type Of = Extract<BiasView, { missing: null }>;

/** Whether those who were asked and said nothing are of one kind. */
export function BiasSection({ surveyId }: { surveyId: string }) {
  const answer = useQuery('analysis.bias', { surveyId }, { keep: true });
  return (
    <Section
      title={t('analysis.bias')}
      file="who-answered"
      answer={answer}
      draw={(of) => drawn(of, surveyId)}
    />
  );
}

/** The share that answered, and what of it is uneven. */
export function biasLeads({ rate, rows }: Of, surveyId: string): Said[] {
  const uneven = rows.filter(({ others }) => others.chance < SURE);
  const words = uneven.map(({ name, others }) => {
    const isMore = others.by > 0;
    return t('analysis.bias_skewed', {
      name,
      direction: t(isMore ? 'analysis.more_often' : 'analysis.less_often'),
      whom: t(isMore ? 'analysis.whom_others' : 'analysis.whom_them'),
    });
  });
  const asked = toPeople(cells.asked(surveyId, 'all'));
  const lead = counted('analysis.bias_lead', {
    rate: percent(rate.value),
    asked: peopleOf(rate.n, asked, t('insights.cell_asked')),
    low: percent(rate.low),
    high: percent(rate.high),
  });
  return [lead, ...(words.length > 0 ? words : rows.length > 0 ? [t('analysis.bias_even')] : []).map(plain)];
}

function drawn(of: Of, surveyId: string): Drawn {
  const silent = Math.round((1 - of.rate.value) * of.rate.n);
  return {
    lead: <SaidWords of={sentencesOf(...biasLeads(of, surveyId))} />,
    ...(silent > 0
      ? {
          more: {
            text: t('results.show_people', { count: silent, who: t('insights.cell_silent') }),
            href: toPeople(cells.asked(surveyId, 'silent')),
          },
        }
      : {}),
    note: t('analysis.bias_note'),
    table: {
      columns: [
        { text: t('results.tag') },
        { text: t('analysis.asked'), end: true },
        { text: t('analysis.answered'), end: true },
        { text: t('analysis.between'), end: true },
        { text: t('analysis.chance'), end: true },
      ],
      rows: of.rows.map(({ tagId, name, rate, others }) => [
        { text: name },
        peopleCell(
          rate.n,
          toPeople(cells.asked(surveyId, 'all', { tagId })),
          `${name}, ${t('analysis.asked')}`,
        ),
        {
          text: percent(rate.value),
          value: rate.value,
          ...(rate.value > 0
            ? {
                href: toPeople(cells.asked(surveyId, 'answered', { tagId })),
                about: t('results.show_people', {
                  count: Math.round(rate.value * rate.n),
                  who: `${name}, ${t('analysis.answered')}`,
                }),
              }
            : {}),
        },
        { text: percentRange(rate) },
        { text: chanceWords(others.chance), value: others.chance },
      ]),
    },
  };
}

import { cells } from '@/components/insights/cells';
import { percent, tenth } from '@/components/insights/words';
import type { Clause } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { toGroup } from '../analysis/compare-section';
import { groupName, ratedName, SURE } from '../analysis/named';
import { toPeople, toQuestion } from '../counted';
import { answersOf, counted, peopleOf, plain } from '../counted-words';
import type { Proposal, ReportGround } from './report';

/** From so large a share of those asked that did not answer the silence itself is worth a step. */
const SILENT = 0.7;
/** The highest score of somebody who would not recommend. */
const MOST_DETRACTOR = 6;

/**
 * What the figures propose, then what the author wrote, a line each. Each follows from a figure that is named in it: an important driver
 * that is rated below the others, a group that is less satisfied for sure, a topic of the dissatisfied, detractors nobody answered, silence.
 */
export function proposalsOf({
  survey,
  results,
  drivers,
  groups,
  topics,
  bias,
  links,
}: ReportGround): Proposal[] {
  const found: Proposal[] = [];
  const answered: Clause = { ask: 'answer', surveyId: survey.id, has: true };
  if (drivers.missing === null) {
    const mean = drivers.drivers.reduce((sum, one) => sum + one.performance, 0) / drivers.drivers.length;
    for (const one of drivers.drivers) {
      // What lowers the score is not to be raised.
      if (one.correlation <= 0 || one.share < 1 / drivers.drivers.length || one.performance >= mean) continue;
      found.push({
        key: `driver ${one.key}`,
        ...plain(
          t('report.improve', {
            name: ratedName(one),
            share: percent(one.share),
            rated: tenth(one.performance),
            others: tenth(mean),
          }),
        ),
        href: links.analysis,
      });
    }
  }
  if (groups.missing === null) {
    for (const one of groups.rows) {
      if (one.others.chance >= SURE || one.others.by >= 0) continue;
      found.push({
        key: `group ${one.key}`,
        ...counted('report.ask_group', {
          name: groupName(one),
          count: answersOf(one.figure.n, links.answers(toGroup('tag', one.key)), groupName(one)),
        }),
        whom: { all: [{ ask: 'tag', tagId: one.key, has: true }, answered] },
      });
    }
  }
  if (topics.missing === null) {
    for (const { term, n, others } of topics.topics) {
      if (!others || others.chance >= SURE || others.by >= 0) continue;
      found.push({
        key: `topic ${term}`,
        ...counted('report.look_into', { term, count: answersOf(n, links.answers({ topic: term }), term) }),
      });
    }
  }
  const asked = results.questions.find(({ nps }) => nps);
  const detractors = asked?.nps?.detractors ?? 0;
  if (asked && detractors > 0)
    found.push({
      key: 'detractors',
      ...counted('report.answer_them', {
        count: answersOf(
          detractors,
          links.answers({ ...toQuestion(asked), part: 'detractors' }),
          t('results.detractors'),
        ),
      }),
      ...(asksNpsFirst(survey)
        ? { whom: { ask: 'answer', surveyId: survey.id, score: { max: MOST_DETRACTOR }, has: true } }
        : {}),
    });
  if (bias.missing === null && 1 - bias.rate.value >= SILENT)
    found.push({
      key: 'silent',
      ...counted('report.ask_again', {
        count: peopleOf(
          Math.round((1 - bias.rate.value) * bias.rate.n),
          toPeople(cells.asked(survey.id, 'silent')),
          t('insights.cell_silent'),
        ),
        rate: percent(bias.rate.value),
      }),
    });
  const own = (survey.report?.proposals ?? '')
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);
  return [...found, ...own.map((text, at) => ({ key: `own ${at} ${text}`, ...plain(text), whom: answered }))];
}

/** Only then is the score that a segment asks for the one that tells detractors. */
function asksNpsFirst({ published, draft }: ReportGround['survey']): boolean {
  const asked = (published ?? draft).pages.flatMap(({ questions }) => questions);
  return asked.find(({ type }) => type === 'nps' || type === 'csat' || type === 'ces')?.type === 'nps';
}

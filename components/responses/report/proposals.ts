import { percent, tenth } from '@/components/insights/words';
import type { Clause } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { toGroup } from '../analysis/compare-section';
import { groupName, ratedName, SURE } from '../analysis/named';
import { toQuestion } from '../counted';
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
        text: t('report.improve', {
          name: ratedName(one),
          share: percent(one.share),
          rated: tenth(one.performance),
          others: tenth(mean),
        }),
        href: links.analysis,
      });
    }
  }
  if (groups.missing === null) {
    for (const one of groups.rows) {
      if (one.others.chance >= SURE || one.others.by >= 0) continue;
      found.push({
        key: `group ${one.key}`,
        text: t('report.ask_group', { name: groupName(one), count: one.figure.n }),
        href: links.answers(toGroup('tag', one.key)),
        whom: { all: [{ ask: 'tag', tagId: one.key, has: true }, answered] },
      });
    }
  }
  if (topics.missing === null) {
    for (const { term, n, others } of topics.topics) {
      if (!others || others.chance >= SURE || others.by >= 0) continue;
      found.push({
        key: `topic ${term}`,
        text: t('report.look_into', { term, count: n }),
        href: links.answers({ topic: term }),
      });
    }
  }
  const asked = results.questions.find(({ nps }) => nps);
  const detractors = asked?.nps?.detractors ?? 0;
  if (asked && detractors > 0)
    found.push({
      key: 'detractors',
      text: t('report.answer_them', { count: detractors }),
      href: links.answers({ ...toQuestion(asked), part: 'detractors' }),
      ...(asksNpsFirst(survey)
        ? { whom: { ask: 'answer', surveyId: survey.id, score: { max: MOST_DETRACTOR }, has: true } }
        : {}),
    });
  if (bias.missing === null && 1 - bias.rate.value >= SILENT)
    found.push({
      key: 'silent',
      text: t('report.ask_again', { rate: percent(bias.rate.value) }),
      href: links.analysis,
    });
  const own = (survey.report?.proposals ?? '')
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);
  return [...found, ...own.map((text, at) => ({ key: `own ${at} ${text}`, text, whom: answered }))];
}

/** Only then is the score that a segment asks for the one that tells detractors. */
function asksNpsFirst({ published, draft }: ReportGround['survey']): boolean {
  const asked = (published ?? draft).pages.flatMap(({ questions }) => questions);
  return asked.find(({ type }) => type === 'nps' || type === 'csat' || type === 'ces')?.type === 'nps';
}

import type { DataTable } from '@/components/insights/table';
import { missingWords, percent } from '@/components/insights/words';
import { languageName } from '@/components/surveys/draft/languages';
import { inShort } from '@/components/surveys/draft/texts';
import type { QuestionResult, TrendPoint } from '@/lib/api/survey-views';
import type { AnswerFilter, AnswerKind } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { biasLeads } from '../analysis/bias-section';
import { compareLeads, compareNote } from '../analysis/compare-section';
import { driversLead, driversNote, driversTable } from '../analysis/drivers-section';
import { indexLeads, indexTable } from '../analysis/index-section';
import { SURE } from '../analysis/named';
import { waveLeads } from '../analysis/waves-section';
import { countCell, type ToAnswers, toQuestion } from '../counted';
import { answersOf, counted } from '../counted-words';
import { figureWords, leadWords, type Measure, rangeWords } from '../results/figures';
import { goalRows } from '../results/goal-rows';
import { goalWords } from '../results/goal-words';
import { periodWords } from '../results/periods';
import { own } from '../results/question-words';
import { changeWords } from '../results/trend';
import { spanWords } from '../words';
import { loopLines } from './loop-lines';
import { proposalsOf } from './proposals';
import { type Block, line, type ReportGround, type ReportLinks, type ReportPart } from './report';

/** The five sections of a report. Every sentence with numbers, and every row of a table, leads to what they count. */
export function reportOf(ground: ReportGround): ReportPart[] {
  return [
    { id: 'background', title: t('report.background'), blocks: backgroundOf(ground) },
    { id: 'method', title: t('report.method'), blocks: methodOf(ground) },
    { id: 'scores', title: t('report.scores'), blocks: scoresOf(ground) },
    { id: 'factors', title: t('report.factors'), blocks: factorsOf(ground) },
    {
      id: 'proposals',
      title: t('report.proposals'),
      blocks: [
        ...loopLines(ground.loop, ground.links),
        { kind: 'proposals', survey: ground.survey.name, proposals: proposalsOf(ground) },
      ],
    },
  ];
}

function backgroundOf({ survey, links }: ReportGround): Block[] {
  const form = survey.published ?? survey.draft;
  const intro = own(form.intro);
  return [
    line(
      t('report.about', {
        name: survey.name,
        count: form.pages.flatMap(({ questions }) => questions).filter(({ type }) => type !== 'statement')
          .length,
      }),
      links.survey,
    ),
    ...(intro ? [line(t('report.told', { intro }))] : []),
    ...(survey.report?.purpose ? [line(survey.report.purpose)] : []),
  ];
}

function methodOf({ survey, results, bias, between, today, links }: ReportGround): Block[] {
  const { counts, medianMs } = results;
  const langs = (survey.published ?? survey.draft).langs;
  const partial = counts.all - counts.done;
  // These count what was set aside too.
  const of = (n: number, filter: AnswerFilter, what: string, which?: AnswerKind) =>
    answersOf(n, links.answers({ counted: undefined, ...filter }, which), what);
  const all = of(counts.all, {}, t('responses.which_all'));
  return [
    ...(between
      ? [
          line(
            between.first === between.last
              ? counted('report.on_day', { day: between.first, count: all })
              : counted('report.between_days', { ...between, count: all }),
          ),
        ]
      : [line(t('report.nobody'))]),
    line(t('report.counted', { day: today })),
    line(t('report.languages', { count: langs.length, langs: list(langs.map(languageName)) }), links.survey),
    ...(survey.version > 1 ? [line(t('report.versions', { count: survey.version }), links.survey)] : []),
    ...(partial > 0
      ? [
          line(
            counted('report.partial', {
              count: of(partial, { whole: false }, t('responses.filter_partial')),
            }),
          ),
        ]
      : []),
    ...(counts.aside > 0
      ? [line(counted('report.aside', { count: of(counts.aside, {}, t('responses.which_aside'), 'aside') }))]
      : []),
    ...(medianMs === null ? [] : [line(t('report.median', { time: spanWords(medianMs) }), links.results)]),
    ...(bias.missing === null
      ? biasLeads(bias, survey.id).map((said) => line(said, links.analysis))
      : [line(t('report.no_rate'), links.analysis)]),
    line(t(results.questions.some(({ nps }) => nps) ? 'report.intervals' : 'report.intervals_no_nps')),
  ];
}

function scoresOf({ results, index, waves, links }: ReportGround): Block[] {
  const { measure, questions } = results;
  const trend = results.trend.month;
  const main = questions.find(({ question }) => question.type === measure);
  const figure = main && figureOf(main);
  const blocks: Block[] = [];
  if (main && figure)
    blocks.push(line(leadWords(figure.measure, figure.of), links.answers(toQuestion(main))));
  if (main?.nps) blocks.push(splitOf(main, main.nps, links));
  for (const goal of results.goals)
    blocks.push(line(goalWords(goal), undefined, goalRows(goal, results, { surveyId: results.surveyId })));
  if (index.missing === null) {
    for (const text of indexLeads(index)) blocks.push(line(text, links.analysis));
    blocks.push(tableOf(t('analysis.index'), indexTable(index, links.answers), links.analysis));
  }
  if (waves.missing === null && waves.rows.length > 1)
    for (const text of waveLeads(waves)) blocks.push(line(text, links.analysis));
  blocks.push(tableOf(t('report.ranked'), rankOf(questions, links.answers), links.results));
  if (measure && trend.length > 1) {
    blocks.push(line(changeWords(trend, 'month', measure), links.results));
    blocks.push(tableOf(t('results.trend'), monthsOf(trend, measure, links.answers), links.results));
  }
  return blocks;
}

/** Promoters, passives and detractors: each of the three leads to its own. */
function splitOf(main: QuestionResult, nps: NonNullable<QuestionResult['nps']>, links: ReportLinks): Block {
  const of = (part: 'promoters' | 'passives' | 'detractors') =>
    answersOf(nps[part], links.answers({ ...toQuestion(main), part }), t(`results.${part}`));
  return line(
    counted('report.split', {
      promoters: of('promoters'),
      passives: of('passives'),
      detractors: of('detractors'),
    }),
  );
}

/** A table each of whose rows leads to where it is counted. */
function tableOf(label: string, { columns, rows }: DataTable, href: string): Block {
  return {
    kind: 'table',
    label,
    table: { columns, rows: rows.map(([first, ...others]) => [{ ...first!, href }, ...others]) },
  };
}

function monthsOf(trend: readonly TrendPoint[], measure: Measure, to: ToAnswers): DataTable {
  return {
    columns: [
      { text: t('results.month') },
      { text: t(`results.${measure}`), end: true },
      { text: t('results.between'), end: true },
      { text: t('results.count'), end: true },
    ],
    rows: trend.map((month) => [
      { text: periodWords(month, 'month') },
      { text: figureWords(measure, month.value), value: month.value },
      { text: rangeWords(measure, month) },
      countCell(month.n, to({ basis: 'score', from: month.from, to: month.to }), periodWords(month, 'month')),
    ]),
  };
}

/** The figure of a question on a scale: NPS, share of the satisfied, or mean. */
function figureOf({
  nps,
  share,
  mean,
}: QuestionResult): { measure: Measure; of: NonNullable<typeof mean> } | null {
  if (nps) return { measure: 'nps', of: nps };
  if (share) return { measure: 'csat', of: share };
  return mean ? { measure: 'ces', of: mean } : null;
}

/** Every question on a scale, the best of each kind first: an NPS and a share do not compare. */
function rankOf(questions: readonly QuestionResult[], to: ToAnswers): DataTable {
  const found = questions.flatMap((one) => {
    const figure = figureOf(one);
    return figure ? [{ one, ...figure }] : [];
  });
  const order: Measure[] = ['nps', 'csat', 'ces'];
  found.sort(
    (a, b) =>
      order.indexOf(a.measure) - order.indexOf(b.measure) || b.of.value - a.of.value || b.of.n - a.of.n,
  );
  return {
    columns: [
      { text: t('report.question') },
      { text: t('report.kind') },
      { text: t('results.figure'), end: true },
      { text: t('results.between'), end: true },
      { text: t('results.count'), end: true },
    ],
    rows: found.map(({ one, measure, of }) => [
      { text: inShort(own(one.question.title)) },
      { text: t(`report.kind_${measure}`) },
      { text: figureWords(measure, of.value), value: of.value },
      { text: rangeWords(measure, of) },
      countCell(of.n, to(toQuestion(one)), inShort(own(one.question.title))),
    ]),
  };
}

function factorsOf({ drivers, groups, topics, links }: ReportGround): Block[] {
  const blocks: Block[] = [];
  if (drivers.missing === null) {
    const lead = driversLead(drivers);
    if (lead) blocks.push(line(lead, links.analysis));
    blocks.push(
      { kind: 'drivers', of: drivers },
      tableOf(t('analysis.drivers'), driversTable(drivers), links.analysis),
      line(driversNote(drivers, links.answers)),
    );
  } else blocks.push(line(missingWords(drivers.missing), links.analysis));
  if (groups.missing === null) {
    const leads = compareLeads(groups);
    for (const text of leads.length > 0 ? leads : [t('analysis.compare_none')])
      blocks.push(line(text, links.analysis));
    blocks.push(line(compareNote(groups, 'tag', links.answers)));
  }
  if (topics.missing === null) {
    for (const topic of topics.topics.slice(0, MOST_TOPICS)) {
      const sure = topic.others && topic.others.chance < SURE;
      blocks.push(
        line(
          counted(sure ? (topic.others!.by < 0 ? 'report.topic_low' : 'report.topic_high') : 'report.topic', {
            term: topic.term,
            count: answersOf(topic.n, links.answers({ topic: topic.term }), topic.term),
            share: percent(topic.n / topics.comments),
          }),
        ),
        ...topic.quotes
          .slice(0, 1)
          .map(({ text, responseId }): Block => ({ kind: 'quote', text, href: links.answer(responseId) })),
      );
    }
  } else blocks.push(line(missingWords(topics.missing), links.analysis));
  return blocks;
}

const MOST_TOPICS = 5;

import { useState } from 'preact/hooks';
import { type Drawn, Section } from '@/components/insights/section';
import type { Cell } from '@/components/insights/table';
import { useQuery } from '@/components/query/use-query';
import { inShort } from '@/components/surveys/draft/texts';
import { Select } from '@/components/ui/select';
import type { ComparedBy, CompareView, GroupRow } from '@/lib/api/analysis-views';
import type { AnswerFilter } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import type { Question, Texts } from '@/lib/surveys/form';
import { countCell, type ToAnswers, toAnswers } from '../counted';
import { noteOf, plain, type Said, SaidWords } from '../counted-words';
import { figureWords, type Measure, rangeWords } from '../results/figures';
import { own } from '../results/question-words';
import { basisNote, chanceWords, groupName, SURE } from './named';
import type { AnalysisScope } from './scope';

type Of = Extract<CompareView, { missing: null }>;

interface CompareSectionProps {
  scope: AnalysisScope;
  /** All of the survey; those with choices can be compared by. */
  questions: readonly Question<Texts>[];
}

/** The score of groups beside that of everyone else: by tag, by segment, by what was chosen elsewhere. */
export function CompareSection({ scope, questions }: CompareSectionProps) {
  const [by, setBy] = useState('tag');
  const asked: ComparedBy = by === 'tag' || by === 'segment' ? by : { question: by };
  const answer = useQuery('analysis.compare', { ...scope, by: asked }, { keep: true });
  const chosen = questions.filter(({ type }) => ['single', 'multiple', 'dropdown', 'yesno'].includes(type));
  return (
    <Section
      title={t('analysis.compare')}
      file="groups"
      answer={answer}
      controlsStay
      controls={
        <Select
          label={t('analysis.compare_by')}
          value={by}
          choices={[
            { value: 'tag', label: t('analysis.by_tag') },
            { value: 'segment', label: t('analysis.by_segment') },
            ...chosen.map(({ id, title }) => ({ value: id, label: inShort(own(title)) })),
          ]}
          onChoose={setBy}
        />
      }
      draw={(of) => drawn(of, toAnswers(scope), asked)}
    />
  );
}

/** The groups that differ for sure, each in a sentence. */
export function compareLeads({ rows, measure }: Of): string[] {
  return rows
    .filter(({ others }) => others.chance < SURE)
    .map((row) => {
      const { by, low, high } = row.others;
      const ends = by > 0 ? [low, high] : [-high, -low];
      return t('analysis.compare_lead', {
        name: groupName(row),
        by: byWords(measure, Math.abs(by)),
        direction: t(by > 0 ? 'analysis.higher' : 'analysis.lower'),
        low: byWords(measure, ends[0]!),
        high: byWords(measure, ends[1]!),
      });
    });
}

/** A difference as it is written; of shares in points of a hundred. */
export function byWords(measure: Measure, by: number): string {
  return measure === 'csat' ? figureWords('nps', 100 * by) : figureWords(measure, by);
}

export function compareNote({ rows, measure, n, repeated }: Of, by: ComparedBy, to: ToAnswers): Said {
  const how = t('analysis.compare_note', {
    method: t(`analysis.method_${measure}`),
    count: rows.length,
  });
  // By tag or segment those are compared of whom it is known.
  const among = typeof by === 'object' ? { question: by.question } : { known: true };
  return noteOf(
    plain(how),
    ...basisNote(n, repeated, {
      what: t('analysis.compare'),
      href: (left) => to({ basis: 'person', ...among, ...left }),
    }),
  );
}

/** The newest answer of each person in a group. */
export function toGroup(by: ComparedBy, key: string): AnswerFilter {
  const whom = typeof by === 'object' ? { question: by.question, value: key } : { group: `${by}:${key}` };
  return { basis: 'person', ...whom };
}

function drawn(of: Of, to: ToAnswers, by: ComparedBy): Drawn {
  const { measure, rows } = of;
  return {
    lead: compareLeads(of)[0] ?? t('analysis.compare_none'),
    note: <SaidWords of={compareNote(of, by, to)} />,
    table: {
      columns: [
        { text: t('analysis.group') },
        { text: t(`results.${measure}`), end: true },
        { text: t('analysis.between'), end: true },
        { text: t('analysis.answers'), end: true },
        { text: t('analysis.difference'), end: true },
        { text: t('analysis.chance'), end: true },
      ],
      rows: rows.map((row) => [
        { text: groupName(row) },
        { text: figureWords(measure, row.figure.value), value: row.figure.value },
        { text: rangeWords(measure, row.figure) },
        countCell(row.figure.n, to(toGroup(by, row.key)), groupName(row)),
        ...differenceCells(measure, row),
      ]),
    },
  };
}

function differenceCells(measure: Measure, { others }: GroupRow): Cell[] {
  const sign = others.by > 0 ? '+' : '';
  const words = `${sign}${byWords(measure, others.by)}`;
  return [
    { text: others.chance < SURE ? `${words} ${t('analysis.sure')}` : words, value: others.by },
    { text: chanceWords(others.chance), value: others.chance },
  ];
}

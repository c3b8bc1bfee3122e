import { useState } from 'preact/hooks';
import { cells } from '@/components/insights/cells';
import { type Drawn, Section } from '@/components/insights/section';
import type { Cell } from '@/components/insights/table';
import { tenth } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import { inShort } from '@/components/surveys/draft/texts';
import { dayWords, groupWords } from '@/components/surveys/schedule/words';
import { Select } from '@/components/ui/select';
import type { WaveRow, WavesView } from '@/lib/api/analysis-views';
import type { AnswerBasis, AnswerFilter } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { countCell, peopleCell, type ToAnswers, toAnswers, toPeople } from '../counted';
import { answersOf, counted, noteOf, peopleOf, plain, type Said, SaidWords } from '../counted-words';
import { figureWords, type Measure, rangeWords } from '../results/figures';
import { own } from '../results/question-words';
import { byWords } from './compare-section';
import { chanceWords, SURE } from './named';
import type { AnalysisScope } from './scope';

type Of = Extract<WavesView, { missing: null }>;

/** The waves of a survey one by one: its figure with its interval, and whether it moved for sure. */
export function WavesSection({ scope }: { scope: AnalysisScope }) {
  const [scheduleId, setScheduleId] = useState('');
  const answer = useQuery(
    'analysis.waves',
    { ...scope, ...(scheduleId ? { scheduleId } : {}) },
    { keep: true },
  );
  const rows = useQuery('schedules.list', { surveyId: scope.surveyId }, { keep: true });
  const several = rows.value && rows.value.length > 1 ? rows.value : null;
  const [first] = several ?? [];
  return (
    <Section
      title={t('schedules.waves')}
      file="waves"
      answer={answer}
      controlsStay
      controls={
        several &&
        first && (
          <Select
            label={t('schedules.waves_of')}
            value={scheduleId || first.id}
            choices={several.map(({ id, schedule, names }) => ({
              value: id,
              label: groupWords(schedule.audience, names),
            }))}
            onChoose={setScheduleId}
          />
        )
      }
      draw={(of) => drawn(of, scope, toAnswers(scope))}
    />
  );
}

/** The waves that lie above or below the one before for sure, each in a sentence; one sentence where none does. */
export function waveLeads({ rows, measure }: Of): string[] {
  const moved = rows.flatMap(({ number, others }) => {
    if (!others || others.chance >= SURE) return [];
    const isUp = others.by > 0;
    const [low, high] = isUp ? [others.low, others.high] : [-others.high, -others.low];
    const words = {
      number,
      by: byWords(measure, Math.abs(others.by)),
      low: byWords(measure, low),
      high: byWords(measure, high),
    };
    return [t(isUp ? 'schedules.waves_higher' : 'schedules.waves_lower', words)];
  });
  if (moved.length > 0) return moved;
  if (rows.length < 2) return [t('schedules.waves_single')];
  return [t(rows.some(({ others }) => others) ? 'schedules.waves_same' : 'schedules.waves_few')];
}

function drawn(of: Of, scope: AnalysisScope, to: ToAnswers): Drawn {
  const { rows, measure } = of;
  const toWave = (row: WaveRow, basis: AnswerBasis) => to({ wave: `${of.scheduleId}:${row.number}`, basis });
  return {
    lead: [...waveLeads(of), ...rows.flatMap(changeWords)].join(' '),
    note: <SaidWords of={notesOf(of, scope, to)} />,
    table: {
      columns: [
        { text: t('schedules.waves_wave') },
        ...(scope.lang ? [] : [{ text: t('schedules.waves_asked'), end: true }]),
        { text: t('schedules.waves_answered'), end: true },
        { text: t(`results.${measure}`), end: true },
        { text: t('schedules.waves_between'), end: true },
        { text: t('schedules.waves_answers'), end: true },
        { text: t('schedules.waves_before'), end: true },
        { text: t('schedules.waves_chance'), end: true },
        { text: t('schedules.waves_index'), end: true },
      ],
      rows: rows.map((row) => [
        { text: waveName(row) },
        // In which language somebody read who did not answer is not known.
        ...(scope.lang ? [] : [askedCell(row, of.scheduleId, scope)]),
        countCell(row.answered, toWave(row, 'asked'), `${waveName(row)}, ${t('schedules.waves_answered')}`),
        { text: row.figure ? figureWords(measure, row.figure.value) : '', value: row.figure?.value },
        { text: row.figure ? rangeWords(measure, row.figure) : '' },
        countCell(row.n, toWave(row, 'person'), waveName(row)),
        ...beforeCells(measure, row),
        { text: row.index ? tenth(row.index.value) : '', value: row.index?.value },
      ]),
    },
  };
}

function waveName({ number, from, until, isNow }: WaveRow): string {
  const wave = until
    ? t('schedules.waves_name', { number, from: dayWords(from), until: dayWords(until) })
    : t('schedules.waves_name_open', { number, from: dayWords(from) });
  return isNow ? t('schedules.waves_now', { wave }) : wave;
}

function beforeCells(measure: Measure, { others }: WaveRow): Cell[] {
  if (!others) return [{ text: '' }, { text: '' }];
  const words = `${others.by > 0 ? '+' : ''}${byWords(measure, others.by)}`;
  return [
    { text: others.chance < SURE ? `${words} ${t('analysis.sure')}` : words, value: others.by },
    { text: chanceWords(others.chance), value: others.chance },
  ];
}

/** What a wave asked otherwise: a figure of other questions is no figure of the same thing. */
function changeWords({ number, changes }: WaveRow): string[] {
  if (!changes) return [];
  const kinds = [
    ['schedules.waves_dropped', changes.dropped],
    ['schedules.waves_added', changes.added],
    ['schedules.waves_reworded', changes.reworded],
    ['schedules.waves_rescaled', changes.rescaled],
  ] as const;
  return kinds.flatMap(([key, titles]) =>
    titles.length > 0 ? [t(key, { number, titles: list(titles.map((title) => inShort(own(title)))) })] : [],
  );
}

/** Who was asked in a wave: contacts. */
function askedCell(row: WaveRow, scheduleId: string, scope: AnalysisScope): Cell {
  const href = toAsked(scope, 'all', `${scheduleId}:${row.number}`);
  return peopleCell(row.asked, href, `${waveName(row)}, ${t('schedules.waves_asked')}`);
}

/** The contacts of what the page tells of whom a number of the waves counts. */
function toAsked(scope: AnalysisScope, who: 'all' | 'twice', wave: string): string {
  return toPeople(cells.asked(scope.surveyId, who, { wave, of: scope }), scope);
}

function notesOf(
  { rows, measure, outside, both, scheduleId }: Of,
  scope: AnalysisScope,
  to: ToAnswers,
): Said {
  const looks = rows.filter(({ others }) => others !== null).length;
  const other = rows.reduce((sum, row) => sum + row.otherScale, 0);
  const repeated = rows.reduce((sum, row) => sum + row.repeated, 0);
  const inAny = `${scheduleId}:all`;
  const count = (n: number, filter: AnswerFilter, what: string) => answersOf(n, to(filter), what);
  const whole: [number, () => Said][] = [
    [
      looks,
      () => plain(t('schedules.waves_note', { method: t(`analysis.method_${measure}`), count: looks })),
    ],
    [1, () => plain(t('schedules.waves_whose'))],
    [
      both,
      () =>
        counted('schedules.waves_both', {
          count: peopleOf(both, toAsked(scope, 'twice', inAny), t('insights.cell_twice')),
        }),
    ],
    [
      other,
      () =>
        counted('schedules.waves_scale', {
          count: count(other, { wave: inAny, basis: 'unscored' }, t('responses.basis_unscored')),
        }),
    ],
    [
      repeated,
      () =>
        counted('schedules.waves_repeated', {
          count: count(repeated, { wave: inAny, basis: 'person', left: true }, t('responses.left')),
        }),
    ],
    [
      outside,
      () =>
        counted('schedules.waves_outside', {
          count: count(outside, { wave: `${scheduleId}:0` }, t('responses.wave_none')),
        }),
    ],
  ];
  return noteOf(...whole.flatMap(([n, say]) => (n > 0 ? [say()] : [])));
}

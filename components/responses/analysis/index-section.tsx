import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { BarList } from '@/components/insights/bar-list';
import { type Drawn, Section } from '@/components/insights/section';
import type { DataTable } from '@/components/insights/table';
import { tenth } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { IndexView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { countCell, type ToAnswers, toAnswers } from '../counted';
import { noteOf, plain, SaidWords } from '../counted-words';
import { basisNote, dimensionName } from './named';
import type { AnalysisScope } from './scope';

type Of = Extract<IndexView, { missing: null }>;

/** How satisfied people are in each dimension, and over all by the author's weights. */
export function IndexSection({ scope }: { scope: AnalysisScope }) {
  const answer = useQuery('analysis.index', scope, { keep: true });
  const [weighing, setWeighing] = useState(false);
  const of = answer.value;
  return (
    <>
      <Section
        title={t('analysis.index')}
        file="index"
        answer={answer}
        controls={
          of?.missing === null && <Button onClick={() => setWeighing(true)}>{t('analysis.weights')}</Button>
        }
        draw={(of) => drawn(of, toAnswers(scope))}
      />
      {weighing && of?.missing === null && (
        <Weights of={of} surveyId={scope.surveyId} onClose={() => setWeighing(false)} />
      )}
    </>
  );
}

/** The index in a sentence, or why there is none; then what of it counts for nothing. */
export function indexLeads({ rows, total }: Of): string[] {
  const left = rows.filter(({ weight }) => weight === 0).map(({ dimension }) => dimensionName(dimension));
  if (left.length === rows.length) return [t('analysis.index_none')];
  return [
    total
      ? t('analysis.index_lead', {
          value: tenth(total.value),
          low: tenth(total.low),
          high: tenth(total.high),
        })
      : t('analysis.index_few'),
    ...(left.length > 0 ? [t('analysis.index_left', { names: list(left) })] : []),
  ];
}

/** Each dimension with its interval and what it counts. */
export function indexTable({ rows }: Of, to: ToAnswers): DataTable {
  return {
    columns: [
      { text: t('analysis.dimension') },
      { text: t('analysis.mean'), end: true },
      { text: t('analysis.between'), end: true },
      { text: t('analysis.weight'), end: true },
      { text: t('analysis.answers'), end: true },
    ],
    rows: rows.map(({ dimension, value, low, high, weight, n }) => [
      { text: dimensionName(dimension) },
      { text: tenth(value), value },
      { text: t('analysis.range', { low: tenth(low), high: tenth(high) }) },
      { text: tenth(weight), value: weight },
      countCell(n, to({ basis: 'index', dimension }), dimensionName(dimension)),
    ]),
  };
}

function drawn(of: Of, to: ToAnswers): Drawn {
  const { rows, total, repeated } = of;
  return {
    lead: indexLeads(of).join(' '),
    note: (
      <SaidWords
        of={noteOf(
          plain(t('analysis.index_note')),
          ...(total
            ? basisNote(total.n, repeated, {
                what: t('analysis.index'),
                href: (left) => to({ basis: 'index', ...left }),
              })
            : []),
        )}
      />
    ),
    chart: (
      <BarList
        label={t('analysis.index')}
        rows={rows.map(({ dimension, value, low, high, weight }) => {
          const range = t('results.span', { first: tenth(low), last: tenth(high) });
          const text = t('common.in_brackets', { what: tenth(value), more: range });
          return {
            key: dimension,
            label: dimensionName(dimension),
            value,
            text: weight > 0 ? text : `${text}, ${t('analysis.uncounted')}`,
          };
        })}
      />
    ),
    table: indexTable(of, to),
  };
}

interface WeightsProps {
  of: Of;
  surveyId: string;
  onClose(): void;
}

function Weights({ of, surveyId, onClose }: WeightsProps) {
  const act = useAction();
  const [typed, setTyped] = useState(() => of.rows.map(({ weight }) => String(weight)));
  const weights = typed.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  const isWrong = (weight: number) => !(weight >= 0 && weight <= 100);
  const isNothing = weights.every((weight) => weight === 0);
  const cannot = isNothing || weights.some(isWrong);
  const save = async (event: Event) => {
    event.preventDefault();
    if (cannot) return;
    const named = Object.fromEntries(of.rows.map(({ dimension }, at) => [dimension, weights[at]!]));
    if (await act('surveys.edit', { id: surveyId, weights: named })) onClose();
  };
  return (
    <Dialog title={t('analysis.weights')} onClose={onClose}>
      <form class="weights" onSubmit={save}>
        <p class="quiet-text">{t('analysis.weights_how')}</p>
        {of.rows.map(({ dimension }, at) => (
          <Field
            key={dimension}
            label={dimensionName(dimension)}
            value={typed[at] ?? ''}
            inputMode="decimal"
            autofocus={at === 0}
            error={isWrong(weights[at]!) ? t('analysis.weight_wrong') : undefined}
            onInput={(text) => setTyped(typed.with(at, text))}
          />
        ))}
        {isNothing && (
          <p class="small late" role="alert">
            {t('analysis.weights_nothing')}
          </p>
        )}
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" disabled={cannot}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

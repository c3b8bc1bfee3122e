import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { BarList } from '@/components/insights/bar-list';
import { type Drawn, Section } from '@/components/insights/section';
import { note, tenth } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { IndexView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { dimensionName, repeatedNote } from './named';
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
        draw={drawn}
      />
      {weighing && of?.missing === null && (
        <Weights of={of} surveyId={scope.surveyId} onClose={() => setWeighing(false)} />
      )}
    </>
  );
}

function drawn({ rows, total, repeated }: Of): Drawn {
  return {
    lead: t('analysis.index_lead', {
      value: tenth(total.value),
      low: tenth(total.low),
      high: tenth(total.high),
    }),
    note: note(
      t('analysis.index_note'),
      t('analysis.n_answers', { count: total.n }),
      ...repeatedNote(repeated),
    ),
    chart: (
      <BarList
        label={t('analysis.index')}
        rows={rows.map(({ dimension, value, low, high }) => ({
          key: dimension,
          label: dimensionName(dimension),
          value,
          text: `${tenth(value)} (${t('analysis.range', { low: tenth(low), high: tenth(high) })})`,
        }))}
      />
    ),
    table: {
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
        { text: number(n), value: n },
      ]),
    },
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
  const save = async (event: Event) => {
    event.preventDefault();
    if (weights.some(isWrong)) return;
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
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" disabled={weights.some(isWrong)}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

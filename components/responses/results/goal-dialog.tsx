import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { DayField } from '@/components/surveys/day-field';
import { readNumber } from '@/components/surveys/number-field';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { GoalScale, GoalView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { inWords } from './goal-words';

interface GoalDialogProps {
  surveyId: string;
  /** One at least. */
  goals: readonly GoalScale[];
  goal: GoalView | null;
  onClose(): void;
}

/** Which score, how much, by when. */
export function GoalDialog({ surveyId, goals, goal, onClose }: GoalDialogProps) {
  const act = useAction();
  const first = goals.find(({ of }) => of === goal?.of) ?? goals[0]!;
  const [of, setOf] = useState(first.of);
  const scale = goals.find((one) => one.of === of) ?? first;
  const times = scale.of === 'csat' ? 100 : 1;
  const [typed, setTyped] = useState(goal?.of === first.of ? String(round(times * goal.value)) : '');
  const [by, setBy] = useState(goal?.by ?? '');

  const [low, high] = scale.ends;
  const read = readNumber(typed, { fractions: true });
  const value = typeof read === 'number' ? read / times : null;
  const fits = value !== null && value > low && value < high;
  const range = t('results.goal_range', { low: inWords(scale.of, low), high: inWords(scale.of, high) });
  const cannot = !fits || by === '';
  const save = async (event: Event) => {
    event.preventDefault();
    if (cannot) return;
    const set = { id: surveyId, goal: { of: scale.of, value, by } };
    if (await act('surveys.setGoal', set, t('results.goal_saved'))) onClose();
  };
  return (
    <Dialog title={t('results.goal')} onClose={onClose}>
      <form class="goal-form" onSubmit={save}>
        <p class="quiet-text">{t('results.goal_how')}</p>
        {goals.length > 1 && (
          <Select
            label={t('results.goal_score')}
            value={scale.of}
            choices={goals.map((one) => ({ value: one.of, label: t(`results.${one.of}`) }))}
            onChoose={(chosen) => {
              setOf(chosen);
              setTyped('');
            }}
          />
        )}
        <Field
          label={t(scale.of === 'csat' ? 'results.goal_value_share' : 'results.goal_value')}
          value={typed}
          inputMode="decimal"
          autofocus
          hint={range}
          error={typed.trim() !== '' && !fits ? range : null}
          onInput={setTyped}
        />
        <DayField label={t('results.goal_by')} value={by} onDay={setBy} />
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

/** Without what a floating point adds: 100 times .57 is 57. */
const round = (value: number): number => Number(value.toFixed(6));

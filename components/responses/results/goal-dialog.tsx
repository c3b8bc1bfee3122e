import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { DayField } from '@/components/surveys/day-field';
import { readNumber } from '@/components/surveys/number-field';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { GoalScale, GoalView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { inWords, scoreWords } from './goal-words';

interface GoalDialogProps {
  surveyId: string;
  /** Of the goal, or of the one that is made. */
  id: string;
  goal: GoalView | null;
  /** One at least. */
  scales: readonly GoalScale[];
  onClose(): void;
}

/** Which score, of whom, how much, by when. */
export function GoalDialog({ surveyId, id, goal, scales, onClose }: GoalDialogProps) {
  const act = useAction();
  const first = scales.find((one) => keyOf(one) === (goal && keyOf(goal))) ?? scales[0]!;
  const [key, setKey] = useState(keyOf(first));
  const scale = scales.find((one) => keyOf(one) === key) ?? first;
  const times = scale.of === 'csat' ? 100 : 1;
  const isSame = goal !== null && goal.verdict !== 'unasked' && keyOf(goal) === keyOf(first);
  const [typed, setTyped] = useState(isSame ? String(round(times * goal.value)) : '');
  const [by, setBy] = useState(goal?.by ?? '');
  // One that was deleted cannot be chosen again, and nobody is to stand in for its people unasked.
  const isGone = goal?.segment?.name === null;
  const [segmentId, setSegmentId] = useState<string | null>(isGone ? null : (goal?.segment?.id ?? ''));

  const [low, high] = scale.ends;
  const read = readNumber(typed, { fractions: true });
  const value = typeof read === 'number' ? read / times : null;
  const fits = value !== null && value > low && value < high;
  const range = t('results.goal_range', { low: inWords(scale.of, low), high: inWords(scale.of, high) });
  const cannot = !fits || by === '' || segmentId === null;
  const save = async (event: Event) => {
    event.preventDefault();
    if (cannot) return;
    const { of, questionId } = scale;
    const set = { of, value, by, ...(questionId && { questionId }), ...(segmentId && { segmentId }) };
    if (await act('surveys.setGoal', { id: surveyId, goalId: id, goal: set }, t('results.goal_saved')))
      onClose();
  };
  return (
    <Dialog title={t('results.goal')} onClose={onClose}>
      <form class="goal-form" onSubmit={save}>
        <p class="quiet-text">{t('results.goal_how')}</p>
        {scales.length > 1 && (
          <Select
            label={t('results.goal_score')}
            value={keyOf(scale)}
            choices={scales.map((one) => ({ value: keyOf(one), label: scoreWords(one) }))}
            onChoose={(chosen) => {
              setKey(chosen);
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
        <WhomField segmentId={segmentId} isGone={isGone} onSegment={setSegmentId} />
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

/** No segment has such an id. */
const NOT_CHOSEN = 'none';

interface WhomFieldProps {
  /** Empty: everybody. Null: not chosen. */
  segmentId: string | null;
  /** The segment that it was of was deleted. */
  isGone: boolean;
  onSegment(segmentId: string | null): void;
}

/** Everybody, or a segment. */
function WhomField({ segmentId, isGone, onSegment }: WhomFieldProps) {
  const segments = useQuery('segments.names', {}, { keep: true });
  const choices = (segments.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={t('results.goal_whom')}
      value={segmentId ?? NOT_CHOSEN}
      error={segmentId === null ? t('results.goal_whom_gone') : null}
      hint={t(choices.length > 0 ? 'results.goal_whom_how' : 'results.goal_whom_none')}
      choices={[
        ...(isGone ? [{ value: NOT_CHOSEN, label: t('results.goal_whom_choose') }] : []),
        { value: '', label: t('results.goal_everybody') },
        ...choices,
      ]}
      onChoose={(chosen) => onSegment(chosen === NOT_CHOSEN ? null : chosen)}
    />
  );
}

/** Names a score among those of a survey. */
const keyOf = ({ of, questionId }: Pick<GoalScale, 'of' | 'questionId'>): string =>
  `${of} ${questionId ?? ''}`;

/** Without what a floating point adds: 100 times .57 is 57. */
const round = (value: number): number => Number(value.toFixed(6));

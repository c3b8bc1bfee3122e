import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import type { ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { sentences } from '@/lib/i18n/format';
import { GoalDialog } from './goal-dialog';
import { goalWords, leftWords } from './goal-words';

/** What the score is to come to by a day, whether it has for sure, and how long there is. Nothing where no score is asked. */
export function Goal({ of }: { of: ResultsView }) {
  const act = useAction();
  const [setting, setSetting] = useState(false);
  const { goal, goals, surveyId } = of;
  if (!goal && goals.length === 0) return null;
  return (
    <div class="results-goal">
      {goal && (
        <>
          <p>{goalWords(goal)}</p>
          <p class="quiet-text small">{sentences(leftWords(goal, Date.now()), t('results.goal_counts'))}</p>
        </>
      )}
      {goals.length > 0 && (
        <Button kind="bare" onClick={() => setSetting(true)}>
          {t(goal ? 'results.goal_change' : 'results.goal_set')}
        </Button>
      )}
      {goal && (
        <Button
          kind="bare"
          onClick={() => void act('surveys.setGoal', { id: surveyId, goal: null }, t('results.goal_removed'))}
        >
          {t('results.goal_remove')}
        </Button>
      )}
      {setting && (
        <GoalDialog surveyId={surveyId} goals={goals} goal={goal} onClose={() => setSetting(false)} />
      )}
    </div>
  );
}

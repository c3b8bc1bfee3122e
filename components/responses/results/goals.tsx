import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import type { GoalView, ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { sentences } from '@/lib/i18n/format';
import type { CountedScope } from '../counted';
import type { Counted } from '../counted-words';
import { GoalDialog } from './goal-dialog';
import { goalRows } from './goal-rows';
import { aimWords, goalWords, leftWords } from './goal-words';

interface GoalsProps {
  of: ResultsView;
  /** What the results were asked of; a goal is of its own people in the days of it. */
  scope?: CountedScope;
  /** Shows the answers of a segment alone. */
  onSegment(segmentId: string): void;
}

/** What scores are to come to by a day, whether they have for sure, and how long there is. Nothing where no score is asked. */
export function Goals({ of, scope = { surveyId: of.surveyId }, onSegment }: GoalsProps) {
  const [setting, setSetting] = useState<{ id: string; goal: GoalView | null } | null>(null);
  const { goals, scales, surveyId, mostGoals: most } = of;
  if (goals.length === 0 && scales.length === 0) return null;
  const isFull = goals.length >= most;
  return (
    <div class="results-goals">
      {goals.length > 0 && (
        <ul aria-label={t('results.goals')}>
          {goals.map((goal) => (
            <Goal
              key={goal.id}
              goal={goal}
              surveyId={surveyId}
              isOnly={goals.length === 1}
              onChange={scales.length > 0 ? () => setSetting({ id: goal.id, goal }) : null}
              onSegment={onSegment}
              rows={goalRows(goal, of, scope)}
            />
          ))}
        </ul>
      )}
      {scales.length > 0 && !isFull && (
        <Button kind="bare" onClick={() => setSetting({ id: crypto.randomUUID(), goal: null })}>
          {t(goals.length > 0 ? 'results.goal_another' : 'results.goal_set')}
        </Button>
      )}
      {isFull && <p class="quiet-text small">{t('results.goals_full', { most })}</p>}
      {setting && (
        <GoalDialog surveyId={surveyId} scales={scales} {...setting} onClose={() => setSetting(null)} />
      )}
    </div>
  );
}

interface GoalProps {
  goal: GoalView;
  surveyId: string;
  /** The only one: its buttons need not say which they are of. */
  isOnly: boolean;
  onChange: (() => void) | null;
  onSegment(segmentId: string): void;
  rows: readonly Counted[];
}

function Goal({ goal, surveyId, isOnly, onChange, onSegment, rows }: GoalProps) {
  const act = useAction();
  const { id, segment, isShown } = goal;
  const named = (words: string) =>
    isOnly ? {} : { 'aria-label': t('results.goal_button', { button: words, goal: nameOf(goal) }) };
  const [change, remove, show] = [t('results.goal_change'), t('results.goal_remove'), t('results.goal_show')];
  const takeAway = () =>
    void act('surveys.setGoal', { id: surveyId, goalId: id, goal: null }, t('results.goal_removed'));
  return (
    <li>
      <p>{goalWords(goal)}</p>
      <p class="quiet-text small">{sentences(leftWords(goal, Date.now()), ...countsWords(goal))}</p>
      {rows.length > 0 && (
        <p class="small">
          {rows.map(({ href, about }, at) => (
            <Fragment key={href}>
              {at > 0 && ' · '}
              <a class="insight-link" href={href}>
                {about}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      {onChange && (
        <Button kind="bare" {...named(change)} onClick={onChange}>
          {change}
        </Button>
      )}
      <Button kind="bare" {...named(remove)} onClick={takeAway}>
        {remove}
      </Button>
      {segment?.name != null && !isShown && (
        <Button kind="bare" {...named(show)} onClick={() => onSegment(segment.id)}>
          {show}
        </Button>
      )}
    </li>
  );
}

/** Whose answers count; of a segment that was deleted none do, which the goal says itself. */
function countsWords({ segment }: GoalView): string[] {
  if (segment?.name === null) return [];
  return [t(segment ? 'results.goal_counts_segment' : 'results.goal_counts')];
}

/** Tells a goal from the others: two of one score are of others, or of another day. */
function nameOf(goal: GoalView): string {
  return [aimWords(goal), goal.segment?.name, goal.by].filter(Boolean).join(', ');
}

import type { GoalScale } from '@/lib/api/survey-views';
import type { SurveyGoal } from '@/lib/crm/surveys';
import { ratedScale } from '@/lib/insight/satisfaction-index';
import { scaleOf } from '@/lib/surveys/scale';
import { command } from './command';
import { StoreError } from './errors';
import { type Asked, questionsOf } from './results-scope';
import type { Context } from './work';

/** What a survey asks that a goal can be set on: its first question of each kind as the last version asks it, and the index. */
export function goalScales(questions: readonly Asked[]): GoalScale[] {
  const asked = (['nps', 'csat', 'ces'] as const).flatMap((of): GoalScale[] => {
    const first = questions.find(({ question }) => question.type === of)?.question;
    if (!first) return [];
    const ends = { nps: [-100, 100], csat: [0, 1], ces: scaleOf(first)! } as Record<
      typeof of,
      [number, number]
    >;
    return [{ of, ends: ends[of] }];
  });
  const isRated = questions.some(({ question }) => ratedScale(question));
  return isRated ? [...asked, { of: 'index', ends: [0, 100] }] : asked;
}

/** Whether a goal is on one of these scores, and between the ends of it. */
export function fitsGoal(scales: readonly GoalScale[], { of, value }: SurveyGoal): boolean {
  return scales.some(({ of: one, ends: [low, high] }) => one === of && value > low && value < high);
}

/**
 * Sets the goal of a survey, or takes it away.
 * @throws StoreError `invalid` for what the survey does not ask, or a value that is not between the ends
 */
export function setSurveyGoal(
  ctx: Context,
  { id, goal }: { id: string; goal: SurveyGoal | null },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const survey = await work.one('surveys', id);
    if (goal && !fitsGoal(goalScales(questionsOf(survey)), goal))
      throw new StoreError(
        'invalid',
        'The survey does not ask this, or the goal is not between the ends of it.',
      );
    if (goal) survey.goal = goal;
    else delete survey.goal;
    return {};
  });
}

import { FEWEST, goalsOf, MOST_GOALS, type SurveyGoal } from '@/lib/crm/survey-goals';
import type { Survey } from '@/lib/crm/surveys';
import { fillAnswers, packedAnswers } from './answer-pages';
import { command } from './command';
import { same } from './edits';
import { StoreError } from './errors';
import { goalPeople } from './goal-people';
import { goalScales, scaleFor, scoreOf } from './goal-scores';
import { withPages } from './held-pages';
import { rootFinder } from './lookups';
import { questionsOf, scopeOf } from './results-scope';
import type { Context } from './work';

/** A goal as it is set: what the score was until then is found here. */
export interface GivenGoal {
  of: SurveyGoal['of'];
  questionId?: string | undefined;
  value: number;
  by: string;
  segmentId?: string | undefined;
}

/**
 * Sets a goal of a survey, or takes it away. What the score was is kept with it, until the goal is on another score or of others.
 * @throws StoreError `missing` for a survey, `invalid` for what the survey does not ask, a value that is not between the ends, a segment that
 * was deleted, or one goal too many
 */
export async function setSurveyGoal(
  ctx: Context,
  { id, goalId, goal }: { id: string; goalId: string; goal: GivenGoal | null },
): Promise<Record<string, never>> {
  const stored = (await ctx.db.surveys.get(id))?.body;
  const was = stored && goal ? await scoreUntilNow(ctx, stored, { goalId, goal }) : undefined;
  return command(ctx, async (work) => {
    const survey = await work.one('surveys', id);
    const { [goalId]: _, ...others } = goalsOf(survey);
    const scale = goal && scaleFor(goalScales(questionsOf(survey)), goal);
    if (goal && !scale)
      throw new StoreError(
        'invalid',
        'The survey does not ask this, or the goal is not between the ends of it.',
      );
    if (goal?.segmentId && (await work.live('segments', [goal.segmentId])).length === 0)
      throw new StoreError('invalid', 'The segment of this goal was deleted.');
    if (goal && Object.keys(others).length >= MOST_GOALS)
      throw new StoreError('invalid', `A survey has at most ${MOST_GOALS} goals.`);
    const kept = goal && scale && { ...goal, ends: scale.ends, ...(was && { was }) };
    survey.goals = kept ? { ...others, [goalId]: kept } : others;
    delete survey.goal;
    return {};
  });
}

/** What the score is of all answers that there are; as it was kept where the goal asks the same of the same people. */
async function scoreUntilNow(
  { db, now, zone }: Context,
  survey: Survey,
  { goalId, goal }: { goalId: string; goal: GivenGoal },
): Promise<SurveyGoal['was']> {
  const before = goalsOf(survey)[goalId];
  const { of, questionId, segmentId } = goal;
  const questions = questionsOf(survey);
  const scale = scaleFor(goalScales(questions), goal);
  const isOnSame = !before?.ends || same(before.ends, scale?.ends);
  if (isOnSame && before?.of === of && before.questionId === questionId && before.segmentId === segmentId)
    return before.was;
  const at = now();
  const whom = segmentId ? await goalPeople(db, segmentId, { now: at, zone }) : null;
  if (!scale || (whom && !whom.ids)) return undefined;
  await fillAnswers(db);
  const found = await db.transaction(
    'r',
    [...withPages('columns'), 'answers', 'meta', 'contacts'],
    async () => {
      const answers = await packedAnswers(db, survey.id);
      const scope = { surveyId: survey.id, aside: false };
      const { counted, people } = await scopeOf(db, scope, { answers, isAside: (one) => one.aside, zone });
      const rootOf = await rootFinder(db);
      return scoreOf(scale, whom?.ids ?? null, { survey, questions, counted, people, rootOf });
    },
  );
  if (!found.scored || found.scored.figure.n < FEWEST) return undefined;
  const { value, low, high, n } = found.scored.figure;
  return { at, value, low, high, n };
}

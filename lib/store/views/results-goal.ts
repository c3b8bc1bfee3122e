import type { GoalView, QuestionResult } from '@/lib/api/survey-views';
import type { Survey, SurveyGoal } from '@/lib/crm/surveys';
import { answersToTell, type Scored, verdictOf } from '@/lib/insight/satisfaction-goal';
import type { PackedAnswer } from '../packed-answers';
import type { Asked } from '../results-scope';
import { fitsGoal, goalScales } from '../survey-goal';
import { newestOfEach } from './analysis-compare';
import { indexOf, ratingIn } from './analysis-index';

interface Ground {
  questions: Asked[];
  /** Of the same questions. */
  results: readonly QuestionResult[];
  /** Answers that count, newest first. */
  counted: readonly PackedAnswer[];
  rootOf: (contactId: string) => string;
}

/** How the answers that count stand to the goal of their survey; null where none is set. */
export function goalView(survey: Survey, ground: Ground): GoalView | null {
  if (!survey.goal) return null;
  const { of, value, by } = survey.goal;
  const bare = { of, value, by, needs: null };
  if (!fitsGoal(goalScales(ground.questions), survey.goal))
    return { ...bare, figure: null, verdict: 'unasked' };
  const scored = scoredOf(survey, of, ground);
  if (!scored) return { ...bare, figure: null, verdict: 'none' };
  const { value: found, low, high, n } = scored.figure;
  const verdict = verdictOf(scored.figure, value);
  const needs = verdict === 'open' ? answersToTell(scored, value) : null;
  return { ...bare, figure: { value: found, low, high, n }, verdict, needs };
}

/** The figure as the page shows it: of the index, of each person the newest answer that rates something. */
function scoredOf(
  survey: Survey,
  of: SurveyGoal['of'],
  { questions, results, counted, rootOf }: Ground,
): Scored | null {
  if (of === 'index') {
    const read = { survey, questions };
    const { total } = indexOf(read, newestOfEach(ratingIn(read, counted), rootOf));
    return total && { by: 'mean', figure: total };
  }
  const found = results.find(({ question }) => question.type === of);
  if (of === 'nps') return found?.nps ? { by: 'nps', figure: found.nps } : null;
  if (of === 'csat') return found?.share ? { by: 'share', figure: found.share } : null;
  return found?.mean ? { by: 'mean', figure: found.mean } : null;
}

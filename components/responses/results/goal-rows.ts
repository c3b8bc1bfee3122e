import type { GoalView, ResultsView } from '@/lib/api/survey-views';
import type { AnswerFilter } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { type CountedScope, toAnswers, toQuestion } from '../counted';
import { answersOf, type Counted } from '../counted-words';
import { aimWords } from './goal-words';

/**
 * What the numbers of a goal count: the answers that its figure is of, and those of nobody known that it leaves out. Of its own people in the days that the
 * page shows, whatever group that shows.
 */
export function goalRows(
  goal: GoalView,
  { questions }: Pick<ResultsView, 'questions'>,
  { surveyId, from, to, aside }: CountedScope,
): Counted[] {
  const asked = questions.find(({ question }) => question.id === goal.questionId);
  const given: AnswerFilter = asked ? toQuestion(asked) : { basis: 'index' };
  const of = (more: AnswerFilter) => toAnswers({ surveyId, from, to, aside })({ ...given, ...more });
  const own = goal.segment ? { segmentId: goal.segment.id } : {};
  return [
    ...(goal.figure ? [answersOf(goal.figure.n, of(own), aimWords(goal))] : []),
    ...(goal.unplaced > 0
      ? [answersOf(goal.unplaced, of({ known: false }), t('responses.filter_stranger'))]
      : []),
  ];
}

import { useQuery } from '@/components/query/use-query';
import type { SurveyView } from '@/lib/api/survey-views';
import type { Question, Texts } from '@/lib/surveys/form';
import { withPipesNamed } from '@/lib/surveys/piping';

/** The survey that a filter names, whose questions it can ask about; null where none is named. */
export function useSurveyOf(surveyId: string | undefined): SurveyView | null {
  return useQuery('surveys.view', surveyId ? { id: surveyId } : null, { keep: true }).value;
}

/** What its last version asks, else its draft; what is piped into a title is named. */
export function questionsOfForm(survey: SurveyView | null): Question<Texts>[] {
  const form = survey && (survey.published ?? survey.draft);
  const questions = (form?.pages ?? []).flatMap((page) => page.questions);
  return withPipesNamed(questions.filter(({ type }) => type !== 'statement'));
}

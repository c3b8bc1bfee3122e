import type { AuthorForm } from '@/lib/surveys/form';
import type { WordingNote } from '@/lib/surveys/wording';
import { questionOf, withQuestion } from './questions';
import { withText } from './texts';

/** The form with the better wording of a note in its place; null where the note proposes none. */
export function reworded(form: AuthorForm, note: WordingNote): AuthorForm | null {
  const { questionId, lang, part, choiceId, better } = note;
  const question = questionId === null ? null : questionOf(form, questionId);
  if (!question || better === null) return null;
  if (part === 'title')
    return withQuestion(form, question.id, { title: withText(question.title, lang, better) });
  if (part !== 'choice' || !question.choices) return null;
  const choices = question.choices.map((choice) =>
    choice.id === choiceId ? { ...choice, text: withText(choice.text, lang, better) } : choice,
  );
  return withQuestion(form, question.id, { choices });
}

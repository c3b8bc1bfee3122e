import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';
import type { Place } from './questions';

/** The questions that have been asked when a place is reached; without a place, all of them. */
export function questionsBefore(form: AuthorForm, place: Place | null): Question<Texts>[] {
  if (!place) return form.pages.flatMap((page) => page.questions);
  return form.pages
    .slice(0, place.page + 1)
    .flatMap((page, index) => (index === place.page ? page.questions.slice(0, place.at) : page.questions));
}

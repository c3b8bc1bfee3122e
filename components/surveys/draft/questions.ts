import type { AuthorForm, Page, Question, QuestionType, Texts } from '@/lib/surveys/form';
import { freshId } from './ids';
import { starter } from './starters';

/** Where a question stands: page and place in it, both from 0. */
export interface Place {
  page: number;
  at: number;
}

export function placeOf(form: AuthorForm, id: string): Place | null {
  for (const [page, { questions }] of form.pages.entries()) {
    const at = questions.findIndex((question) => question.id === id);
    if (at >= 0) return { page, at };
  }
  return null;
}

export function questionOf(form: AuthorForm, id: string): Question<Texts> | null {
  const place = placeOf(form, id);
  return place ? (form.pages[place.page]?.questions[place.at] ?? null) : null;
}

function withQuestions(
  form: AuthorForm,
  page: number,
  change: (questions: Question<Texts>[]) => Question<Texts>[],
): AuthorForm {
  const pages = form.pages.map(
    (each, index): Page<Texts> => (index === page ? { ...each, questions: change(each.questions) } : each),
  );
  return { ...form, pages };
}

/** The form with one question changed. Keys that become undefined are left out: the draft is stored as JSON. */
export function withQuestion(form: AuthorForm, id: string, change: Partial<Question<Texts>>): AuthorForm {
  const place = placeOf(form, id);
  if (!place) return form;
  return withQuestions(form, place.page, (questions) =>
    questions.map((question) => (question.id === id ? merged(question, change) : question)),
  );
}

export function merged<T extends object>(whole: T, change: Partial<T>): T {
  const entries = Object.entries({ ...whole, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

/** A new question behind another one, or at the end of a page; with neither, of the last page. Answers its id too. */
export function withNewQuestion(
  form: AuthorForm,
  type: QuestionType,
  { after, page }: { after?: string; page?: string },
): { form: AuthorForm; id: string } {
  const id = freshId(form, 'q');
  const place = after === undefined ? null : placeOf(form, after);
  const named = form.pages.findIndex((each) => each.id === page);
  const index = place?.page ?? (named < 0 ? form.pages.length - 1 : named);
  return {
    id,
    form: withQuestions(form, index, (questions) =>
      questions.toSpliced(place ? place.at + 1 : questions.length, 0, starter(form, type, id)),
    ),
  };
}

/** A copy stands behind its original, with ids of its own. */
export function withCopy(form: AuthorForm, id: string): { form: AuthorForm; id: string } {
  const place = placeOf(form, id);
  const original = questionOf(form, id);
  if (!place || !original) return { form, id };
  const copy = { ...structuredClone(original), id: freshId(form, 'q') };
  return {
    id: copy.id,
    form: withQuestions(form, place.page, (questions) => questions.toSpliced(place.at + 1, 0, copy)),
  };
}

export function withoutQuestion(form: AuthorForm, id: string): AuthorForm {
  const place = placeOf(form, id);
  if (!place) return form;
  return withQuestions(form, place.page, (questions) => questions.filter((question) => question.id !== id));
}

/** Moves a question to a place, counted without the question itself. */
export function withQuestionAt(form: AuthorForm, id: string, to: Place): AuthorForm {
  const question = questionOf(form, id);
  if (!question || !form.pages[to.page]) return form;
  return withQuestions(withoutQuestion(form, id), to.page, (questions) =>
    questions.toSpliced(Math.min(Math.max(to.at, 0), questions.length), 0, question),
  );
}

/** One step up or down; over the edge of its page into the next one. Null at the ends of the form. */
export function stepped(form: AuthorForm, id: string, direction: -1 | 1): AuthorForm | null {
  const place = placeOf(form, id);
  if (!place) return null;
  const count = form.pages[place.page]?.questions.length ?? 0;
  const at = place.at + direction;
  if (at >= 0 && at < count) return withQuestionAt(form, id, { page: place.page, at });
  const page = form.pages[place.page + direction];
  if (!page) return null;
  return withQuestionAt(form, id, {
    page: place.page + direction,
    at: direction === 1 ? 0 : page.questions.length,
  });
}

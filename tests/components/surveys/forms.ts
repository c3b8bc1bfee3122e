import type { AuthorForm, Question, QuestionType, Texts } from '@/lib/surveys/form';

/** A question with an English title that is its id. */
export function question(
  id: string,
  type: QuestionType = 'nps',
  more: Partial<Question<Texts>> = {},
): Question<Texts> {
  return { id, type, title: { en: `About ${id}` }, ...more };
}

/** A form whose pages hold these questions: a list of ids for each page. */
export function formOf(...pages: (string | Question<Texts>)[][]): AuthorForm {
  return {
    v: 1,
    id: 'abcde12345',
    version: 0,
    kind: 'survey',
    title: { en: 'The bowls' },
    lang: 'en',
    langs: ['en'],
    pages: pages.map((questions, at) => ({
      id: `p${at + 1}`,
      questions: questions.map((each) => (typeof each === 'string' ? question(each) : each)),
    })),
    endings: [{ id: 'e1', title: { en: 'Thank you.' } }],
    show: { place: 'popover', on: { after: 1000 } },
  };
}

/** Ids of the questions, page by page. */
export const idsOf = (form: AuthorForm): string[][] =>
  form.pages.map((page) => page.questions.map((each) => each.id));

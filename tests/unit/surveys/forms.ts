import type { Form, Page, Question } from '@/lib/surveys/form';

/** A question with a title of its own; what it needs is told. */
export function ask(id: string, type: Question['type'], more: Partial<Question> = {}): Question {
  return { id, type, title: `Question ${id}`, ...more };
}

export const choices = (...ids: string[]) => ids.map((id) => ({ id, text: `Choice ${id}` }));

/** A form out of pages; pages are called p1, p2, ... and endings end and other. */
export function formOf(
  pages: { questions: Question[]; next?: Page['next'] }[],
  more: Partial<Form> = {},
): Form {
  return {
    v: 1,
    id: 'form000001',
    version: 1,
    kind: 'survey',
    title: 'A form',
    lang: 'en',
    langs: ['en'],
    pages: pages.map(({ questions, next }, at) => ({ id: `p${at + 1}`, questions, ...(next && { next }) })),
    endings: [
      { id: 'end', title: 'Thank you' },
      { id: 'other', title: 'Thank you too' },
    ],
    show: { place: 'popover', on: { code: true } },
    ...more,
  };
}

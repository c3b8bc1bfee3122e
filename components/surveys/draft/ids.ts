import type { AuthorForm } from '@/lib/surveys/form';

const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';

/** Every id in a form that must not be given again: of pages, questions, choices, rows, endings. */
function usedIds(form: AuthorForm): Set<string> {
  const questions = form.pages.flatMap((page) => page.questions);
  const choices = questions.flatMap(({ choices = [], rows = [] }) => [...choices, ...rows]);
  return new Set([...form.pages, ...questions, ...choices, ...form.endings].map(({ id }) => id));
}

/**
 * An id that nothing in the form has. It is drawn, not counted: a number would come again after the last question was
 * deleted, and answers to the old one would be read as answers to the new.
 */
export function freshId(form: AuthorForm, kind: 'q' | 'p' | 'c' | 'r' | 'e'): string {
  const used = usedIds(form);
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint8Array(5));
    const id = kind + [...drawn].map((byte) => LETTERS[byte % LETTERS.length]).join('');
    if (!used.has(id)) return id;
  }
}

import type { AuthorForm } from '@/lib/surveys/form';
import type { Chosen } from './bench';
import { questionOf } from './draft/questions';

/** The part of a form with this id: a question, a page, an ending, the showing, else the beginning. */
export function partAt(form: AuthorForm, id: string): Chosen {
  if (id === 'show' || id === 'computed' || id === 'blocks') return { kind: id };
  if (questionOf(form, id)) return { kind: 'question', id };
  if (form.pages.some((page) => page.id === id)) return { kind: 'page', id };
  if (form.endings.some((ending) => ending.id === id)) return { kind: 'ending', id };
  return { kind: 'survey' };
}

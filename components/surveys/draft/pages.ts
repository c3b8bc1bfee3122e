import type { AuthorForm, Ending, Page, Texts } from '@/lib/surveys/form';
import { withoutMembers } from './computed';
import { freshId } from './ids';
import { merged } from './questions';

/** An empty page behind another one, or at the end. Answers its id too. */
export function withNewPage(form: AuthorForm, after: string | null): { form: AuthorForm; id: string } {
  const id = freshId(form, 'p');
  const at = after === null ? -1 : form.pages.findIndex((page) => page.id === after);
  const page: Page<Texts> = { id, questions: [] };
  return { id, form: { ...form, pages: form.pages.toSpliced(at < 0 ? form.pages.length : at + 1, 0, page) } };
}

/** A page goes with its questions. A form has at least one page. */
export function withoutPage(form: AuthorForm, id: string): AuthorForm {
  if (form.pages.length < 2) return form;
  const gone = form.pages.find((page) => page.id === id)?.questions ?? [];
  return {
    ...withoutMembers(form, [id, ...gone.map((question) => question.id)]),
    pages: form.pages.filter((page) => page.id !== id),
  };
}

/** One step up or down; null at the ends of the form. */
export function pageStepped(form: AuthorForm, id: string, direction: -1 | 1): AuthorForm | null {
  const at = form.pages.findIndex((page) => page.id === id);
  const page = form.pages[at];
  if (!page || !form.pages[at + direction]) return null;
  return { ...form, pages: form.pages.toSpliced(at, 1).toSpliced(at + direction, 0, page) };
}

export function withPage(form: AuthorForm, id: string, change: Partial<Page<Texts>>): AuthorForm {
  const pages = form.pages.map((page) => (page.id === id ? merged(page, change) : page));
  return { ...form, pages };
}

export function withNewEnding(form: AuthorForm): { form: AuthorForm; id: string } {
  const id = freshId(form, 'e');
  return { id, form: { ...form, endings: [...form.endings, { id, title: {} }] } };
}

/** The ordinary ending, the first, stays. */
export function withoutEnding(form: AuthorForm, id: string): AuthorForm {
  if (form.endings[0]?.id === id) return form;
  return { ...form, endings: form.endings.filter((ending) => ending.id !== id) };
}

export function withEnding(form: AuthorForm, id: string, change: Partial<Ending<Texts>>): AuthorForm {
  const endings = form.endings.map((ending) => (ending.id === id ? merged(ending, change) : ending));
  return { ...form, endings };
}

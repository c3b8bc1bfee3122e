import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';

/** What a draft says otherwise than what was published. */
export interface Difference {
  added: number;
  removed: number;
  /** Questions that say something else. */
  changed: number;
  /** The same questions in another order, on other pages, or led to by other ways. */
  order: boolean;
  endings: boolean;
  show: boolean;
  /** Title, introduction, privacy, kind or languages. */
  start: boolean;
}

const text = (value: unknown) => JSON.stringify(value);

function byId(form: AuthorForm): Map<string, Question<Texts>> {
  return new Map(form.pages.flatMap((page) => page.questions.map((question) => [question.id, question])));
}

/** The order of what both have, with the ways between pages. */
function orderOf(form: AuthorForm, among: ReadonlyMap<string, unknown>): string {
  return text(
    form.pages.map(({ questions, next }) => [
      questions.map(({ id }) => id).filter((id) => among.has(id)),
      next ?? [],
    ]),
  );
}

export function differenceOf(published: AuthorForm, draft: AuthorForm): Difference {
  const [before, now] = [byId(published), byId(draft)];
  const both = new Map([...now].filter(([id]) => before.has(id)));
  const start = ({ title, intro, privacy, kind, lang, langs }: AuthorForm) =>
    text([title, intro, privacy, kind, lang, langs]);
  return {
    added: [...now.keys()].filter((id) => !before.has(id)).length,
    removed: [...before.keys()].filter((id) => !now.has(id)).length,
    changed: [...both].filter(([id, question]) => text(question) !== text(before.get(id))).length,
    order: orderOf(published, both) !== orderOf(draft, both),
    endings: text(published.endings) !== text(draft.endings),
    show: text(published.show) !== text(draft.show),
    start: start(published) !== start(draft),
  };
}

import type { AuthorForm, Stale, Texts } from '../form';
import { textsOf } from './texts';

type Marks = Record<string, Texts>;

/**
 * The changed form with its marks on translations: one whose words of the first language were changed, and which itself was not, keeps the words
 * that it was made of, until it is written anew or the words are the old ones again. A mark that `after` alone has is kept.
 * @param before the form as it was
 */
export function tracked(before: AuthorForm, after: AuthorForm): AuthorForm {
  const { stale: given, ...form } = after;
  // Translations are of another language then.
  if (before.lang !== after.lang) return form;
  const old = new Map(textsOf(before).map(({ id, texts }) => [id, texts]));
  const marks: Marks = {};
  for (const { id, texts } of textsOf(after)) {
    const was = old.get(id) ?? texts;
    for (const lang of after.langs) {
      if (lang === after.lang || !texts[lang]?.trim()) continue;
      const own = given?.[id]?.[lang];
      const isNew = own !== undefined && own !== before.stale?.[id]?.[lang];
      const isWritten = texts[lang] !== was[lang];
      const base = isNew ? own : isWritten ? undefined : (own ?? was[after.lang]);
      if (base?.trim() && base !== texts[after.lang]) marks[id] = { ...marks[id], [lang]: base };
    }
  }
  return Object.keys(marks).length > 0 ? { ...form, stale: marks } : form;
}

/** The form without the mark on one translation: it fits the changed words too. */
export function fitting(form: AuthorForm, id: string, lang: string): AuthorForm {
  const { [id]: marks = {}, ...others } = form.stale ?? {};
  const { [lang]: _, ...left } = marks;
  return { ...form, stale: { ...others, ...(Object.keys(left).length > 0 ? { [id]: left } : {}) } };
}

/** The form with marks on translations that were made of older words. */
export function withStale(form: AuthorForm, lang: string, made: ReadonlyMap<string, string>): AuthorForm {
  if (made.size === 0) return form;
  const stale: Stale = { ...form.stale };
  for (const [id, base] of made) stale[id] = { ...stale[id], [lang]: base };
  return { ...form, stale };
}

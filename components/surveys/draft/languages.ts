import type { AuthorForm, Texts } from '@/lib/surveys/form';

/** Languages offered for a survey, besides those that it has. */
export const SURVEY_LANGUAGES = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'ar',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'ms',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
] as const;

/** The name of a language in itself: "Deutsch", "简体中文". */
export function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  } catch {
    // An answer, or the address of a filter, may name what is no language.
    return lang;
  }
}

export function withLanguage(form: AuthorForm, lang: string): AuthorForm {
  return form.langs.includes(lang) ? form : { ...form, langs: [...form.langs, lang] };
}

/** The language in which no text may be missing, and in which somebody is asked whose language the form lacks. */
export function withFirstLanguage(form: AuthorForm, lang: string): AuthorForm {
  return { ...form, lang, langs: [lang, ...form.langs.filter((each) => each !== lang)] };
}

/** Takes a language with all its words out of a form. The first language stays. */
export function withoutLanguage(form: AuthorForm, lang: string): AuthorForm {
  if (lang === form.lang) return form;
  const cut = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(cut) as T;
    if (typeof value !== 'object' || value === null) return value;
    if (isTexts(value, form)) {
      const { [lang]: _, ...others } = value;
      return others as T;
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cut(each)])) as T;
  };
  return { ...cut(form), langs: form.langs.filter((each) => each !== lang) };
}

/** Whether an object holds words by language: it has strings alone, and its keys are languages of the form. */
function isTexts(value: object, form: AuthorForm): value is Texts {
  const entries = Object.entries(value);
  return (
    entries.length > 0 && entries.every(([key, text]) => form.langs.includes(key) && typeof text === 'string')
  );
}

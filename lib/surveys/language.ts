import type { AuthorForm, Choice, Ending, Form, Question, Texts } from './form';

const TRADITIONAL = /^zh.*-(hant|tw|hk|mo)\b/;

/**
 * The one of `langs` nearest to what is wanted, the first wish first: the very tag, the script of Chinese, the same language.
 * @returns the first of `langs` when none is near; empty when there is none
 */
export function bestLanguage(langs: readonly string[], wanted: readonly string[]): string {
  const base = (tag: string) => tag.split('-')[0];
  for (const wish of wanted) {
    const tag = wish.toLowerCase();
    const script = TRADITIONAL.test(tag) ? 'zh-hant' : base(tag) === 'zh' ? 'zh-hans' : tag;
    const found =
      langs.find((lang) => lang.toLowerCase() === tag) ??
      langs.find((lang) => lang.toLowerCase() === script) ??
      langs.find((lang) => lang.toLowerCase() === base(tag)) ??
      langs.find((lang) => base(lang.toLowerCase()) === base(tag));
    if (found) return found;
  }
  return langs[0] ?? '';
}

/** The form as people read it in one language. A text that is missing there is that of the form's first language, then any. */
export function inLanguage(form: AuthorForm, lang: string): Form {
  const chosen = bestLanguage([form.lang, ...form.langs], [lang]);
  const say = (texts: Texts): string =>
    [texts[chosen], texts[form.lang], ...Object.values(texts)].find((text) => text?.trim()) ?? '';
  const choice = ({ text, ...rest }: Choice<Texts>): Choice => ({ ...rest, text: say(text) });
  const question = ({ title, help, ends, choices, rows, other, ...rest }: Question<Texts>): Question => ({
    ...rest,
    title: say(title),
    ...(help && say(help) && { help: say(help) }),
    ...(ends && { ends: [say(ends[0]), say(ends[1])] as [string, string] }),
    ...(choices && { choices: choices.map(choice) }),
    ...(rows && { rows: rows.map(choice) }),
    ...(other && { other: say(other) }),
  });
  const ending = ({ title, text, link, steps, ...rest }: Ending<Texts>): Ending => ({
    ...rest,
    title: say(title),
    ...(text && say(text) && { text: say(text) }),
    ...(link && { link: { ...link, text: say(link.text) } }),
    ...(steps && { steps: steps.map(say) }),
  });
  const { title, intro, privacy, pages, endings, stale: _, ...rest } = form;
  return {
    ...rest,
    lang: chosen,
    title: say(title),
    ...(intro && say(intro) && { intro: say(intro) }),
    ...(privacy && { privacy: { ...privacy, text: say(privacy.text) } }),
    pages: pages.map((page) => ({ ...page, questions: page.questions.map(question) })),
    endings: endings.map(ending),
  };
}

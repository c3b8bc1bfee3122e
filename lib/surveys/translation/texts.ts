import type { AuthorForm, Choice, Ending, Question, Texts } from '../form';

export type What =
  | 'title'
  | 'help'
  | 'low'
  | 'high'
  | 'other'
  | 'choice'
  | 'row'
  | 'intro'
  | 'privacy'
  | 'text'
  | 'link'
  | 'step';

/** A text of a form, wherever it stands. */
export interface TextAt {
  /** `form.title`, `question.q1.choice.c2`, `ending.e1.step.0`: the same in every language and version. */
  id: string;
  /** Id of the question or ending; empty for the form itself. */
  of: string;
  what: What;
  /** From 1, of choices, rows and steps; else 0. */
  number: number;
  texts: Texts;
}

type Change = (text: TextAt) => Texts;

/** The form with every text as `change` answers it, in the form's order. */
export function mapTexts(form: AuthorForm, change: Change): AuthorForm {
  const at = (of: string, id: string, what: What, texts: Texts, number = 0) =>
    change({ id, of, what, number, texts });
  const privacy = form.privacy && {
    ...form.privacy,
    text: at('', 'form.privacy', 'privacy', form.privacy.text),
  };
  const title = at('', 'form.title', 'title', form.title);
  const intro = form.intro && at('', 'form.intro', 'intro', form.intro);
  const question = (one: Question<Texts>): Question<Texts> => {
    const { id, ends, choices, rows, other, help } = one;
    const own = `question.${id}`;
    const listed = (list: Choice<Texts>[], what: 'choice' | 'row') =>
      list.map((each, index) => ({
        ...each,
        text: at(id, `${own}.${what}.${each.id}`, what, each.text, index + 1),
      }));
    return {
      ...one,
      title: at(id, `${own}.title`, 'title', one.title),
      ...(help && { help: at(id, `${own}.help`, 'help', help) }),
      ...(ends && {
        ends: [at(id, `${own}.low`, 'low', ends[0]), at(id, `${own}.high`, 'high', ends[1])] as [
          Texts,
          Texts,
        ],
      }),
      ...(rows && { rows: listed(rows, 'row') }),
      ...(choices && { choices: listed(choices, 'choice') }),
      ...(other && { other: at(id, `${own}.other`, 'other', other) }),
    };
  };
  const ending = (one: Ending<Texts>): Ending<Texts> => {
    const { id, text, link, steps } = one;
    const own = `ending.${id}`;
    return {
      ...one,
      title: at(id, `${own}.title`, 'title', one.title),
      ...(text && { text: at(id, `${own}.text`, 'text', text) }),
      ...(steps && {
        steps: steps.map((step, index) => at(id, `${own}.step.${index}`, 'step', step, index + 1)),
      }),
      ...(link && { link: { ...link, text: at(id, `${own}.link`, 'link', link.text) } }),
    };
  };
  return {
    ...form,
    title,
    ...(intro && { intro }),
    pages: form.pages.map((page) => ({ ...page, questions: page.questions.map(question) })),
    endings: form.endings.map(ending),
    ...(privacy && { privacy }),
  };
}

/** Every text of a form, in the order in which people read it. */
export function textsOf(form: AuthorForm): TextAt[] {
  const found: TextAt[] = [];
  mapTexts(form, (text) => {
    found.push(text);
    return text.texts;
  });
  // It is read under the form.
  return [
    ...found.filter(({ id }) => id !== 'form.privacy'),
    ...found.filter(({ id }) => id === 'form.privacy'),
  ];
}

/** The form with these words in one language, by id of the text; empty words take the entry away. */
export function withWords(form: AuthorForm, lang: string, words: ReadonlyMap<string, string>): AuthorForm {
  return mapTexts(form, ({ id, texts }) => {
    const written = words.get(id);
    if (written === undefined) return texts;
    const { [lang]: _, ...others } = texts;
    return written === '' ? others : { ...others, [lang]: written };
  });
}

const has = (texts: Texts, lang: string): boolean => !!texts[lang]?.trim();

/** What is to be done in a language: texts that the first language has and it lacks, and translations older than the words that they translate. */
export function todoIn(form: AuthorForm, lang: string): { missing: string[]; stale: string[] } {
  if (lang === form.lang) return { missing: [], stale: [] };
  const written = textsOf(form).filter(({ texts }) => has(texts, form.lang));
  return {
    missing: written.filter(({ texts }) => !has(texts, lang)).map(({ id }) => id),
    stale: written
      .filter(({ id, texts }) => has(texts, lang) && form.stale?.[id]?.[lang] !== undefined)
      .map(({ id }) => id),
  };
}

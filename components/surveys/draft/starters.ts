import type { AuthorForm, Choice, Question, QuestionType, Texts } from '@/lib/surveys/form';
import { freshId } from './ids';

type Ends = Record<string, [string, string]>;

/** The words at both ends of a scale as its method has them; a language that is not here is left to the author. */
const ENDS: Partial<Record<QuestionType, Ends>> = {
  nps: {
    en: ['Not at all likely', 'Extremely likely'],
    'zh-Hans': ['完全不可能', '非常可能'],
    'zh-Hant': ['完全不可能', '非常可能'],
  },
  csat: {
    en: ['Very dissatisfied', 'Very satisfied'],
    'zh-Hans': ['非常不满意', '非常满意'],
    'zh-Hant': ['非常不滿意', '非常滿意'],
  },
  ces: {
    en: ['Very difficult', 'Very easy'],
    'zh-Hans': ['非常困难', '非常容易'],
    'zh-Hant': ['非常困難', '非常容易'],
  },
};

function endsOf(type: QuestionType, langs: readonly string[]): [Texts, Texts] | undefined {
  const words = ENDS[type];
  if (!words) return undefined;
  const known = langs.filter((lang) => words[lang]);
  if (known.length === 0) return undefined;
  const side = (index: 0 | 1): Texts =>
    Object.fromEntries(known.map((lang) => [lang, words[lang]?.[index] ?? '']));
  return [side(0), side(1)];
}

const CHOOSING: readonly QuestionType[] = ['single', 'multiple', 'dropdown', 'matrix', 'ranking'];

/** Has it a list of choices (of a matrix: columns)? */
export function hasChoices(type: QuestionType): boolean {
  return CHOOSING.includes(type);
}

/** Has it words at both ends? */
export function hasEnds(type: QuestionType): boolean {
  return type === 'nps' || type === 'csat' || type === 'ces' || type === 'slider';
}

/** Empty lines for choices (or rows), with ids of their own. */
export function emptyChoices(form: AuthorForm, kind: 'c' | 'r', count: number): Choice<Texts>[] {
  return Array.from({ length: count }, () => ({ id: freshId(form, kind), text: {} }));
}

/** A question as it begins: its words are the author's to write, what the method says stands already. */
export function starter(form: AuthorForm, type: QuestionType, id: string): Question<Texts> {
  const ends = endsOf(type, form.langs);
  return {
    id,
    type,
    title: {},
    ...(ends ? { ends } : {}),
    ...(hasChoices(type) ? { choices: emptyChoices(form, 'c', 2) } : {}),
    ...(type === 'matrix' ? { rows: emptyChoices(form, 'r', 2) } : {}),
    ...(type === 'slider' ? { range: [0, 100] as [number, number] } : {}),
    ...(type === 'consent' ? { required: true } : {}),
  };
}

/** The question as another type: its words stay, and what the new type has no use for goes. */
export function retyped(form: AuthorForm, question: Question<Texts>, type: QuestionType): Question<Texts> {
  if (type === question.type) return question;
  const fresh = starter(form, type, question.id);
  const { title, help, required, when, dimension, choices, rows, other, shuffle, ends } = question;
  const kept: Question<Texts> = { ...fresh, title };
  if (help) kept.help = help;
  if (required) kept.required = required;
  if (when) kept.when = when;
  if (dimension) kept.dimension = dimension;
  if (hasChoices(type) && choices) kept.choices = choices;
  if (type === 'matrix' && rows) kept.rows = rows;
  if (hasChoices(type) && shuffle) kept.shuffle = shuffle;
  if ((type === 'single' || type === 'multiple' || type === 'dropdown') && other) kept.other = other;
  if (hasEnds(type) && !fresh.ends && ends) kept.ends = ends;
  return kept;
}

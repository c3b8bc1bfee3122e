import type { Form, Question, Texts, Values } from './form';
import { kept } from './path';
import { answerTo, type Know } from './rules';

/** Longest text of an answer inside another text. */
const LONGEST = 200;

const PIPE = /\{\{\s*(@?[^{}|\s]+)\s*(?:\|([^{}]*))?\}\}/g;

/** What a text is piped from, in the order of the text: ids of questions, `id.row`, `@name`. */
export function pipesOf(text: string): string[] {
  return [...text.matchAll(PIPE)].map((found) => found[1]!);
}

/** Longest title inside another one. */
const LONGEST_NAME = 32;

/**
 * Titles for those who read what was answered: what is piped into one is named by the title of the question it comes from, "You gave
 * [Would you recommend us?]. Why?", and a hidden field or computed value by its own name.
 */
export function withPipesNamed(questions: readonly Question<Texts>[]): Question<Texts>[] {
  const nameOf = (q: string, lang: string): string => {
    const from = questions.find(({ id }) => id === q || q.startsWith(`${id}.`));
    const part = [...(from?.rows ?? []), ...(from?.choices ?? [])].find(
      ({ id }) => q === `${from?.id}.${id}`,
    );
    const text = (part?.text ?? from?.title)?.[lang]?.replace(PIPE, '…').trim() || q.replace(/^@/, '');
    const signs = [...text];
    return `[${
      signs.length > LONGEST_NAME
        ? `${signs
            .slice(0, LONGEST_NAME - 1)
            .join('')
            .trimEnd()}…`
        : text
    }]`;
  };
  const named = ([lang, text]: [string, string]) => [
    lang,
    text.replace(PIPE, (_, q: string) => nameOf(q, lang)),
  ];
  return questions.map((one) => ({
    ...one,
    title: Object.fromEntries(Object.entries(one.title).map(named)),
  }));
}

/**
 * Puts answers into a text: `{{q1}}`, `{{q1|fallback}}`, `{{q5.row}}`, `{{@name|there}}`. A choice is said by its words, `other` by what was
 * written. Without an answer (and for a consent, a matrix as a whole) the fallback stands, else nothing. What was put in is not read
 * again: an answer that looks like `{{q2}}` is shown as that.
 * @param said the words of yes and no; without them the fallback stands for these too
 */
export function fill(
  text: string,
  form: Form,
  values: Values,
  know?: Know,
  said?: { yes: string; no: string },
): string {
  if (!text.includes('{{')) return text;
  const counted = kept(form, values, know);
  const variables = know?.(counted);
  const questions = form.pages.flatMap((page) => page.questions);
  const say = (q: string): string => {
    const question = questions.find(({ id }) => id === q || q.startsWith(`${id}.`));
    const value = answerTo(q, counted, variables);
    if (question?.type === 'yesno') return value === 'yes' || value === 'no' ? (said?.[value] ?? '') : '';
    if (question?.type === 'matrix' && q === question.id) return '';
    const words = (one: unknown): string => {
      if (one === 'other' && question?.other) {
        const written = counted[`${q}.other`];
        return typeof written === 'string' && written.trim() ? written : question.other;
      }
      const text = question?.choices?.find(({ id }) => id === one)?.text ?? one;
      return typeof text === 'string' || typeof text === 'number' ? `${text}` : '';
    };
    const parts = (Array.isArray(value) ? value : [value]).map(words).filter(Boolean);
    return parts
      .join(form.lang.startsWith('zh') ? '、' : ', ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST);
  };
  return text.replace(PIPE, (_, q: string, fallback = '') => say(q) || fallback.trim());
}

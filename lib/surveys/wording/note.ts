import type { Question, Texts } from '../form';

/**
 * What can be wrong with the words of a survey. Sources: Dillman, Smyth & Christian, Internet, Phone, Mail, and Mixed-Mode Surveys, 4th ed., ch. 4
 * and 5; Krosnick & Presser, Question and Questionnaire Design (Handbook of Survey Research, 2010); Saris et al. 2010 on agreement.
 * - `doubleBarrelled` two things are asked with one answer
 * - `leading` the question says what to answer
 * - `presupposition` it takes for granted what it should ask
 * - `absolute` always, never, everybody: hardly anybody can say yes
 * - `unbalanced` more answers on one side than on the other
 * - `overlap` a number fits two answers
 * - `agreement` people agree with what is said to them, whatever it is
 * - `negation` a no to a not
 * - `jargon` words of the trade
 * - `length` too long to be taken in
 * - `openShare` too much has to be written
 * - `openFirst` something has to be written before the first thing can be ticked
 */
export const WORDING_RULES = [
  'doubleBarrelled',
  'leading',
  'presupposition',
  'absolute',
  'unbalanced',
  'overlap',
  'agreement',
  'negation',
  'jargon',
  'length',
  'openShare',
  'openFirst',
] as const;
export type WordingRule = (typeof WORDING_RULES)[number];

/** Where a text stands, as far as notes are made on it. */
export type Part = 'title' | 'choice' | 'ends' | 'form';

export interface WordingNote {
  rule: WordingRule;
  /** Null for the form as a whole. */
  questionId: string | null;
  lang: string;
  part: Part;
  /** The choice whose text it is. */
  choiceId?: string;
  /** Where in that text, in UTF-16 units; null where it is the text as a whole. */
  found: { from: number; to: number; text: string } | null;
  /** The whole text as it could be. Null: what to do is said by the rule's own advice. */
  better: string | null;
}

export type Asked = Question<Texts>;
export type Found = Omit<WordingNote, 'lang' | 'questionId'>;

/** One sign of a fault in the text of a title. */
export interface Sign {
  rule: WordingRule;
  pattern: RegExp;
  /** Only for these questions. */
  of?: (question: Asked) => boolean;
  /** Not where this matches as well, in the whole title. */
  unless?: RegExp;
  /** The whole title as it could be, by the match. */
  better?: (title: string, match: RegExpExecArray) => string;
}

/** Everything that is known of one language. */
export interface Language {
  signs: readonly Sign[];
  /** Words of the trade, with plain ones where there are any. */
  jargon: readonly (readonly [RegExp, string | null])[];
  /** Longest title: what is counted, and how many of it. */
  longest: { unit: RegExp; most: number };
  /** The side on which an answer lies, tried in this order; what fits none is no degree of anything. */
  sides: readonly (readonly [RegExp, 'middle' | 'down' | 'up'])[];
  /** Answers that say agreement. */
  agree: RegExp;
}

const CLOSED = ['nps', 'csat', 'ces', 'single', 'dropdown', 'yesno', 'matrix', 'slider', 'consent'];

/** One answer is chosen: two things in it cannot be told apart. */
export const isRated = ({ type }: Asked): boolean => CLOSED.includes(type) && type !== 'consent';

/** Written in the person's own words. */
export const isOpen = ({ type }: Asked): boolean => type === 'text' || type === 'longtext';

/** Asked only of those whom it fits. */
export const isConditional = ({ when }: Asked): boolean => when !== undefined;

/** The title without what was matched, tidied up; with something else in its place. */
export function without(title: string, { index, 0: text }: RegExpExecArray, instead = ''): string {
  const rest = `${title.slice(0, index)}${instead}${title.slice(index + text.length)}`
    .replace(/ {2,}/g, ' ')
    .trim();
  return rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

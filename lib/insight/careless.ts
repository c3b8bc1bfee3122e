import type { ResponseFlag } from '@/lib/crm/surveys';
import { inOrder } from '@/lib/surveys/blocks';
import { computing } from '@/lib/surveys/compute';
import type { Form, Order, Question, Values } from '@/lib/surveys/form';
import { walk } from '@/lib/surveys/path';
import { isAnswered, type Variables } from '@/lib/surveys/rules';
import { scaleOf } from '@/lib/surveys/scale';
import { isLow, type MainScore } from '@/lib/surveys/score';
import { isTop } from './satisfaction';

/**
 * Signs that an answer was given without care (Meade & Craig 2012, Psychological Methods 17(3): 8 to 12 % are, in ordinary surveys). A flag
 * says "look at it": nothing is left out by itself.
 */

/** An answer as the flags read it. */
export interface Given {
  id: string;
  startedAt: number;
  at: number;
  done: boolean;
  values: Values;
  /** What was drawn for the blocks of the form. */
  order?: Order | undefined;
  /** Who answered, as one text for one person: id of the contact, else what they said of themselves. Null: nobody knows. */
  person: string | null;
}

/** What the flags compare an answer with: the other answers to the same survey. */
export interface Company {
  /** Middle of the time that whole answers took, in ms; null when there are too few: see `medianTime`. */
  medianMs: number | null;
  others: readonly Given[];
}

/** From so many answers on their middle says something. */
const ENOUGH = 5;
/** Rows of a matrix from which the same column all the way down is a sign. */
const ROWS = 4;
/** Questions from which on leaving out half of them is a sign: of two, one is most often the optional comment. */
const QUESTIONS = 4;
/** Characters of a text that two people do not write alike. */
const OWN_WORDS = 20;

/** Middle of the time that whole answers took, in ms; null below five of which it is known: no time at all is none that was told. */
export function medianTime(answers: readonly Pick<Given, 'startedAt' | 'at' | 'done'>[]): number | null {
  const times = answers
    .filter(({ done, at, startedAt }) => done && at > startedAt)
    .map(({ at, startedAt }) => at - startedAt)
    .sort((a, b) => a - b);
  if (times.length < ENOUGH) return null;
  const half = times.length >> 1;
  return times.length % 2 ? times[half]! : (times[half - 1]! + times[half]!) / 2;
}

function isStraight(questions: Question<unknown>[], values: Values): boolean {
  return questions.some(({ id, type, rows = [] }) => {
    const value = values[id];
    if (type !== 'matrix' || rows.length < ROWS || typeof value !== 'object') return false;
    const columns = Object.values(value);
    return columns.length === rows.length && new Set(columns).size === 1;
  });
}

/** Would hardly recommend (nps up to 3) and is satisfied, or recommends (9 and 10) and is not. */
function isContradiction(questions: Question<unknown>[], values: Values): boolean {
  const scored = (type: 'nps' | 'csat') =>
    questions.flatMap((question): MainScore[] => {
      const value = values[question.id];
      return question.type === type && typeof value === 'number'
        ? [{ questionId: question.id, type, value, range: scaleOf(question)! }]
        : [];
    });
  const csat = scored('csat');
  return scored('nps').some(({ value }) =>
    csat.some((one) => (value <= 3 && isTop(one.value, one.range)) || (value >= 9 && isLow(one))),
  );
}

function isEmpty(questions: Question<unknown>[], values: Values): boolean {
  const asked = questions.filter(({ type }) => type !== 'statement');
  const left = asked.filter(({ id }) => !isAnswered(values[id])).length;
  return asked.length >= QUESTIONS && 2 * left >= asked.length;
}

const texts = new WeakMap<Given, string>();

/** All values as one text; made once, for each answer is compared with many. */
function textOf(given: Given): string {
  const known = texts.get(given);
  if (known !== undefined) return known;
  const text = JSON.stringify(Object.entries(given.values).sort(([a], [b]) => (a < b ? -1 : 1)));
  texts.set(given, text);
  return text;
}

/** The same person again, or the same answer in the same words of some length. The first of them is no duplicate. */
function isDuplicate(given: Given, others: readonly Given[]): boolean {
  const text = textOf(given);
  const hasOwnWords = Object.values(given.values).some(
    (value) => typeof value === 'string' && value.trim().length >= OWN_WORDS,
  );
  return others.some((other) => {
    const isBefore = other.at < given.at || (other.at === given.at && other.id < given.id);
    if (other.id === given.id || !isBefore || !other.done) return false;
    if (given.person !== null && other.person === given.person) return true;
    return hasOwnWords && text === textOf(other);
  });
}

/**
 * Flags of one answer. An answer that is not whole has none: it is still being given.
 * @param form the version that was shown
 */
export function flagsOf(
  given: Given,
  form: Pick<Form<unknown>, 'pages' | 'endings' | 'computed' | 'blocks'>,
  { medianMs, others }: Company,
  variables: Variables = {},
): ResponseFlag[] {
  if (!given.done) return [];
  const path = walk(inOrder(form, given.order ?? {}), given.values, computing(form, variables));
  const questions = path.steps.flatMap((step) => step.questions);
  const found: [ResponseFlag, boolean][] = [
    ['fast', medianMs !== null && given.at - given.startedAt < medianMs / 2],
    ['straight', isStraight(questions, path.values)],
    ['duplicate', isDuplicate(given, others)],
    ['contradiction', isContradiction(questions, path.values)],
    ['empty', isEmpty(questions, path.values)],
  ];
  return found.flatMap(([flag, is]) => (is ? [flag] : []));
}

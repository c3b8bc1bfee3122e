import type { Computed, Form, Question, Term, Values } from './form';
import { answerTo, holds, isAnswered, type Know, type Variables } from './rules';
import { score } from './score';

/** Decimals of a computed value unless told. */
const DECIMALS = 2;

interface Known {
  questions: Question<unknown>[];
  values: Values;
  variables: Variables;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** The points of what was chosen; nothing where none of it has any. */
function pointsOf({ choices = [] }: Question<unknown>, chosen: unknown[]): number[] {
  const points = chosen
    .map((one) => choices.find(({ id }) => id === one)?.score)
    .filter((one) => one !== undefined);
  return points.length > 0 ? [points.reduce((sum, one) => sum + one, 0)] : [];
}

/**
 * An answer as numbers: that of a scale; the points of what was chosen, of a matrix those of each row; of several choices without points how
 * many they are; yes and a given consent are 1, no is 0. A hidden field may be a number that is written as text.
 */
function numbersOf(q: string, { questions, values, variables }: Known): number[] {
  const value = answerTo(q, values, variables);
  if (!isAnswered(value)) return [];
  if (q.startsWith('@')) {
    const number = typeof value === 'string' ? Number(value) : value;
    return isNumber(number) ? [number] : [];
  }
  const question = questions.find(({ id }) => q === id || q.startsWith(`${id}.`));
  if (!question || q === `${question.id}.other`) return [];
  switch (question.type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'slider':
    case 'number':
      return isNumber(value) ? [value] : [];
    case 'yesno':
      return value === 'yes' ? [1] : value === 'no' ? [0] : [];
    case 'consent':
      return [1];
    case 'multiple': {
      const chosen = [value].flat();
      return question.choices?.some((choice) => choice.score !== undefined)
        ? pointsOf(question, chosen)
        : [chosen.length];
    }
    case 'matrix':
      return (typeof value === 'object' ? Object.values(value as object) : [value]).flatMap((one) =>
        pointsOf(question, [one]),
      );
    case 'single':
    case 'dropdown':
    case 'ranking':
      return pointsOf(question, [value]);
    default:
      return [];
  }
}

/** How often it was answered: each row of a matrix counts; a number that stands there counts once. */
function answersTo({ q }: Term, { questions, values, variables }: Known): number {
  if (q === undefined) return 1;
  const value = answerTo(q, values, variables);
  const isMatrix = questions.some(({ id, type }) => id === q && type === 'matrix');
  if (isMatrix) return Object.values(Object(value)).filter(isAnswered).length;
  return +isAnswered(value);
}

/** A number with the number by which it is multiplied. */
type Part = [number: number, times: number];

function partsOf(term: Term, known: Known): Part[] {
  const numbers = term.q === undefined ? [term.value].filter(isNumber) : numbersOf(term.q, known);
  return numbers.map((number) => [number, term.times ?? 1]);
}

function meanOf(parts: Part[]): number {
  const weight = parts.reduce((sum, [, times]) => sum + times, 0);
  return parts.reduce((sum, [number, times]) => sum + number * times, 0) / weight;
}

function folded({ by, of }: Computed, known: Known): number {
  const terms = of.filter(({ when }) => !when || holds(when, known.values, known.variables));
  if (by === 'count') return terms.reduce((sum, term) => sum + answersTo(term, known), 0);
  const parts = terms.flatMap((term) => partsOf(term, known));
  const numbers = parts.map(([number, times]) => number * times);
  const [first] = numbers;
  if (first === undefined) return Number.NaN;
  switch (by) {
    case 'sum':
      return numbers.reduce((sum, one) => sum + one, 0);
    case 'mean':
      return meanOf(parts);
    case 'min':
      return numbers.reduce((least, one) => Math.min(least, one), first);
    case 'max':
      return numbers.reduce((most, one) => Math.max(most, one), first);
    default:
      return first;
  }
}

/** Rounded, and never -0. */
function rounded(number: number, decimals = DECIMALS): number {
  return Number(number.toFixed(Math.min(Math.max(decimals, 0), 6))) + 0;
}

/**
 * What rules and texts can ask of a form besides its answers: the given variables, `score`, and everything that the form computes. What
 * cannot be computed (of no answer, or past all numbers) is absent, also where a hidden field has its name. The widget and the store compute with
 * this alone.
 * @param variables hidden fields, `lang`, `url`, `name`
 */
export function computing(
  { pages, computed = [] }: Pick<Form<unknown>, 'pages' | 'computed'>,
  variables: Variables = {},
): Know {
  const questions = pages.flatMap((page) => page.questions);
  return (values) => {
    const known: Known = {
      questions,
      values,
      variables: { ...variables, score: score(questions, values) },
    };
    for (const one of computed) {
      const { [one.name]: _, ...others } = known.variables;
      const number = rounded(folded(one, known), one.round);
      known.variables = Number.isFinite(number) ? { ...others, [one.name]: number } : others;
    }
    return known.variables;
  };
}

/** Everything that the form computes of these answers, by name with its `@`, as results keep it. */
export function computedOf(
  form: Pick<Form<unknown>, 'pages' | 'computed'>,
  values: Values,
  variables: Variables,
): Values {
  const known = computing(form, variables)(values);
  return Object.fromEntries(
    (form.computed ?? []).flatMap(({ name }) => {
      const value = Object.hasOwn(known, name) ? known[name] : undefined;
      return value === undefined ? [] : [[`@${name}`, value]];
    }),
  );
}

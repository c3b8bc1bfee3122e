import { type Condition, OPERATORS, type Rule } from '../form';
import { DEEPEST_RULE } from '../rules';
import type { AuthorQuestion, FormFaultCode } from './fault';

/** What a rule may ask: the questions before it, and all of the form to tell a later one from one that does not exist. */
export interface Known {
  before: AuthorQuestion[];
  all: AuthorQuestion[];
}

const LISTS = ['anyOf', 'noneOf', 'hasAll'];
const ORDERED = ['lt', 'lte', 'gt', 'gte'];
const CHOOSING = ['single', 'multiple', 'dropdown', 'yesno', 'matrix', 'ranking'];

const isPlace = ({ id, type, choices = [] }: AuthorQuestion, q: string): boolean =>
  type === 'ranking' && choices.some((_, place) => q === `${id}.${place}`);

/** The question that `q1`, `q1.row`, `q1.other` or a place of a ranking, `q1.0`, names. */
export function named(q: string, questions: AuthorQuestion[]): AuthorQuestion | undefined {
  return questions.find((question) => {
    const { id, rows, other } = question;
    return (
      q === id ||
      rows?.some((row) => q === `${id}.${row.id}`) ||
      (other && q === `${id}.other`) ||
      isPlace(question, q)
    );
  });
}

function comparisonFault({ is, to }: Condition): FormFaultCode | null {
  if (is === 'answered' || is === 'skipped') return null;
  const isEmpty = to === undefined || to === '' || (Array.isArray(to) && to.length === 0);
  if (isEmpty || (LISTS.includes(is) && !Array.isArray(to))) return 'badComparison';
  const isOrdered = (one: unknown) =>
    typeof one === 'number' || (typeof one === 'string' && /^(\d{4}-\d\d-\d\d|-?\d+(\.\d+)?)$/.test(one));
  if (is === 'between') {
    const [low, high] = Array.isArray(to) && to.length === 2 ? to : [];
    return isOrdered(low) && isOrdered(high) && low! <= high! ? null : 'badComparison';
  }
  return ORDERED.includes(is) && !isOrdered(to) ? 'badComparison' : null;
}

function choiceFault({ q, is, to }: Condition, question: AuthorQuestion): FormFaultCode | null {
  const { id, type, choices = [], other } = question;
  const comparesChoice = ['is', 'isNot', 'anyOf', 'noneOf', 'has', 'hasAll'].includes(is);
  if (!CHOOSING.includes(type) || !comparesChoice || q === `${id}.other`) return null;
  const ids = type === 'yesno' ? ['yes', 'no'] : choices.map((choice) => choice.id);
  if (other) ids.push('other');
  return [to].flat().every((one) => ids.includes(String(one))) ? null : 'unknownChoice';
}

function conditionFault(condition: Condition, { before, all }: Known): FormFaultCode | null {
  const { q, is } = condition;
  if (!OPERATORS.includes(is)) return 'unknownOperator';
  const isVariable = /^@./.test(q);
  const question = named(q, before);
  if (!isVariable && !question) return named(q, all) ? 'laterQuestion' : 'unknownQuestion';
  return comparisonFault(condition) ?? (question ? choiceFault(condition, question) : null);
}

/** All that is wrong with a rule, each code once. */
export function ruleFaults(rule: Rule, known: Known, depth = 0): FormFaultCode[] {
  if (depth > DEEPEST_RULE) return ['deepRule'];
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : null;
  if (!parts) return [conditionFault(rule as Condition, known)].filter((code) => code !== null);
  if (parts.length === 0) return ['emptyRule'];
  return [...new Set(parts.flatMap((part) => ruleFaults(part, known, depth + 1)))];
}

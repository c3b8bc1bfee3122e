import type { AuthorForm, Condition, Operator, Question, Rule, Texts } from '@/lib/surveys/form';

/** What a condition can be about, as its values are compared. */
export type Measure = 'number' | 'day' | 'one' | 'many' | 'text' | 'given';

/** What a condition can ask: a question, a row of a matrix, a place of a ranking, or something known besides (`@score`, what is computed). */
export interface Subject {
  /** As a condition names it: `q1`, `q1.row`, `q1.0`, `@score`. */
  q: string;
  measure: Measure;
  question?: Question<Texts>;
  /** Row of the matrix. */
  row?: string;
  /** Place in the ranking, 0 for the first. */
  place?: number;
}

/** So many places of a ranking can be asked about. */
const PLACES = 3;

const MEASURES: Record<Question['type'], Measure> = {
  nps: 'number',
  csat: 'number',
  ces: 'number',
  slider: 'number',
  number: 'number',
  date: 'day',
  single: 'one',
  dropdown: 'one',
  yesno: 'one',
  multiple: 'many',
  matrix: 'one',
  ranking: 'given',
  text: 'text',
  longtext: 'text',
  email: 'text',
  phone: 'text',
  consent: 'given',
  statement: 'given',
};

const OPERATORS_OF: Record<Measure, readonly Operator[]> = {
  number: ['is', 'isNot', 'lt', 'lte', 'gt', 'gte', 'between', 'answered', 'skipped'],
  day: ['is', 'lt', 'gt', 'between', 'answered', 'skipped'],
  one: ['is', 'isNot', 'anyOf', 'noneOf', 'answered', 'skipped'],
  many: ['has', 'hasAll', 'anyOf', 'noneOf', 'answered', 'skipped'],
  text: ['is', 'isNot', 'contains', 'lacks', 'answered', 'skipped'],
  given: ['answered', 'skipped'],
};

export function operatorsOf(measure: Measure): readonly Operator[] {
  return OPERATORS_OF[measure];
}

/** Everything that can be asked about these questions. */
export function subjectsOf(
  { computed = [] }: Pick<AuthorForm, 'computed'>,
  questions: readonly Question<Texts>[],
): Subject[] {
  const asked = questions.flatMap((question): Subject[] => {
    if (question.type === 'statement') return [];
    const measure = MEASURES[question.type];
    if (question.type === 'ranking')
      return [
        { q: question.id, measure, question },
        ...(question.choices ?? [])
          .slice(0, PLACES)
          .map((_, place) => ({ q: `${question.id}.${place}`, measure: 'one' as const, question, place })),
      ];
    if (question.type !== 'matrix') return [{ q: question.id, measure, question }];
    return (question.rows ?? []).map((row) => ({
      q: `${question.id}.${row.id}`,
      measure,
      question,
      row: row.id,
    }));
  });
  return [
    ...asked,
    ...computed.map(({ name }): Subject => ({ q: `@${name}`, measure: 'number' })),
    { q: '@score', measure: 'number' },
    { q: '@lang', measure: 'one' },
    { q: '@url', measure: 'text' },
  ];
}

/** What a condition is compared with at the beginning. */
export function firstValue(form: AuthorForm, subject: Subject, operator: Operator): Condition['to'] {
  if (operator === 'answered' || operator === 'skipped') return undefined;
  const [first = ''] = valuesOf(form, subject);
  const isList = operator === 'anyOf' || operator === 'noneOf' || operator === 'hasAll';
  if (subject.measure === 'number') {
    const [low, high] = scaleOf(subject.question);
    return operator === 'between' ? [low, high] : operator === 'lt' || operator === 'lte' ? low : high;
  }
  if (subject.measure === 'day') return operator === 'between' ? ['', ''] : '';
  return isList ? [first] : first;
}

/** Ids that can be chosen. */
export function valuesOf(form: AuthorForm, { q, question }: Subject): string[] {
  if (q === '@lang') return form.langs;
  if (question?.type === 'yesno') return ['yes', 'no'];
  const ids = (question?.choices ?? []).map((choice) => choice.id);
  return question?.other ? [...ids, 'other'] : ids;
}

/** Both ends of a scale of numbers, as the type has them unless told. */
export function scaleOf(question: Question<Texts> | undefined): [number, number] {
  const [low, high] = question?.range ?? [];
  if (typeof low === 'number' && typeof high === 'number') return [low, high];
  if (question?.type === 'nps') return [0, 10];
  if (question?.type === 'csat') return [1, 5];
  if (question?.type === 'ces') return [1, 7];
  return [0, 100];
}

/** A condition that can be changed from there; null when there is nothing to ask about. */
export function firstCondition(form: AuthorForm, questions: readonly Question<Texts>[]): Condition {
  const subjects = subjectsOf(form, questions);
  const subject = subjects.findLast(({ question }) => question) ?? subjects[0];
  if (!subject) return { q: '@score', is: 'gt', to: 0 };
  const [is = 'answered'] = operatorsOf(subject.measure);
  return conditionOf(form, subject, is);
}

export function conditionOf(form: AuthorForm, subject: Subject, is: Operator): Condition {
  const to = firstValue(form, subject, is);
  return to === undefined ? { q: subject.q, is } : { q: subject.q, is, to };
}

/** A group of rules and how they are joined. */
export interface Group {
  join: 'all' | 'any';
  rules: Rule[];
}

/** A rule as a group: a lone condition is a group of one. */
export function groupOf(rule: Rule | undefined): Group {
  if (!rule) return { join: 'all', rules: [] };
  if ('all' in rule) return { join: 'all', rules: rule.all };
  if ('any' in rule) return { join: 'any', rules: rule.any };
  return { join: 'all', rules: [rule] };
}

/** The rule of a group; a group of one condition is that condition, an empty one no rule. */
export function ruleOf({ join, rules }: Group): Rule | undefined {
  const [first] = rules;
  if (!first) return undefined;
  if (rules.length === 1) return first;
  return join === 'all' ? { all: rules } : { any: rules };
}

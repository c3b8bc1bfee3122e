import type { AuthorForm, Condition, Question, Rule, Texts, Value } from '../form';
import { scaleOf } from '../scale';

/** Something that conditions ask, with the answers that they tell apart; undefined is none. */
export interface Side {
  /** `q1`, `q1.row`, `@name`. */
  q: string;
  values: (Value | undefined)[];
}

type Compared = Map<string, NonNullable<Condition['to']>[]>;

function collect(rule: Rule, into: Compared): void {
  if ('all' in rule) for (const one of rule.all) collect(one, into);
  else if ('any' in rule) for (const one of rule.any) collect(one, into);
  else into.set(rule.q, [...(into.get(rule.q) ?? []), ...(rule.to === undefined ? [] : [rule.to])]);
}

/** Everything that a form's conditions compare, and with what; also what stands behind computed values. */
function comparedIn({ pages, computed = [] }: AuthorForm): Compared {
  const into: Compared = new Map();
  for (const { questions, next = [] } of pages) {
    for (const { when } of questions) if (when) collect(when, into);
    for (const { when } of next) collect(when, into);
  }
  for (const { name, of } of computed.toReversed()) {
    if (!into.has(`@${name}`)) continue;
    for (const { q, when } of of) {
      if (q !== undefined) into.set(q, into.get(q) ?? []);
      if (when) collect(when, into);
    }
  }
  if (into.has('@score'))
    for (const { id, choices = [] } of pages.flatMap((page) => page.questions))
      if (choices.some(({ score }) => score !== undefined)) into.set(id, into.get(id) ?? []);
  return into;
}

const listed = (all: NonNullable<Condition['to']>[]) => all.flat();

/** Both ends, the middle, and each compared number with its neighbours, within the scale. */
function numbersOf(question: Question<Texts> | undefined, all: NonNullable<Condition['to']>[]): number[] {
  const compared = listed(all).map(Number).filter(Number.isFinite);
  const scale = question ? scaleOf(question) : null;
  const [low, high] = scale ?? [Math.min(0, ...compared) - 1, Math.max(0, ...compared) + 1];
  const step = question?.step ?? 1;
  const numbers = [low, high, low + Math.floor((high - low) / 2 / step) * step];
  for (const one of compared) numbers.push(one - step, one, one + step);
  return [...new Set(numbers)].filter((one) => one >= low && one <= high);
}

const SETS = 4;

/** Every set of a few choices; of many each by itself, all, and none. */
function setsOf(ids: string[]): string[][] {
  if (ids.length > SETS) return [...ids.map((id) => [id]), ids];
  return Array.from({ length: 2 ** ids.length - 1 }, (_, mask) =>
    ids.filter((_, at) => ((mask + 1) >> at) & 1),
  );
}

function answersTo(question: Question<Texts>, all: NonNullable<Condition['to']>[]): Value[] {
  const { type, choices = [], other } = question;
  const ids = [...choices.map(({ id }) => id), ...(other ? ['other'] : [])];
  switch (type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'slider':
    case 'number':
      return numbersOf(question, all);
    case 'single':
    case 'dropdown':
      return ids;
    case 'yesno':
      return ['yes', 'no'];
    case 'multiple':
      return setsOf(ids);
    case 'consent':
      return [true];
    case 'ranking':
      return choices.map((_, at) => [...ids.slice(at), ...ids.slice(0, at)]);
    case 'date':
      return [...new Set(['0001-01-01', ...listed(all).map(String), '9999-12-31'])];
    case 'statement':
      return [];
    default:
      return [...new Set([...listed(all).map(String), '…'])];
  }
}

/** Everything that conditions ask, each with the answers that they tell apart. */
export function sidesOf(form: AuthorForm): Side[] {
  const questions = form.pages.flatMap((page) => page.questions);
  const compared = comparedIn(form);
  const computed = new Set(['@score', ...(form.computed ?? []).map(({ name }) => `@${name}`)]);
  const sides = new Map<string, Side>();
  for (const [q, all] of compared) {
    if (computed.has(q)) continue;
    if (q === '@lang') sides.set(q, { q, values: form.langs });
    else if (q.startsWith('@')) {
      const texts = listed(all).map(String);
      const numbers = texts.every((one) => Number.isFinite(Number(one))) ? numbersOf(undefined, all) : [];
      sides.set(q, { q, values: [undefined, '…', ...new Set([...texts, ...numbers.map(String)])] });
    }
    const question = questions.find(({ id }) => q === id || q.startsWith(`${id}.`));
    if (!question || q === `${question.id}.other`) continue;
    const none = question.required ? [] : [undefined];
    if (question.type === 'matrix') {
      const columns = (question.choices ?? []).map(({ id }) => id);
      const rows = (question.rows ?? []).filter(
        ({ id }) => q === question.id || q === `${question.id}.${id}`,
      );
      for (const { id } of rows)
        sides.set(`${question.id}.${id}`, { q: `${question.id}.${id}`, values: [...none, ...columns] });
    } else {
      const together = [...compared].flatMap(([one, to]) =>
        one === question.id || one.startsWith(`${question.id}.`) ? to : [],
      );
      sides.set(question.id, { q: question.id, values: [...none, ...answersTo(question, together)] });
    }
  }
  return [...sides.values()].filter(({ values }) => values.length > 0);
}

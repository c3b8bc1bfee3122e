import type { Condition, Operator, Rule, Value, Values } from './form';

/** What conditions can ask besides the answers: hidden fields, `lang`, `url`, `score`, what is computed; without the `@`. */
export type Variables = Record<string, Value>;

/** All that conditions can ask besides, once these are the answers that count: see `computing`. */
export type Know = (counted: Values) => Variables;

/** A rule may be nested so deep; what lies deeper does not hold. */
export const DEEPEST_RULE = 12;

const own = (from: unknown, key: string): unknown =>
  Object.hasOwn(Object(from), key) ? (from as Record<string, unknown>)[key] : undefined;

/** A text that two people would call the same; nothing of what is no text, number or truth value. */
const fold = (value: unknown): string =>
  typeof value === 'object' ? '' : `${value ?? ''}`.trim().toLowerCase();

/** What a value is made of: choices of a list, answers of a matrix's rows, else itself. */
const members = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : typeof value === 'object' ? Object.values(value) : [value];

/** A 0 is an answer; blanks, an empty list and a consent that was not given are none. */
export function isAnswered(value: unknown): boolean {
  return value !== false && members(value).some((one) => fold(one) !== '');
}

/** A number, also one written as text; of several choices, how many they are. */
const amount = (value: unknown): number =>
  typeof value === 'object' ? members(value).length : fold(value) === '' ? Number.NaN : Number(value);

const same = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' || typeof b === 'number' ? amount(a) === amount(b) : fold(a) === fold(b);

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Below, at or above 0; NaN for what cannot be compared. Days compare as days. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [fold(a), fold(b)];
  return DAY.test(x) && DAY.test(y) ? +(x > y) - +(x < y) : amount(a) - amount(b);
}

/** What `q` names: a hidden field or variable, an answer, the text beside it, or a row of a matrix. */
export function answerTo(q: string, values: Values, variables: Variables = {}): unknown {
  const name = fold(q) && `${q}`;
  if (name[0] === '@') return own(variables, name.slice(1));
  const value = own(values, name);
  const dot = name.indexOf('.');
  return value === undefined && dot > 0 ? own(own(values, name.slice(0, dot)), name.slice(dot + 1)) : value;
}

const CONTRARY = new Map<Operator, Operator>([
  ['isNot', 'is'],
  ['noneOf', 'anyOf'],
  ['lacks', 'contains'],
  ['skipped', 'answered'],
]);

/** Without an answer nothing compares: only `isNot`, `noneOf`, `lacks` and `skipped` hold, for each is its partner's contrary. */
function compares({ is, to }: Pick<Condition, 'is' | 'to'>, value: unknown): boolean {
  const partner = CONTRARY.get(is);
  if (partner) return !compares({ is: partner, to }, value);
  const [parts, wanted] = [members(value), members(to)];
  const given = isAnswered(value);
  const includes = (one: unknown) => parts.some((part) => same(part, one));
  switch (is) {
    case 'is':
      return given && parts.length === wanted.length && parts.every((part, at) => same(part, wanted[at]));
    case 'anyOf':
      return given && wanted.some(includes);
    case 'has':
    case 'hasAll':
      return given && wanted.length > 0 && wanted.every(includes);
    case 'lt':
      return given && compare(value, to) < 0;
    case 'lte':
      return given && compare(value, to) <= 0;
    case 'gt':
      return given && compare(value, to) > 0;
    case 'gte':
      return given && compare(value, to) >= 0;
    case 'between':
      return given && compare(value, wanted[0]) >= 0 && compare(value, wanted[1]) <= 0;
    case 'contains':
      return given && fold(to) !== '' && parts.some((part) => fold(part).includes(fold(to)));
    case 'answered':
      return given;
    default:
      return false;
  }
}

/**
 * Whether a rule holds. Never throws, whatever it is given: what is no rule does not hold. Numbers compare by `lt` to `between`,
 * days as days, choices by how many they are; texts compare without regard to case. A matrix as a whole is the answers of its rows.
 * @param values those that count: see `kept`
 */
export function holds(rule: Rule, values: Values, variables: Variables = {}, depth = 0): boolean {
  if (typeof rule !== 'object' || !rule || depth > DEEPEST_RULE) return false;
  const each = (one: Rule) => holds(one, values, variables, depth + 1);
  if ('all' in rule) return Array.isArray(rule.all) && rule.all.every(each);
  if ('any' in rule) return Array.isArray(rule.any) && rule.any.some(each);
  return compares(rule, answerTo(rule.q, values, variables));
}

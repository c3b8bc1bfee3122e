import type { Operator, QuestionType, Rule } from '../form';
import { type Loose, listOf, objectOf, textOf } from './loose';

/** What conditions of the file name, told by who knows the form. */
export interface Told {
  /** The id here of what the file calls so; null where it is not asked before, or was lost. */
  id(name: string): string | null;
  typeOf(id: string): QuestionType | undefined;
  /** The choice here that the file calls so, by its id or its words. */
  choice(name: string, value: string): string | undefined;
}

/** Where the file jumps to, in its own names. */
export interface FileJump {
  when: Rule;
  target: string;
}

/** Of the conditions since 3.0, and of those before. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  equals: 'is',
  doesNotEqual: 'isNot',
  notEquals: 'isNot',
  contains: 'contains',
  doesNotContain: 'lacks',
  isSubmitted: 'answered',
  submitted: 'answered',
  isAccepted: 'answered',
  accepted: 'answered',
  isSet: 'answered',
  isNotEmpty: 'answered',
  isSkipped: 'skipped',
  skipped: 'skipped',
  isNotSet: 'skipped',
  isEmpty: 'skipped',
  isGreaterThan: 'gt',
  greaterThan: 'gt',
  isAfter: 'gt',
  isLessThan: 'lt',
  lessThan: 'lt',
  isBefore: 'lt',
  isGreaterThanOrEqual: 'gte',
  greaterEqual: 'gte',
  isLessThanOrEqual: 'lte',
  lessEqual: 'lte',
  equalsOneOf: 'anyOf',
  isAnyOf: 'anyOf',
  includesOneOf: 'anyOf',
  includesOne: 'anyOf',
  doesNotIncludeOneOf: 'noneOf',
  includesAllOf: 'hasAll',
  includesAll: 'hasAll',
};

const LISTS: readonly Operator[] = ['anyOf', 'noneOf', 'hasAll'];
const NUMBERS: readonly QuestionType[] = ['nps', 'csat', 'ces', 'slider', 'number'];
const DEEPEST = 4;

function answerOf(value: unknown, name: string, type: QuestionType | undefined, told: Told) {
  if (typeof value !== 'string') return typeof value === 'number' ? value : null;
  const choice = told.choice(name, value);
  if (choice !== undefined) return choice;
  return type && NUMBERS.includes(type) && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : value;
}

/** One comparison: of an answer or a hidden field with what stands there. */
function comparison({ leftOperand, operator, rightOperand }: Loose, told: Told): Rule | null {
  const { type, value: name, meta } = objectOf(leftOperand);
  const is = Object.hasOwn(OPERATORS, textOf(operator)) ? OPERATORS[textOf(operator)] : undefined;
  // A row of a matrix is named by its place: what is compared there is not told by the file alone.
  if (!is || Object.keys(objectOf(meta)).length > 0) return null;
  const isHidden = type === 'hiddenField';
  const q = isHidden ? `@${textOf(name)}` : type === 'variable' ? null : told.id(textOf(name));
  if (q === null || q === '@') return null;
  if (is === 'answered' || is === 'skipped') return { q, is };
  const { type: kind, value } = objectOf(rightOperand);
  if (kind !== 'static') return null;
  const of = isHidden ? undefined : told.typeOf(q);
  const each = (Array.isArray(value) ? value : [value]).map((one) => answerOf(one, textOf(name), of, told));
  const known = each.filter((one) => one !== null);
  if (known.length === 0 || known.length < each.length) return null;
  // Of several choices one that is equal is one among those that were chosen.
  const own = of === 'multiple' && is === 'is' ? 'hasAll' : is;
  if (LISTS.includes(own)) return { q, is: own, to: known };
  return known.length === 1 ? { q, is: own, to: known[0]! } : null;
}

/** A group of conditions, joined by `and` or `or`. @returns null where one of them says what cannot be said here */
function groupOf(group: Loose, told: Told, depth = 0): Rule | null {
  const inner = listOf(group.conditions).map(objectOf);
  if (inner.length === 0 || depth > DEEPEST) return null;
  const rules = inner.map((one) =>
    Array.isArray(one.conditions) ? groupOf(one, told, depth + 1) : comparison(one, told),
  );
  const known = rules.filter((rule) => rule !== null);
  if (known.length < rules.length) return null;
  if (known.length === 1) return known[0]!;
  return textOf(group.connector) === 'or' ? { any: known } : { all: known };
}

/**
 * The jumps of a question or a block: its `logic`, and where everybody else goes (`logicFallback`).
 * @param own name of the last question in it, of which conditions before 3.0 speak
 */
export function jumpsOf(of: Loose, own: string, told: Told): { jumps: FileJump[]; lost: number } {
  const jumps: FileJump[] = [];
  let lost = 0;
  for (const item of listOf(of.logic).map(objectOf)) {
    const isOld = typeof item.condition === 'string';
    const when = isOld
      ? comparison(
          {
            leftOperand: { type: 'question', value: own },
            operator: item.condition,
            rightOperand: { type: 'static', value: item.value },
          },
          told,
        )
      : groupOf(objectOf(item.conditions), told);
    const actions = isOld
      ? [{ objective: 'jumpToQuestion', target: item.destination }]
      : listOf(item.actions).map(objectOf);
    const leads = actions.filter(({ objective }) => /^jumpTo/.test(textOf(objective)));
    const target = textOf(objectOf(leads[0]).target);
    if (when && target !== '') jumps.push({ when, target });
    if (!when || target === '' || actions.length > leads.length) lost += 1;
  }
  const fallback = textOf(of.logicFallback);
  const q = told.id(own);
  if (fallback !== '' && q !== null)
    jumps.push({
      when: {
        any: [
          { q, is: 'answered' },
          { q, is: 'skipped' },
        ],
      },
      target: fallback,
    });
  else if (fallback !== '') lost += 1;
  return { jumps, lost };
}

import type { Question, Value } from './form';

/**
 * What one answer to a question is counted as: a number of a scale, the ids of choices, `row|choice` of a matrix, of a ranking what
 * stands first. The bars of the results count by it, and the answers behind a bar are found by it.
 */
export function countedAs({ type }: Pick<Question<unknown>, 'type'>, value: Value): string[] {
  if (type === 'ranking' && Array.isArray(value)) return [String(value[0])];
  if (Array.isArray(value)) return value;
  if (typeof value === 'object') return Object.entries(value).map(([row, one]) => `${row}|${one}`);
  return [String(value)];
}

import type { Question, Values } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import { type Interval, meanOf } from './satisfaction';

export interface DimensionIndex {
  /** By dimension, in the order of the questions: 0 to 100. */
  dimensions: ({ dimension: string } & Interval)[];
  /** Over all dimensions by their weights; null where fewer than two rated one that counts. */
  total: Interval | null;
}

/** The scale of a question that the index rests on; null of any other. */
export function ratedScale(question: Question<unknown>): [number, number] | null {
  return question.dimension && question.type !== 'number' ? scaleOf(question) : null;
}

/** What a dimension counts in the index: 1 unless told; 0 leaves it out. */
export function weightOf(weights: Readonly<Record<string, number>>, dimension: string): number {
  return Math.max(0, Object.hasOwn(weights, dimension) ? (weights[dimension] ?? 1) : 1);
}

/** The way up the scale, 0 to 100: so scales of 5 and of 7 can be added. */
const share = (value: number, [low, high]: [number, number]): number => (100 * (value - low)) / (high - low);

/**
 * A weighted index of satisfaction. Each person's answers to one dimension are averaged first, so that a dimension with three questions
 * counts as much as one with one; intervals are by Student's t over persons. In the total a person's missing dimensions are left out and
 * the weights of the others scaled up.
 * @param weights by dimension; 1 unless told, and what is 0 or less counts for nothing
 */
export function dimensionIndex(
  questions: readonly Question<unknown>[],
  answers: readonly Values[],
  weights: Readonly<Record<string, number>> = {},
): DimensionIndex {
  const rated = questions.flatMap((question) => {
    const scale = ratedScale(question);
    return question.dimension && scale ? [{ id: question.id, dimension: question.dimension, scale }] : [];
  });
  const names = [...new Set(rated.map(({ dimension }) => dimension))];
  const means = answers.map((values) =>
    names.map((name) => {
      const own = rated.flatMap(({ id, dimension, scale }) => {
        const value = Object.hasOwn(values, id) ? values[id] : undefined;
        return dimension === name && typeof value === 'number' ? [share(value, scale)] : [];
      });
      return own.length > 0 ? own.reduce((sum, one) => sum + one, 0) / own.length : null;
    }),
  );
  const totals = means.flatMap((person) => {
    const known = person.flatMap((mean, at) =>
      mean === null ? [] : [{ mean, weight: weightOf(weights, names[at]!) }],
    );
    const all = known.reduce((sum, { weight }) => sum + weight, 0);
    return all > 0 ? [known.reduce((sum, { mean, weight }) => sum + mean * weight, 0) / all] : [];
  });
  return {
    dimensions: names.flatMap((dimension, at) => {
      const found = meanOf(
        means.flatMap((person) => person[at] ?? []),
        [0, 100],
      );
      return found ? [{ dimension, ...found }] : [];
    }),
    total: meanOf(totals, [0, 100]),
  };
}

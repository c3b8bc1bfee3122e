import type { IndexView } from '@/lib/api/analysis-views';
import { type DimensionIndex, dimensionIndex, ratedScale, weightOf } from '@/lib/insight/satisfaction-index';
import { type Analysed, readAnalysis } from '../analysis-read';
import type { Database } from '../database';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import { type Asked, hasAnswered, type Scope } from '../results-scope';
import { newestOfEach } from './analysis-compare';

/**
 * The weighted index of a survey: each dimension, and all of them together, 0 to 100. Of the questions as the last version asks them, and
 * of each person the newest answer that rates one of them that counts.
 */
export function indexView(db: Database, scope: Scope, zone: string): Promise<IndexView> {
  return readAnalysis(db, scope, zone, async (read): Promise<IndexView> => {
    const weights = read.survey.weights ?? {};
    const rating = ratingIn(read, read.counted);
    const newest = newestOfEach(rating, await rootFinder(db));
    const { dimensions, total } = indexOf(read, newest);
    if (dimensions.length === 0) return { missing: { what: 'dimensions', needs: 2, has: 0 } };
    return {
      missing: null,
      rows: dimensions.map((row) => ({ ...row, weight: weightOf(weights, row.dimension) })),
      total,
      repeated: rating.length - newest.length,
    };
  });
}

/**
 * Those of the answers that rate something that counts: one that was broken off before, or asked otherwise, or of what has weight 0 alone,
 * must not stand for its giver's earlier one. Where nothing counts, those that rate anything.
 */
export function ratingIn(
  { survey, questions }: Pick<Analysed, 'survey' | 'questions'>,
  answers: readonly PackedAnswer[],
): PackedAnswer[] {
  const weights = survey.weights ?? {};
  const all = lastOf(questions).filter(({ question }) => ratedScale(question));
  const counting = all.filter(({ question }) => weightOf(weights, question.dimension ?? '') > 0);
  const rated = counting.length > 0 ? counting : all;
  return answers.filter((answer) =>
    answeredOf(rated, answer).some(({ question: { id } }) => typeof answer.values[id] === 'number'),
  );
}

/** Those of the answers that rate a dimension, as the last version asks it. */
export function ratingDimension(
  { questions }: Pick<Analysed, 'questions'>,
  answers: readonly PackedAnswer[],
  dimension: string,
): PackedAnswer[] {
  const own = lastOf(questions).filter(
    ({ question }) => ratedScale(question) && question.dimension === dimension,
  );
  return answers.filter((answer) =>
    answeredOf(own, answer).some(({ question: { id } }) => typeof answer.values[id] === 'number'),
  );
}

/** 4 of 5 and 4 of 10 do not add up: a question that changed its scale counts as it is now asked, of those who were asked so. */
function lastOf(questions: readonly Asked[]): Asked[] {
  const seen = new Set<string>();
  return questions.filter(({ question: { id } }) => !seen.has(id) && seen.add(id));
}

const answeredOf = (questions: readonly Asked[], answer: PackedAnswer): Asked[] =>
  questions.filter((asked) => hasAnswered(asked, answer));

/** The index of some answers of a survey. */
export function indexOf(
  { survey, questions }: Pick<Analysed, 'survey' | 'questions'>,
  answers: readonly PackedAnswer[],
): DimensionIndex {
  const last = lastOf(questions);
  const given = answers.map((answer) => {
    const own = answeredOf(last, answer);
    const { values } = answer;
    return Object.fromEntries(own.map(({ question }) => [question.id, values[question.id]!]));
  });
  return dimensionIndex(
    last.map(({ question }) => question),
    given,
    survey.weights ?? {},
  );
}

import type { Survey } from '@/lib/crm/surveys';
import { fillAnswers, packedAnswers } from './answer-pages';
import type { Database } from './database';
import { withPages } from './held-pages';
import type { PackedAnswer } from './packed-answers';
import { type Asked, questionsOf, type Scope, type Scoped, scopeOf, surveyOf } from './results-scope';
import { type Measured, measureOf, scoreIn } from './survey-measure';

const TABLES = ['surveys', 'responses', 'answers', 'invites', 'contacts', ...withPages('columns'), 'tags'];

/** What an analysis rests on. */
export interface Analysed extends Scoped<PackedAnswer> {
  survey: Survey;
  questions: Asked[];
  measured: Measured | null;
  /** The score of each answer that counts and has one. */
  scores: Map<PackedAnswer, number>;
}

/**
 * Reads the answers that are asked for, and what else `use` wants, in one transaction.
 * @throws StoreError `missing`
 */
export async function readAnalysis<T>(
  db: Database,
  scope: Scope,
  zone: string,
  use: (read: Analysed) => Promise<T>,
): Promise<T> {
  await fillAnswers(db);
  return db.transaction('r', TABLES, async () => {
    const survey = await surveyOf(db, scope);
    const answers = await packedAnswers(db, survey.id);
    const scoped = await scopeOf(db, scope, { answers, isAside: (one) => one.aside, zone });
    return use(analysedOf(survey, scoped));
  });
}

/** What an analysis rests on, of answers that were read. */
export function analysedOf(survey: Survey, scoped: Scoped<PackedAnswer>): Analysed {
  const questions = questionsOf(survey);
  const measured = measureOf(questions);
  const scores = new Map<PackedAnswer, number>();
  for (const answer of scoped.counted) {
    const score = measured && scoreIn(measured, answer);
    if (score !== null) scores.set(answer, score);
  }
  return { ...scoped, survey, questions, measured, scores };
}

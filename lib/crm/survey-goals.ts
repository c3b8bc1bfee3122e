import { z } from 'zod';
import { DaySchema } from './dates';
import { Moment } from './row';
import type { Survey } from './surveys';

/** Answers without which a score is not judged against a goal: below, nobody can say how far the next will lie apart. */
export const FEWEST = 10;

/** Goals a survey may have. */
export const MOST_GOALS = 12;

/** What a score is to come to at least, of whom, and the local day by which. More is better on each of them: a ces asks how easy it was. */
export const SurveyGoal = z.looseObject({
  of: z.enum(['nps', 'csat', 'ces', 'index']),
  /** Which question gives the score, by id; the first of its kind where none is named. The index has none. */
  questionId: z.string().min(1).max(60).optional(),
  /** In the unit of the score: -100 to 100 of an nps, a share of a csat, a mean on the scale of a ces, 0 to 100 of the index. */
  value: z.number(),
  by: DaySchema,
  /** The ends of its scale when it was set: on another scale the value says something else. Goals of before have none. */
  ends: z.tuple([z.number(), z.number()]).optional(),
  /** Of whom this segment holds when it is looked at; of everybody, known or not, where none is named. */
  segmentId: z.uuid().optional(),
  /** What the score was of all answers until it was set. Of fewer it would tell nothing, and keep what single people said after they were erased. */
  was: z
    .looseObject({
      at: Moment,
      value: z.number(),
      low: z.number(),
      high: z.number(),
      n: z.int().min(FEWEST),
    })
    .optional(),
});
export type SurveyGoal = z.infer<typeof SurveyGoal>;

/**
 * The goals of a survey, by id. A survey had one goal before it had several: it is read as the one that has the survey's own id, so that
 * every device gives it the same. Where it stands beside others a device of before has set it after them.
 */
export function goalsOf({
  id,
  goal,
  goals,
}: Pick<Survey, 'id' | 'goal' | 'goals'>): Record<string, SurveyGoal> {
  return { ...goals, ...(goal ? { [id]: goal } : {}) };
}

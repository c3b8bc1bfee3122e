import type { Answer } from '@/lib/surveys/answer';
import { takeAnswers } from './arrivals';
import { StoreError } from './errors';
import type { Context } from './work';

/** What was answered to the user in person, by telephone or on paper. */
export interface Noted extends Omit<Answer, 'v' | 'form' | 'page' | 'hidden' | 'who' | 'bot'> {
  surveyId: string;
  /** Null for somebody who is no contact: the answer waits then, as any other. */
  contactId: string | null;
}

/**
 * Takes an answer that the user wrote down. It is the named contact's, whatever it says of itself; that they were asked is noted too.
 * Like any other it is done once by its id and `seq`.
 * @throws StoreError `missing` when survey, version or contact is not there any more
 */
export async function noteAnswer(
  ctx: Context,
  { surveyId, contactId, ...given }: Noted,
): Promise<{ id: string }> {
  const survey = (await ctx.db.surveys.get(surveyId))?.body;
  if (!survey || survey.deletedAt !== null) throw new StoreError('missing', 'This survey was deleted.');
  const payload: Answer = { v: 1, form: survey.code, ...given };
  const [taken] = await takeAnswers(ctx, [{ payload, signed: false, via: 'hand', contactId }]);
  if (taken?.state === 'unknown') throw new StoreError('missing', 'This version of the survey is not here.');
  return { id: given.id };
}

import { v7 as uuid } from 'uuid';
import type { Results } from '@/lib/api/results';
import type { Secret } from '@/lib/crm/secrets';
import type { SurveyResponse } from '@/lib/crm/surveys';
import { type Arrival, isTaken, takeAnswers } from '@/lib/store/arrivals';
import type { Database } from '@/lib/store/database';
import { StoreError } from '@/lib/store/errors';
import { secretsOf } from '@/lib/store/secrets';
import type { Context } from '@/lib/store/work';
import { findSealed } from './find-sealed';
import { openSealed, type Unopened } from './open';
import { isSigned } from './signed';

/** What opens and verifies, read once for many answers. */
export interface Keys {
  answers: Secret[];
  identify: Secret[];
}

export async function readKeys(db: Database): Promise<Keys> {
  const [answers, identify] = await Promise.all([secretsOf(db, 'answers'), secretsOf(db, 'identify')]);
  return { answers, identify };
}

/** A sealed text made ready for the store. All that crypto does is done here: a transaction would not wait for it. */
export async function arrivalOf(
  sealed: string,
  via: SurveyResponse['via'],
  keys: Keys,
): Promise<Arrival | Unopened> {
  const payload = await openSealed(sealed, keys.answers);
  if (typeof payload === 'string') return payload;
  return { payload, signed: await isSigned(payload.who ?? {}, keys.identify), via };
}

type Taken = Results['responses.take'];

/**
 * Takes one sealed answer.
 * @throws StoreError `invalid` when it does not open, `missing` when its form is not known here
 */
export async function takeSealed(
  ctx: Context,
  given: { sealed: string; via: 'bridge' | 'text' },
): Promise<Taken> {
  // Who brings it is known, and need not be believed.
  const via = ctx.caller === 'bridge' ? 'bridge' : given.via;
  const arrival = await arrivalOf(given.sealed, via, await readKeys(ctx.db));
  if (typeof arrival === 'string') throw new StoreError('invalid', `This answer does not open: ${arrival}.`);
  const { id, form } = arrival.payload;
  // A page is told that its answer is kept, never what became of it: whether somebody is known is nothing to it.
  const kept: Taken = { state: 'already', id: ctx.caller === 'bridge' ? null : id, form };
  // Whatever is sent again and again leaves no trace each time.
  if (await isTaken(ctx.db, arrival.payload)) return kept;
  const [taken] = await takeAnswers(ctx, [arrival]);
  if (!taken || taken.state === 'unknown') throw new StoreError('missing', 'This form is not known here.');
  return ctx.caller === 'bridge' ? kept : { ...taken, state: taken.state };
}

/** Answers of a text taken in one transaction, which is one change to undo. */
const TOGETHER = 1000;

/** Takes every sealed answer that stands in a text, and tells of the others where they stand and why they were not taken. */
export async function takeText(
  ctx: Context,
  { text }: { text: string },
): Promise<Results['responses.takeFile']> {
  const keys = await readKeys(ctx.db);
  const result: Results['responses.takeFile'] = { new: 0, updated: 0, already: 0, refused: [] };
  const found = findSealed(text);
  for (let start = 0; start < found.length; start += TOGETHER) {
    const part = found.slice(start, start + TOGETHER);
    const arrivals: { line: number; arrival: Arrival }[] = [];
    for (const { line, sealed } of part) {
      const arrival = await arrivalOf(sealed, 'text', keys);
      if (typeof arrival === 'string') result.refused.push({ line, why: arrival });
      else arrivals.push({ line, arrival });
    }
    if (arrivals.length === 0) continue;
    const commandId = start === 0 ? ctx.commandId : `${ctx.commandId}-${start}`;
    const taken = await takeAnswers(
      { ...ctx, commandId },
      arrivals.map((one) => one.arrival),
    );
    for (const [at, { state }] of taken.entries()) {
      if (state === 'unknown') result.refused.push({ line: arrivals[at]!.line, why: 'form' });
      else result[state] += 1;
    }
  }
  return result;
}

/** As whom answers are taken that nobody handed over: not what `Ctrl+Z` means. */
export function byItself(ctx: Context): Context {
  return { ...ctx, op: 'responses.take', caller: 'automatic', commandId: uuid() };
}

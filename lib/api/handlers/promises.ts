import { findPromises } from '@/lib/exchange/promises';
import { declinePromise, foundPromises, takePromise } from '@/lib/store/found-promises';
import { correctPromise } from '@/lib/store/promises';
import type { Handlers, Of } from './context';
import { languageOf } from './language';

export const promiseHandlers: Handlers<Of<'promises'>> = {
  'promises.found': async ({ db, now, zone }, input) =>
    foundPromises(db, input, { now: now(), zone, language: await languageOf(db) }),
  // What is pasted beside somebody new is theirs: their mail, their chat.
  'promises.propose': async ({ db, now, zone }, { text, names }) =>
    findPromises(text, { now: now(), zone, language: await languageOf(db), names, speaker: 'them' }),
  'promises.correct': correctPromise,
  'promises.take': takePromise,
  'promises.decline': declinePromise,
};

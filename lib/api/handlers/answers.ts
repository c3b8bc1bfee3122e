import { bringAnswers } from '@/lib/store/answers-bring';
import { previewAnswers } from '@/lib/store/answers-preview';
import { answersHead } from '@/lib/store/answers-read';
import { bytesOf } from './bytes-of';
import type { Handlers, Of } from './context';

export const answerHandlers: Handlers<Of<'answers'>> = {
  'answers.head': async ({ db }, { file, ...given }) => answersHead(db, await bytesOf(file), given),
  'answers.preview': async ({ db, zone, now }, { file, ...given }) =>
    previewAnswers(db, { ...given, bytes: await bytesOf(file), zone, now: now() }),
  'answers.bring': async (ctx, { file, ...given }) =>
    bringAnswers(ctx, { ...given, bytes: await bytesOf(file), zone: ctx.zone }),
};

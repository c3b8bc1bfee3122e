import { v5 as uuidOf } from 'uuid';
import type { FileAnswer } from '@/lib/exchange/answers/meaning';
import type { Database } from './database';

const OWN = /^sidelight ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * The id of each answer: that of the file where it is our own, and no other survey's; else made of the survey and of what the file calls it
 * (RFC 9562, version 5), so that the same answer is one however often it comes.
 */
export async function answerIds(
  db: Database,
  surveyId: string,
  answers: readonly FileAnswer[],
): Promise<Map<FileAnswer, string>> {
  const own = new Map(answers.map((answer) => [answer, OWN.exec(answer.key)?.[1] ?? null]));
  const rows = await db.responses.bulkGet([...own.values()].filter((id) => id !== null));
  const elsewhere = new Set(rows.flatMap((row) => (row && row.body.surveyId !== surveyId ? [row.id] : [])));
  return new Map(
    answers.map((answer) => {
      const id = own.get(answer);
      return [answer, id && !elsewhere.has(id) ? id : uuidOf(answer.key, surveyId)];
    }),
  );
}

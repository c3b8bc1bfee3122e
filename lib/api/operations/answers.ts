import { z } from 'zod';
import type { AnswerColumn } from '@/lib/exchange/answers/meaning';
import { operation } from '../contract';

const id = z.uuid();
/** A file as the browser gives it. It travels by reference, and is read where the work is done. */
const file = z.instanceof(Blob);

/** What a column may say is checked by the reader, to which an unknown meaning is none. */
const Column = z.looseObject({
  is: z.string().max(20),
  q: z.string().max(60).optional(),
  name: z.string().max(40).optional(),
}) as unknown as z.ZodType<AnswerColumn, AnswerColumn>;

const reading = {
  file,
  /** Instead of the one that its bytes tell. */
  encoding: z.string().max(40).optional(),
  /** Null: a survey is made of the file. */
  surveyId: id.nullable(),
  columns: z.array(Column.nullable()).max(2000),
  /** Moment of answers in a table that tells none. */
  at: z.int(),
};

/** Answers that were given elsewhere, out of a table. Reading and writing them runs in a worker of the workspace. */
export const answers = {
  /** Format, encoding and columns. Without a survey it is told which one it seems to be of. */
  'answers.head': operation('query', ['workspace'], () =>
    z.object({ file, encoding: reading.encoding, surveyId: id.nullable().optional() }),
  ),
  /** What would come of it. Nothing is written. */
  'answers.preview': operation('query', ['workspace'], () => z.object(reading)),
  /** Brings them as one batch under `id`, taken back as a whole by `changes.undo {batchId}`. */
  'answers.bring': operation('command', ['workspace'], () =>
    z.object({ ...reading, id, name: z.string().trim().min(1).max(200) }),
  ),
} as const;

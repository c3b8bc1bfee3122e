import { z } from 'zod';
import { CustomField } from '@/lib/crm/settings';
import type { Mapping } from '@/lib/exchange/mapping';
import { operation } from '../contract';

const id = z.uuid();
/** A file as the browser gives it. It travels by reference, and is read where the work is done. */
const file = z.instanceof(Blob);
const where = z.string().max(40);

/** Free of details: what a mapping may say is checked by the reader, to which an unknown meaning is none. */
const MappingInput = z.looseObject({
  fingerprint: z.string().max(200),
  of: z.enum(['people', 'companies', 'purchases', 'deals', 'tickets', 'activities']),
  columns: z.array(z.looseObject({ is: z.string().max(40) }).nullable()).max(2000),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
}) as unknown as z.ZodType<Mapping, Mapping>;

/** How the file is read, where the user or its bytes say otherwise. */
const Options = z.object({
  encoding: z.string().max(40).optional(),
  mapping: MappingInput.optional(),
});

const Choice = z.union([
  z.object({ contactId: id }),
  z.object({ record: where }),
  z.literal('new'),
  z.literal('skip'),
]);

/** Files that come in. Reading and writing them runs in a worker of the workspace. */
export const imports = {
  /** The sheets of a workbook, each as a file that the others here take. */
  'imports.sheets': operation('query', ['workspace'], () => z.object({ file })),
  /** Format, encoding and columns, told from the beginning of the file. */
  'imports.head': operation('query', ['workspace'], () => z.object({ file, options: Options })),
  /** What each record would do. Nothing is written. */
  'imports.preview': operation('query', ['workspace'], () => z.object({ file, options: Options })),
  /** Imports a file as one batch under `id`, taken back as a whole by `changes.undo {batchId}`. */
  'imports.run': operation('command', ['workspace'], () =>
    z.object({
      id,
      name: z.string().max(300),
      file,
      options: Options,
      choices: z.array(z.tuple([where, Choice])).max(100_000),
      /** Whom a record is about where it is not clear and was not answered; held back when left out. */
      otherwise: z.enum(['first', 'new']).optional(),
      fields: z.record(z.string().max(60), CustomField).optional(),
      /** Of stages of deals in the file's words: the stage of the board, or '' for a new one. */
      stages: z.record(z.string().max(60), z.string().max(60)).optional(),
    }),
  ),
  /** Goes on with an import whose page was closed. */
  'imports.resume': operation('command', ['workspace'], () => z.object({ id })),
  /** Takes back what an import whose page was closed has written. */
  'imports.takeBack': operation('local', ['workspace'], () => z.object({ id })),
  'imports.list': operation('query', ['workspace'], () => z.object({})),
  'imports.report': operation('query', ['workspace'], () => z.object({ id })),
} as const;

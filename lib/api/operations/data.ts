import { z } from 'zod';
import { RetentionRule } from '@/lib/crm/settings';
import { operation } from '../contract';

const id = z.uuid();
const side = z.enum(['mine', 'theirs']);

/** The data as a whole: what goes out, comes back, is given to a person, is kept no longer. In the worker of the workspace. */
export const data = {
  /** The whole store as one file, which is logged. */
  'backup.save': operation('command', ['workspace'], () => z.object({})),
  /** The same where the data are of a newer version, and nothing may be written: it is not logged. */
  'backup.saveNewer': operation('query', ['workspace'], () => z.object({})),
  'backup.saved': operation('local', ['workspace'], () => z.object({})),
  /** What restoring the file would do; nothing is written. */
  'backup.preview': operation('query', ['workspace'], () => z.object({ file: z.instanceof(Blob) })),
  'backup.restore': operation('command', ['workspace'], () =>
    z.object({
      file: z.instanceof(Blob),
      /** For rows that were changed here and there, by `table/id`. */
      choices: z
        .array(z.tuple([z.string().max(60), side]))
        .max(100_000)
        .optional(),
      /** For those without a choice; the later change wins when it is left out. */
      otherwise: side.optional(),
    }),
  ),
  /** Contacts, or their tasks and dates, as a file for other programs. */
  'exports.write': operation('command', ['workspace'], () =>
    z.object({
      format: z.enum(['vcard4', 'vcard3', 'csv', 'ics']),
      /** Everybody when left out. */
      ids: z.array(id).max(500_000).optional(),
      personal: z.boolean(),
      sensitive: z.boolean(),
      notes: z.boolean(),
      /** Of cards: a picture has no place in a table. */
      photos: z.boolean().optional(),
      /** Of a table: groups of columns. All when left out. */
      columns: z.array(z.string().max(40)).max(30).optional(),
      /** Of a calendar: how a date of each kind is called, `{name}` standing for the person. */
      titles: z.record(z.string().max(40), z.string().max(200)).optional(),
    }),
  ),
  /** All that is stored on one person, for that person. */
  'data.give': operation('command', ['workspace'], () => z.object({ id })),
  'data.log': operation('query', ['workspace'], () => z.object({})),
  'retention.preview': operation('query', ['workspace'], () => z.object({ rule: RetentionRule })),
  /** Deletes what the rule names, with an undo; or erases the contacts for good. */
  'retention.run': operation('command', ['workspace'], () =>
    z.object({ rule: RetentionRule, erase: z.boolean() }),
  ),
} as const;

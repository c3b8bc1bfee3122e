import { z } from 'zod';
import { Moment } from './row';

/** Tables whose rows have a history. */
export const ChangedTable = z.enum([
  'contacts',
  'companies',
  'activities',
  'tags',
  'tasks',
  'settings',
  'surveys',
  'responses',
  'invites',
  'cases',
  'segments',
  'deals',
  'outcomes',
  'templates',
]);
export type ChangedTable = z.infer<typeof ChangedTable>;

/**
 * One field of one row. `path` is a field, or `[map field, key]`, or `[]` for a row that was created: then `after` is the
 * fingerprint of its body, which tells whether the row is still as it was made. An absent `before` or `after`: the field
 * or key was not there.
 */
export const Edit = z.looseObject({
  table: ChangedTable,
  id: z.string(),
  path: z.array(z.string()).max(2),
  before: z.json().optional(),
  after: z.json().optional(),
  /** Contacts that the row is about, when it is not itself a contact. */
  about: z.array(z.string()).optional(),
});
export type Edit = z.infer<typeof Edit>;

/** What one command did. History, undo, duplicate check and a later outbox are this one row. */
export const Change = z.looseObject({
  id: z.uuid(),
  commandId: z.string(),
  /** The hybrid logical clock of the rows that it wrote: changes of one device are in this order. */
  clock: z.string(),
  op: z.string(),
  caller: z.string(),
  device: z.string(),
  at: Moment,
  batchId: z.uuid().nullable(),
  subjects: z.array(z.string()),
  edits: z.array(Edit),
  result: z.json(),
  undoes: z.uuid().nullable(),
  undoneBy: z.uuid().nullable(),
  /** Changes of an earlier history that a restored backup added with this one: they go when it is cut off half-way. */
  brought: z.array(z.uuid()).optional(),
});
export type Change = z.infer<typeof Change>;

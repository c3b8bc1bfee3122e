import { z } from 'zod';
import { Moment } from './row';

/** Version of the report's body; a migration raises it. */
export const IMPORT_SCHEMA = 1;

/** A line or value of a file that was not taken, and why. */
export const HeldBackLine = z.looseObject({
  where: z.string().max(200),
  reason: z.string().max(80),
  text: z.string().max(500),
});

/**
 * One import of a file, under way or done: how it was read, what it came to, and what was held back. Its rows are undone by
 * its batch, whose id this report bears. It stays when the batch is undone, and has no history of its own.
 */
export const ImportReport = z.looseObject({
  id: z.uuid(),
  schema: z.int(),
  name: z.string().max(300),
  format: z.string().max(40),
  encoding: z.string().max(40).optional(),
  at: Moment,
  /** Under way, all in, or stopped and taken back. */
  state: z.enum(['running', 'done', 'stopped']),
  counts: z.object({ added: z.int(), changed: z.int(), same: z.int(), held: z.int() }),
  heldBack: z.array(HeldBackLine).max(10_000),
  /** Columns and properties without a field of their own, kept with the contact and given back on export. */
  unmapped: z.array(z.looseObject({ property: z.string().max(200), count: z.int() })).max(1000),
});
export type ImportReport = z.infer<typeof ImportReport>;

import { z } from 'zod';
import { Moment } from './row';

/** What is kept without a history: what opens the answers, and where they come in. In the backup file, and nowhere else. */

const plainShape = { schema: z.int().min(1), clock: z.string(), deletedAt: Moment.nullable() };

export const SECRET_SCHEMA = 1;

/** Of two of one kind the oldest is in use, for it is the one that stands on pages; all of them open and verify. */
export const Secret = z.looseObject({
  /** Of a key pair its key id, else a UUID. */
  id: z.string().min(1).max(100),
  ...plainShape,
  kind: z.enum(['answers', 'identify']),
  createdAt: Moment,
  /** `answers`: the private key, a P-256 JWK as JSON. `identify`: 32 bytes as hex. */
  value: z.string().max(2000),
  /** `answers`: base64url of the raw point. */
  publicKey: z.string().max(200).optional(),
});
export type Secret = z.infer<typeof Secret>;

export const CONNECTION_SCHEMA = 1;

/** A hub that was connected. There is one at most. */
export const Connection = z.looseObject({
  id: z.literal('hub'),
  ...plainShape,
  url: z.string().max(500),
  space: z.string().max(100),
  token: z.string().max(200),
  /** Number of the last answer that was taken from it. */
  cursor: z.int().min(0),
  pulledAt: Moment.nullable(),
  /** What went wrong with it last. */
  error: z.enum(['address', 'offline', 'token', 'busy', 'refused', 'server']).nullable(),
  /** Answers that were not taken: they do not open, or their form is unknown. */
  refused: z.int().min(0),
  /** Posts (`<submission>-<seq>`) of an erased person that the hub is still to forget. */
  forget: z.array(z.string().max(60)).optional(),
  /** What the hub has, by survey: version, state and key, as one text. */
  uploaded: z.record(z.string(), z.string().max(200)),
});
export type Connection = z.infer<typeof Connection>;

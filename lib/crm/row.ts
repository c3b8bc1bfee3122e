import { z } from 'zod';

/** Epoch milliseconds, UTC. */
export const Moment = z.int();

/** What every stored body has. `clock` is a hybrid logical clock that sorts as text. */
export const rowShape = {
  id: z.uuid(),
  schema: z.int().min(1),
  clock: z.string(),
  deletedAt: Moment.nullable(),
};

/** How a value was got. */
export const How = z.enum(['typed', 'page', 'paste', 'import', 'survey', 'rule', 'practice']);
export type How = z.infer<typeof How>;

/** Where a value is from: `source` names the site, file or person in words that can be shown. */
export const provenanceShape = {
  source: z.string().max(500),
  at: Moment,
  how: How,
  evidence: z.string().max(2000).optional(),
  link: z.string().max(2000).optional(),
  expiresAt: Moment.optional(),
};
export const Provenance = z.object(provenanceShape);
export type Provenance = z.infer<typeof Provenance>;

/** Integer minor units with an ISO 4217 code. */
export const Money = z.object({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof Money>;

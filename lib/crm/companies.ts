import { z } from 'zod';
import { ContactPoint, Fact, Tagging } from './contacts';
import { Moment, rowShape } from './row';

export const COMPANY_SCHEMA = 1;

export const Company = z.looseObject({
  ...rowShape,
  name: z.string().min(1).max(300),
  facts: z.record(z.uuid(), Fact),
  points: z.record(z.uuid(), ContactPoint),
  tags: z.record(z.uuid(), Tagging),
  mergedInto: z.uuid().nullable(),
  /** Keys of the values that it brought into the one that it went into. */
  merge: z
    .looseObject({
      at: Moment,
      took: z.object({ points: z.array(z.string()), facts: z.array(z.string()), tags: z.array(z.string()) }),
    })
    .optional(),
  addedAt: Moment,
});
export type Company = z.infer<typeof Company>;

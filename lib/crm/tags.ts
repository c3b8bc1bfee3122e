import { z } from 'zod';
import { rowShape } from './row';

export const TAG_SCHEMA = 1;

/** A node of the tag tree. A search for a tag finds its children too. */
export const Tag = z.looseObject({
  ...rowShape,
  name: z.string().min(1).max(80),
  parentId: z.uuid().nullable(),
  synonyms: z.array(z.string().max(80)).max(50),
  /** Whoever is found in the segment has this tag, and so many days longer; what is tagged by hand stays. */
  rule: z.looseObject({ segmentId: z.uuid(), expiresDays: z.int().min(1).max(3650).optional() }).optional(),
});
export type Tag = z.infer<typeof Tag>;

/** Separates the names of a tag's path where one is typed or shown: `Region / Norway`. */
export const TAG_PATH_SEPARATOR = ' / ';

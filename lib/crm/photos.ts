import { z } from 'zod';
import { Moment, provenanceShape } from './row';

export const PHOTO_SCHEMA = 1;

/** Pixels of a side: twice what is drawn, for sharp screens. */
export const PHOTO_SIDE = 128;
/** Base64 of a picture of that size, with room to spare. */
export const LONGEST_PHOTO = 60_000;

/** Where the picture of a contact stands, and where it is from. */
export const PhotoRef = z.looseObject({ id: z.uuid(), ...provenanceShape });
export type PhotoRef = z.infer<typeof PhotoRef>;

/** A picture of somebody, small, and written anew by the product: nothing of the file that it came from is in it. Never changed. */
export const Photo = z.looseObject({
  id: z.uuid(),
  schema: z.int(),
  contactId: z.uuid(),
  type: z.literal('image/jpeg'),
  base64: z
    .string()
    .max(LONGEST_PHOTO)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
  at: Moment,
});
export type Photo = z.infer<typeof Photo>;

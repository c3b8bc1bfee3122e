import { z } from 'zod';

/** Signs that turn the reading direction of what follows: a name that holds one turns the words beside it too. No language needs them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name as it is kept: without signs that turn the reading direction, 1 to 300 characters. */
export const NameText = z
  .string()
  .overwrite((text) => text.replace(TURNS, ''))
  .trim()
  .min(1)
  .max(300);

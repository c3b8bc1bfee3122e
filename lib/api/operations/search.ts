import { z } from 'zod';
import { operation, VIEWS } from '../contract';

export const search = {
  /** Everything about everybody: each word of the text must begin a word of what is about one contact or record. */
  'search.find': operation('query', VIEWS, () =>
    z.object({
      text: z.string().max(200),
      limit: z.int().min(1).max(50).default(10),
      kinds: z.array(z.enum(['contact', 'company', 'tag', 'task', 'case', 'response', 'deal'])).optional(),
    }),
  ),
} as const;

import { z } from 'zod';
import { operation, VIEWS } from '../contract';

const id = z.uuid();

/** What is counted of contacts. */
export const figures = {
  /** Counts what all contacts must be seen for at once, and settles stages: once a local day, or again when asked. */
  'figures.refresh': operation('local', ['workspace'], () => z.object({ again: z.boolean().default(false) })),
  /** Every figure of one contact, with what it rests on. */
  'figures.view': operation('query', VIEWS, () => z.object({ contactId: id })),
} as const;

import { z } from 'zod';
import { DaySchema } from '@/lib/crm/dates';
import { operation } from '../contract';

const id = z.uuid();

/** Dates that come, and what to know of somebody before writing. */
export const care = {
  'calendar.view': operation('query', ['workspace'], () =>
    z.object({
      from: DaySchema,
      to: DaySchema,
      festivals: z.enum(['cn', 'tw', 'hk', 'west']).nullable().default(null),
      most: z.int().min(1).max(1000).default(100),
    }),
  ),
  'greetings.reminder': operation('query', ['workspace', 'panel'], () => z.object({ contactId: id })),
  'trust.view': operation('query', ['workspace', 'panel'], () => z.object({ contactId: id })),
  /** A greeting was used for this contact: it is not offered to them again. */
  'greetings.use': operation('command', ['workspace', 'panel'], () =>
    z.object({ contactId: id, key: z.string().regex(/^[a-z]+_\d{1,2}$/) }),
  ),
} as const;

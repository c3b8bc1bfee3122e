import { z } from 'zod';
import { Need } from '@/lib/crm/contacts';
import { operation } from '../contract';
import { From } from './contacts';

const id = z.uuid();

/** What somebody needs. To say that it still holds is to set it again. */
export const needs = {
  'needs.set': operation('command', ['workspace', 'panel'], () =>
    z.object({
      contactId: id,
      needId: id.optional(),
      need: z.object({
        quote: z.string().trim().min(1).max(2000),
        kind: Need.shape.kind,
        strength: Need.shape.strength,
        status: Need.shape.status,
      }),
      activityId: id.optional(),
      from: From.optional(),
    }),
  ),
  'needs.remove': operation('command', ['workspace', 'panel'], () => z.object({ contactId: id, needId: id })),
} as const;

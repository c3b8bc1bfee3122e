import { z } from 'zod';
import { FAMILY, RELATIONS } from '@/lib/crm/relations';
import { operation, VIEWS } from '../contract';

const id = z.uuid();

/** What ties people together. Removing one is removing the fact that it is. */
export const relations = {
  'relations.list': operation('query', VIEWS, () => z.object({ contactId: id })),
  'relations.add': operation('command', VIEWS, () =>
    z.object({ contactId: id, kind: z.enum(RELATIONS), otherId: id, word: z.enum(FAMILY).optional() }),
  ),
} as const;

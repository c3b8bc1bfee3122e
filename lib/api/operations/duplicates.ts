import { z } from 'zod';
import { MergeChoices } from '@/lib/crm/contacts';
import { operation, VIEWS } from '../contract';
import { PointInput } from './contacts';

const id = z.uuid();
const others = z.array(id).min(1).max(50);

/** Contacts that are one, or may be. */
export const duplicates = {
  'duplicates.count': operation('query', ['workspace'], () => z.object({})),
  'duplicates.list': operation('query', ['workspace'], () =>
    z.object({
      /** Those who share an address and whose names agree; else those who may be the same. */
      certain: z.boolean(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100).default(25),
    }),
  ),
  /** Brings what is kept of duplicates up to date. It is no change of the user's: nothing but the list is written. */
  'duplicates.look': operation('local', ['workspace'], () => z.object({})),
  /** "Not the same": they are not offered again. */
  'duplicates.distinct': operation('command', ['workspace'], () => z.object({ ids: others.min(2) })),
  /** Who has one of these addresses already: asked while somebody is being added. */
  'duplicates.known': operation('query', VIEWS, () =>
    z.object({ points: z.array(PointInput.pick({ kind: true, value: true })).max(50) }),
  ),
  /** What merging would come to. */
  'duplicates.compare': operation('query', ['workspace'], () =>
    z.object({ into: id, from: others, choices: MergeChoices.optional() }),
  ),
} as const;

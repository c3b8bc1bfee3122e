import { z } from 'zod';
import { BulkChange, Whom } from '@/lib/crm/bulk';
import { HEALTH } from '@/lib/crm/health-kinds';
import { CustomField, SavedView } from '@/lib/crm/settings';
import { operation } from '../contract';

const id = z.uuid();
const kind = z.enum(HEALTH);

/** In what order the data is, and the putting in order. */
export const health = {
  /** What the last look counted, at once. */
  'health.kept': operation('query', ['workspace'], () => z.object({})),
  /** Looks through everything, or at what was changed since. It keeps counts, and changes nothing of the user's. */
  'health.look': operation('local', ['workspace'], () => z.object({})),
  'health.list': operation('query', ['workspace'], () =>
    z.object({ kind, limit: z.int().min(1).max(200).default(20) }),
  ),
  /** Puts in order where there is no doubt what is right: all of a kind, or those named. One undo. */
  'health.fix': operation('command', ['workspace'], () =>
    z.object({ kind, ids: z.array(id).min(1).max(1000).optional() }),
  ),
  'health.queue': operation('query', ['workspace'], () =>
    z.object({ limit: z.int().min(1).max(200).default(50) }),
  ),
  /** The user says that a value holds. */
  'health.confirm': operation('command', ['workspace'], () =>
    z.object({ contactId: id, of: z.enum(['facts', 'points']), id }),
  ),
  'health.contact': operation('query', ['workspace'], () => z.object({ id })),
} as const;

/** One change to many contacts: those named, or all that a filter finds. */
export const bulk = {
  'bulk.preview': operation('query', ['workspace'], () => z.object({ whom: Whom, change: BulkChange })),
  'bulk.edit': operation('command', ['workspace'], () => z.object({ whom: Whom, change: BulkChange })),
} as const;

export const views = {
  'views.put': operation('command', ['workspace'], () =>
    z.object({ id, view: SavedView.omit({ place: true }) }),
  ),
  'views.remove': operation('command', ['workspace'], () => z.object({ id })),
  'views.order': operation('command', ['workspace'], () => z.object({ ids: z.array(id).max(500) })),
} as const;

/** Fields of the user's own. */
export const fields = {
  'fields.put': operation('command', ['workspace'], () =>
    z.object({
      key: z.string().trim().min(1).max(60),
      field: CustomField,
      /** Made, not changed: refused when there is one of this key. */
      isNew: z.boolean().optional(),
    }),
  ),
  'fields.remove': operation('command', ['workspace'], () => z.object({ key: z.string().min(1).max(60) })),
} as const;

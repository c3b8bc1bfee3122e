import { editMany, previewBulk } from '@/lib/store/bulk';
import { fixHealth, keptHealth, listHealth, lookAtHealth } from '@/lib/store/health';
import { confirmQueue, confirmValue, contactHealth } from '@/lib/store/health-queue';
import { orderViews, putField, putView, removeField, removeView } from '@/lib/store/saved-views';
import { contactIdsIn } from '@/lib/store/views/insights-cells';
import type { Handlers, Of } from './context';

export const healthHandlers: Handlers<Of<'health' | 'bulk' | 'views' | 'fields'>> = {
  'health.kept': ({ db }) => keptHealth(db),
  'health.look': lookAtHealth,
  'health.list': ({ db, now }, input) => listHealth(db, { ...input, now: now() }),
  'health.fix': fixHealth,
  'health.queue': ({ db, now }, input) => confirmQueue(db, { ...input, now: now() }),
  'health.confirm': confirmValue,
  'health.contact': ({ db }, { id }) => contactHealth(db, id),
  'bulk.preview': previewBulk,
  'bulk.edit': editMany,
  'views.put': putView,
  'views.remove': removeView,
  'views.order': orderViews,
  'fields.put': putField,
  'fields.remove': removeField,
};

/** The list of contacts for a filter that reads every one of them: a worker answers it. */
export const scanHandlers: Handlers<'contacts.ids'> = {
  'contacts.ids': (ctx, input) => contactIdsIn(ctx, input),
};

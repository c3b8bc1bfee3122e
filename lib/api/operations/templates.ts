import { z } from 'zod';
import { MOST_TEXT } from '@/lib/crm/merge-fields';
import { TemplateFields } from '@/lib/crm/templates';
import { operation, VIEWS } from '../contract';

const id = z.uuid();

/** Texts that are put into mails. Views: `compose-views.ts`. */
export const templates = {
  'templates.list': operation('query', VIEWS, () => z.object({ contactId: id.nullable().default(null) })),
  'templates.count': operation('query', VIEWS, () => z.object({})),
  'templates.put': operation('command', ['workspace', 'panel'], () =>
    z.object({ id, template: TemplateFields }),
  ),
  'templates.delete': operation('command', ['workspace'], () =>
    z.object({ ids: z.array(id).min(1).max(500) }),
  ),
  /** The text with its fields filled for a contact. */
  'templates.fill': operation('query', VIEWS, () =>
    z.object({ text: z.string().max(MOST_TEXT), contactId: id.nullable() }),
  ),
  /** Where a survey is answered: what a personal link is made of. */
  'templates.reached': operation('query', ['workspace', 'panel'], () => z.object({ surveyId: id })),
} as const;

import { fillText } from '@/lib/store/template-fields';
import { deleteTemplates, putTemplate, templateList } from '@/lib/store/templates';
import type { Handlers, Of } from './context';

export const templateHandlers: Handlers<Of<'templates'>> = {
  'templates.list': ({ db }, { contactId }) => templateList(db, contactId),
  'templates.count': async ({ db }) => ({ all: await db.templates.where('k.all').above('').count() }),
  'templates.put': putTemplate,
  'templates.delete': deleteTemplates,
  'templates.fill': ({ db }, input) => fillText(db, input),
};

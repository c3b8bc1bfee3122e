import { hubView } from '@/lib/hub/connect';
import { answersKey } from '@/lib/hub/keys';
import { StoreError } from '@/lib/store/errors';
import { fillText } from '@/lib/store/template-fields';
import { deleteTemplates, putTemplate, templateList } from '@/lib/store/templates';
import type { Handlers, Of } from './context';

export const templateHandlers: Handlers<Of<'templates'>> = {
  'templates.list': ({ db }, { contactId }) => templateList(db, contactId),
  'templates.count': async ({ db }) => ({ all: await db.templates.where('k.all').above('').count() }),
  'templates.put': putTemplate,
  'templates.delete': deleteTemplates,
  'templates.reached': async ({ db, now }, { surveyId }) => {
    const [hub, { publicKey }] = await Promise.all([hubView(db, now()), answersKey(db, now())]);
    const code = (await db.surveys.get(surveyId))?.body.code;
    if (code === undefined) throw new StoreError('missing', 'This survey was deleted.');
    return { code, hub, key: publicKey };
  },
  'templates.fill': ({ db }, input) => fillText(db, input),
};

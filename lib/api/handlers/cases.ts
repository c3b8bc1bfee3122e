import * as cases from '@/lib/store/cases';
import { StoreError } from '@/lib/store/errors';
import { caseView, listCases } from '@/lib/store/views/case-views';
import type { Handlers, LaterOf } from './context';

export const caseHandlers: Handlers<LaterOf<'cases'>> = {
  'cases.list': ({ db, now }, input) => listCases(db, input, now()),
  'cases.view': async ({ db }, { id }) => {
    const view = await caseView(db, id);
    if (!view) throw new StoreError('missing', 'This case was deleted.');
    return view;
  },
  'cases.open': cases.openCase,
  'cases.edit': cases.editCase,
  'cases.move': cases.moveCase,
  'cases.replied': cases.repliedToCase,
  'cases.told': cases.toldCustomer,
  'cases.recheck': cases.recheckCase,
  'cases.delete': cases.deleteCases,
};

import { takeSealed, takeText } from '@/lib/hub/take';
import { StoreError } from '@/lib/store/errors';
import { noteAnswer } from '@/lib/store/noted';
import { responseCounts } from '@/lib/store/response-list';
import * as responses from '@/lib/store/responses';
import { responseRows, responseView } from '@/lib/store/views/response-views';
import type { Handlers, Of } from './context';

export const responseHandlers: Handlers<Of<'responses'>> = {
  'responses.list': ({ db }, input) => responseRows(db, input),
  'responses.view': async ({ db }, { id }) => {
    const view = await responseView(db, id);
    if (!view) throw new StoreError('missing', 'This answer was deleted.');
    return view;
  },
  'responses.take': takeSealed,
  'responses.takeFile': takeText,
  'responses.note': noteAnswer,
  'responses.assign': responses.assignResponse,
  'responses.toContact': responses.responseToContact,
  'responses.setAside': responses.setAside,
  'responses.keep': responses.keepResponses,
  'responses.handle': responses.handleResponses,
  'responses.delete': responses.deleteResponses,
  'responses.counts': ({ db }) => responseCounts(db),
};

import { addRelation } from '@/lib/store/relations';
import { relationsView } from '@/lib/store/views/relations-view';
import type { Handlers, Of } from './context';

export const relationHandlers: Handlers<Of<'relations'>> = {
  'relations.list': ({ db }, { contactId }) => relationsView(db, contactId),
  'relations.add': addRelation,
};

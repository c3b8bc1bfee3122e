import { knownBy } from '@/lib/store/duplicate-known';
import { countDuplicates, lookForDuplicates, markDistinct } from '@/lib/store/duplicates';
import { duplicateGroups } from '@/lib/store/views/duplicate-views';
import { mergeView } from '@/lib/store/views/merge-view';
import type { Handlers, Of } from './context';

/** Looking through all contacts is work for a worker. */
export const lookHandlers: Handlers<'duplicates.look'> = {
  'duplicates.look': ({ db, onProgress }) => lookForDuplicates(db, onProgress),
};

export const duplicateHandlers: Handlers<Of<'duplicates'>> = {
  ...lookHandlers,
  'duplicates.count': ({ db }) => countDuplicates(db),
  'duplicates.list': ({ db }, input) => duplicateGroups(db, input),
  'duplicates.distinct': markDistinct,
  'duplicates.known': ({ db }, { points }) => knownBy(db, points),
  'duplicates.compare': ({ db, now, zone }, input) => mergeView(db, input, { now: now(), zone }),
};

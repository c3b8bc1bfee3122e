import { knownBy } from '@/lib/store/duplicate-known';
import { countDuplicates, lookForDuplicates, markDistinct } from '@/lib/store/duplicates';
import { duplicateGroups } from '@/lib/store/views/duplicate-views';
import { mergeView } from '@/lib/store/views/merge-view';
import type { Handlers, Of } from './context';

export const duplicateHandlers: Handlers<Of<'duplicates'>> = {
  'duplicates.count': ({ db }) => countDuplicates(db),
  'duplicates.list': ({ db }, input) => duplicateGroups(db, input),
  'duplicates.look': ({ db, onProgress }) => lookForDuplicates(db, onProgress),
  'duplicates.distinct': markDistinct,
  'duplicates.known': ({ db }, { points }) => knownBy(db, points),
  'duplicates.compare': ({ db, now, zone }, input) => mergeView(db, input, { now: now(), zone }),
};

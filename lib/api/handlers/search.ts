import { search } from '@/lib/store/search/find';
import type { Handlers, Of } from './context';

export const searchHandlers: Handlers<Of<'search'>> = {
  'search.find': ({ db }, input) => search(db, input),
};

import { filling } from '@/lib/store/fill-lists';
import type { Handlers, Of } from './context';

export const listHandlers: Handlers<Of<'lists'>> = {
  'lists.filling': ({ db }) => filling(db),
};

import { removeNeed, setNeed } from '@/lib/store/needs';
import type { Handlers, Of } from './context';

export const needHandlers: Handlers<Of<'needs'>> = {
  'needs.set': setNeed,
  'needs.remove': removeNeed,
};

import { z } from 'zod';
import { operation } from '../contract';

export const lists = {
  /** How far the lists are filled after an update, in contacts; null when they are whole. */
  'lists.filling': operation('query', ['workspace'], () => z.object({})),
  /** Fills them to their end, where nobody else does. */
  'lists.fill': operation('local', ['workspace'], () => z.object({})),
} as const;

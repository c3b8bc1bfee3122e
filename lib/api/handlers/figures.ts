import { figuresView } from '@/lib/store/views/figures-view';
import type { Handlers } from './context';

export const figureHandlers: Handlers<'figures.view'> = {
  'figures.view': figuresView,
};

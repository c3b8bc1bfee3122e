import type { FigureView } from '@/lib/api/figure-views';
import { type Key, t } from '@/lib/i18n';

const NAMES = {
  overdue: 'figures.name_overdue',
  strength: 'figures.name_strength',
  returns: 'figures.name_returns',
  worth: 'figures.name_worth',
  rfm: 'figures.name_rfm',
  loyalty: 'figures.name_loyalty',
  replyHours: 'figures.name_replyHours',
  promisesKept: 'figures.name_promisesKept',
} as const satisfies Partial<Record<FigureView['name'], Key>>;

/** The name of a figure that is shown. */
export function figureName({ name }: Pick<FigureView, 'name'>): string {
  return t(NAMES[name as keyof typeof NAMES]);
}

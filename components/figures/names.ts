import type { FigureStage, FigureView } from '@/lib/api/figure-views';
import { SHOWN_STAGE } from '@/lib/crm/stage-names';
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

const STAGES = {
  exploring: 'common.stage_exploring',
  growing: 'common.stage_growing',
  mature: 'common.stage_mature',
  declining: 'common.stage_declining',
  left: 'common.stage_left',
} as const satisfies Record<(typeof SHOWN_STAGE)[FigureStage], Key>;

/** The name of a stage as it is counted. */
export const stageName = (stage: FigureStage): string => t(STAGES[SHOWN_STAGE[stage]]);

import type { Phase } from '@/components/ui/moon';
import type { FigureStage, FigureView } from '@/lib/api/figure-views';
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

/** How a stage is drawn. */
export const PHASES = {
  exploration: 'exploring',
  growth: 'growing',
  maturity: 'mature',
  decline: 'declining',
  exit: 'left',
} as const satisfies Record<FigureStage, Phase>;

/** The name of a stage as it is counted. */
export const stageName = (stage: FigureStage): string => t(`common.stage_${PHASES[stage]}`);

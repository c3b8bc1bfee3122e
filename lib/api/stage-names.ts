import type { FigureStage } from './figure-views';
import type { Stage } from './views';

/** Stages as the marks of pages and lists name them. */
export const SHOWN_STAGE: Record<FigureStage, Stage> = {
  exploration: 'exploring',
  growth: 'growing',
  maturity: 'mature',
  decline: 'declining',
  exit: 'left',
};

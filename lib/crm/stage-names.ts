import type { CHOICE_MEASURES } from './measure-names';

/** Stages as the marks of pages and lists name them. */
export const SHOWN_STAGE = {
  exploration: 'exploring',
  growth: 'growing',
  maturity: 'mature',
  decline: 'declining',
  exit: 'left',
} as const satisfies Record<(typeof CHOICE_MEASURES.stage)[number], string>;

import type { Contact } from './contacts';
import type { CHOICE_MEASURES } from './measure-names';

/** Stages as the marks of pages and lists name them. */
export const SHOWN_STAGE = {
  exploration: 'exploring',
  growth: 'growing',
  maturity: 'mature',
  decline: 'declining',
  exit: 'left',
} as const satisfies Record<(typeof CHOICE_MEASURES.stage)[number], string>;

/** Whether stages and figures of trade are told of a contact: a friend neither matures nor is worth an amount. */
export const isTradedWith = ({ kind }: Pick<Contact, 'kind'>): boolean => kind === 'work';

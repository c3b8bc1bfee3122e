import { CARE_PLAYS } from './care';
import type { Play } from './play';
import { STAGE_PLAYS } from './stages';
import { TRADE_PLAYS } from './trade';

export type { Play } from './play';

/** Every play of the product, in the order of the page that lists them. */
export const CATALOGUE: readonly Play[] = [...STAGE_PLAYS, ...CARE_PLAYS, ...TRADE_PLAYS];

import { overdue, type Rhythm } from '../rhythm/gaps';

/** Somebody falls out of a rhythm that was there. */
export interface Slipping {
  basis: 'buy' | 'talk';
  silence: number;
  gap: number;
  /** Gaps that the rhythm was read from. */
  gaps: number;
  /** Share of such gaps that are over by now. */
  overdue: number;
}

/** A rhythm is one from three gaps on. */
export const FEWEST_GAPS = 3;
const LATE = 0.8;

/** The later of two rhythms, where one is late: at least four of five of such gaps are over by now. */
export function slippingOf(
  rhythms: readonly { basis: Slipping['basis']; silence: number; rhythm: Rhythm }[],
): Slipping | null {
  const late = rhythms.flatMap(({ basis, silence, rhythm }): Slipping[] => {
    if (rhythm.n < FEWEST_GAPS) return [];
    const share = overdue(silence, rhythm);
    return share >= LATE ? [{ basis, silence, gap: rhythm.gap, gaps: rhythm.n, overdue: share }] : [];
  });
  return late.reduce<Slipping | null>(
    (worst, one) => (worst && worst.overdue >= one.overdue ? worst : one),
    null,
  );
}

import { gammaCdf } from '@/lib/insight/value/special';

/**
 * How a contact is used to be in touch: the gap to be expected and how regular the gaps are. Both are drawn to those of everybody (or of a
 * segment) the more, the fewer gaps there are.
 */
export interface Rhythm {
  /** Days between two contacts. */
  gap: number;
  /** Shape of the gamma distribution of the gaps: 1 is chance, more is regular. */
  regularity: number;
  /** Gaps that were seen. */
  n: number;
}

/** What is expected where nothing was seen. */
export type Usual = Pick<Rhythm, 'gap' | 'regularity'>;

/** How much the usual weighs, in gaps. */
const KAPPA = 1;
/** Below so many gaps regularity is the usual one: it cannot be seen. */
const SHRINK = 5;

/** How many gaps there were, their sum in days, and the sum of their natural logarithms. */
export interface Gaps {
  n: number;
  span: number;
  logs: number;
}

/**
 * Rhythm of a contact.
 * @param gaps days between one contact and the next, each above 0
 */
export function rhythmOf(gaps: readonly number[], usual: Usual): Rhythm {
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const logs = gaps.reduce((sum, gap) => sum + Math.log(gap), 0);
  return rhythmFrom({ n: gaps.length, span, logs }, usual);
}

export function rhythmFrom(gaps: Gaps, usual: Usual): Rhythm {
  const { n, span } = gaps;
  const gap = (span + KAPPA * usual.gap) / (n + KAPPA);
  const seen = regularityOf(gaps);
  const regularity = seen === null ? usual.regularity : (n * seen + SHRINK * usual.regularity) / (n + SHRINK);
  return { gap, regularity, n };
}

const MOST_REGULAR = 50;

/** Shape of a gamma distribution by Minka's closed approximation (2002); null below two gaps. */
export function regularityOf({ n, span, logs }: Gaps): number | null {
  if (n < 2) return null;
  const s = Math.log(span / n) - logs / n;
  if (!(s > 1e-12)) return MOST_REGULAR;
  return Math.min(MOST_REGULAR, (3 - s + Math.sqrt((s - 3) ** 2 + 24 * s)) / (12 * s));
}

/** Probability that a gap is over by now, were all as before: from 0 to 1, rising with the silence. @param silence days */
export function overdue(silence: number, { gap, regularity }: Usual): number {
  return gammaCdf(regularity, (silence * regularity) / gap);
}

export type Lateness = 'early' | 'due' | 'overdue' | 'risk';

/** In words: due from one half, overdue from .8, at risk from .95. */
export function latenessOf(probability: number): Lateness {
  if (probability >= 0.95) return 'risk';
  if (probability >= 0.8) return 'overdue';
  return probability >= 0.5 ? 'due' : 'early';
}

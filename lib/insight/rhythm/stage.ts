/** Where a relationship stands. */
export type Stage = 'exploration' | 'growth' | 'maturity' | 'decline' | 'exit';

/** What a stage is told by. Without purchases the same is counted on two-way exchange. */
export interface StageFacts {
  /** Purchases, the first one too. */
  n: number;
  /** Days since the last. */
  silence: number;
  /** Days to be expected between two. */
  gap: number;
  /** Days since the first. */
  age: number;
  /** Probability of another within the horizon; null: too few contacts came back to tell it. */
  returns: number | null;
  /** Purchases of the last 91 days, and of the 91 days before. */
  recent: number;
  before: number;
}

/** The rule that decided, to be said in a sentence with what would move it. */
export type StageRule = 'gone' | 'quiet' | 'unlikely' | 'silent' | 'falling' | 'few' | 'steady' | 'rising';

export interface StageVerdict {
  stage: Stage;
  rule: StageRule;
  /** Distance of the return probability from the nearest edge, where that decided; else 1. */
  margin: number;
}

export const EXIT = 0.15;
export const DECLINE = 0.35;
/** Silence, in gaps, from which somebody declines, and from which they are gone where no probability is known. */
export const SILENCE = 3;
export const QUIET = 10;
const FALLING = -1.5;
export const MATURE = { n: 6, gaps: 3 };

/** Logarithm of the last 91 days over the 91 before, each with half a purchase more so that nothing divides by 0. */
export function trendOf({ recent, before }: Pick<StageFacts, 'recent' | 'before'>): number {
  return Math.log((recent + 0.5) / (before + 0.5));
}

/** The stage by the first rule that holds. */
export function stageOf(facts: StageFacts): StageVerdict {
  const { n, silence, gap, age, returns } = facts;
  const trend = trendOf(facts);
  if (returns !== null && returns < EXIT) return { stage: 'exit', rule: 'gone', margin: EXIT - returns };
  if (returns === null && silence / gap > QUIET) return { stage: 'exit', rule: 'quiet', margin: 1 };
  const margin = returns === null ? 1 : Math.min(returns - EXIT, Math.abs(returns - DECLINE));
  if (returns !== null && returns < DECLINE) return { stage: 'decline', rule: 'unlikely', margin };
  if (silence / gap > SILENCE) return { stage: 'decline', rule: 'silent', margin: 1 };
  if (n >= 5 && trend < FALLING) return { stage: 'decline', rule: 'falling', margin: 1 };
  if (n <= 2) return { stage: 'exploration', rule: 'few', margin };
  if (n >= MATURE.n && trend > FALLING && age >= MATURE.gaps * gap) {
    return { stage: 'maturity', rule: 'steady', margin };
  }
  return { stage: 'growth', rule: 'rising', margin };
}

/** Days within which a return is looked for: ten usual gaps, at least 4 and at most 52 weeks. */
export function horizonOf(gap: number): number {
  return Math.min(364, Math.max(28, 10 * gap));
}

/** A stage as it is kept: what it is, and what the last run would have made of it. */
export interface KeptStage {
  stage: Stage;
  /** A stage that waits for a second run, and the number of the local day on which it was first seen. */
  next?: { stage: Stage; on: number };
}

const SURE = 0.05;

/**
 * The stage after another look. A change needs two runs on different days that agree, or a return probability that is
 * further than .05 from the edge.
 */
export function settle(kept: KeptStage | undefined, verdict: StageVerdict, today: number): KeptStage {
  if (!kept || kept.stage === verdict.stage) return { stage: verdict.stage };
  if (verdict.margin > SURE) return { stage: verdict.stage };
  if (kept.next?.stage !== verdict.stage)
    return { stage: kept.stage, next: { stage: verdict.stage, on: today } };
  return kept.next.on === today ? kept : { stage: verdict.stage };
}

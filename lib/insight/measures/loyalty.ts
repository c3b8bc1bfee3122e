import { LOYALTY_PARTS, type LoyaltyPart } from '@/lib/crm/figure-choices';
import type { Params } from '../measure-params';
import { type Common, shareBelow } from './common';
import type { Past } from './past';

/** Of which kind each part of loyalty is. */
const KINDS = {
  returns: 'behaviour',
  frequency: 'behaviour',
  active: 'behaviour',
  spent: 'behaviour',
  rating: 'attitude',
  engagement: 'emotion',
} as const satisfies Record<LoyaltyPart, string>;
export type LoyaltyKind = (typeof KINDS)[LoyaltyPart];

export interface Loyalty {
  /** 0 to 100. */
  score: number;
  /** Each part from 0 to 1; null: not known, its weight goes to the others. */
  parts: Record<LoyaltyPart, number | null>;
  /** The same by kind, 0 to 100; null where no part is known. */
  kinds: Record<LoyaltyKind, number | null>;
}

/** Below such a share of all weights nothing is said. */
const LEAST_KNOWN = 0.45;
/** What one contact says weighs as much as what is usual. */
const PRIOR = 1;

/** What it rests on besides what happened. */
export type LoyaltyParams = Pick<Params, 'score' | 'referred' | 'answers'>;

function partsOf(
  past: Past,
  params: LoyaltyParams,
  common: Common,
  returns: number | null,
): Loyalty['parts'] {
  const { shares, score } = common;
  const buys = past.buy.n > 0;
  const talks = past.talk.n > 0 && !buys;
  return {
    returns,
    frequency:
      buys && shares.purchases.length > 0
        ? shareBelow(past.buy.n, shares.purchases)
        : talks && shares.talks.length > 0
          ? shareBelow(past.talk.n, shares.talks)
          : null,
    active: past.quarters > 0 ? past.active / past.quarters : null,
    spent: buys && shares.spent.length > 0 ? shareBelow(past.spent, shares.spent) : null,
    rating: params.score > 0 ? (params.score - 1 + PRIOR * score.mean) / (1 + PRIOR) / 10 : null,
    engagement: common.engaged ? 1 - 2 ** -(params.referred + params.answers / 2) : null,
  };
}

/** From 0 to 100: what the known ones of some parts come to by their weights, and the sum of these. */
function weighed(
  parts: Loyalty['parts'],
  { choices }: Common,
  counts: (part: LoyaltyPart) => boolean,
): { weight: number; points: number | null } {
  let [weight, points] = [0, 0];
  for (const part of LOYALTY_PARTS) {
    const value = parts[part];
    if (value === null || !counts(part)) continue;
    weight += choices.loyalty[part];
    points += choices.loyalty[part] * value;
  }
  return { weight, points: weight === 0 ? null : (100 * points) / weight };
}

function scoreIn(parts: Loyalty['parts'], common: Common): number | null {
  const { weight, points } = weighed(parts, common, () => true);
  const all = LOYALTY_PARTS.reduce((sum, part) => sum + common.choices.loyalty[part], 0);
  return weight < LEAST_KNOWN * all ? null : points;
}

/** The score alone; null: too little is known. */
export function loyaltyScore(...given: Parameters<typeof partsOf>): number | null {
  const [, , common] = given;
  return scoreIn(partsOf(...given), common);
}

/** The same with what it is made of. */
export function loyaltyOf(...given: Parameters<typeof partsOf>): Loyalty | null {
  const [, , common] = given;
  const parts = partsOf(...given);
  const score = scoreIn(parts, common);
  if (score === null) return null;
  const kind = (name: LoyaltyKind) => weighed(parts, common, (part) => KINDS[part] === name).points;
  return {
    score,
    parts,
    kinds: { behaviour: kind('behaviour'), attitude: kind('attitude'), emotion: kind('emotion') },
  };
}

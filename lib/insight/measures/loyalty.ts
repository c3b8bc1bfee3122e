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

/** Null: too little is known. */
export function loyaltyOf(
  past: Past,
  params: Params,
  common: Common,
  returns: number | null,
): Loyalty | null {
  const { shares, score, choices } = common;
  const buys = past.buy.n > 0;
  const talks = past.talk.n > 0 && !buys;
  const parts: Loyalty['parts'] = {
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
  const weightOf = (counts: (part: LoyaltyPart) => boolean) => {
    const counted = LOYALTY_PARTS.filter(counts);
    const weight = counted.reduce((sum, part) => sum + choices.loyalty[part], 0);
    const points = counted.reduce((sum, part) => sum + choices.loyalty[part] * (parts[part] ?? 0), 0);
    return { weight, points: weight === 0 ? null : (100 * points) / weight };
  };
  const isKnown = (part: LoyaltyPart) => parts[part] !== null;
  const known = weightOf(isKnown);
  if (known.points === null || known.weight < LEAST_KNOWN * weightOf(() => true).weight) return null;
  const kind = (name: LoyaltyKind) => weightOf((part) => isKnown(part) && KINDS[part] === name).points;
  return {
    score: known.points,
    parts,
    kinds: { behaviour: kind('behaviour'), attitude: kind('attitude'), emotion: kind('emotion') },
  };
}

import type { Params } from '../measure-params';
import { type Common, shareBelow } from './common';
import type { Past } from './past';

/** What loyalty is counted from, with its weight in a hundred and its kind. */
export const LOYALTY_PARTS = {
  returns: { weight: 30, kind: 'behaviour' },
  frequency: { weight: 20, kind: 'behaviour' },
  active: { weight: 15, kind: 'behaviour' },
  spent: { weight: 15, kind: 'behaviour' },
  rating: { weight: 10, kind: 'attitude' },
  engagement: { weight: 10, kind: 'emotion' },
} as const;
export type LoyaltyPart = keyof typeof LOYALTY_PARTS;
export type LoyaltyKind = (typeof LOYALTY_PARTS)[LoyaltyPart]['kind'];

export interface Loyalty {
  /** 0 to 100. */
  score: number;
  /** Each part from 0 to 1; null: not known, its weight goes to the others. */
  parts: Record<LoyaltyPart, number | null>;
  /** The same by kind, 0 to 100; null where no part is known. */
  kinds: Record<LoyaltyKind, number | null>;
}

/** Below so much of the weight nothing is said. */
const LEAST_WEIGHT = 45;
/** What one contact says weighs as much as what is usual. */
const PRIOR = 1;

/** Null: too little is known. */
export function loyaltyOf(
  past: Past,
  params: Params,
  common: Common,
  returns: number | null,
): Loyalty | null {
  const { shares, score } = common;
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
  const known = weightOf(parts, () => true);
  if (known.weight < LEAST_WEIGHT) return null;
  const kind = (name: LoyaltyKind) => {
    const own = weightOf(parts, (part) => LOYALTY_PARTS[part].kind === name);
    return own.weight === 0 ? null : (100 * own.sum) / own.weight;
  };
  return {
    score: (100 * known.sum) / known.weight,
    parts,
    kinds: { behaviour: kind('behaviour'), attitude: kind('attitude'), emotion: kind('emotion') },
  };
}

function weightOf(parts: Loyalty['parts'], counts: (part: LoyaltyPart) => boolean) {
  const known = (Object.keys(parts) as LoyaltyPart[]).filter((part) => parts[part] !== null && counts(part));
  return {
    weight: known.reduce((sum, part) => sum + LOYALTY_PARTS[part].weight, 0),
    sum: known.reduce((sum, part) => sum + LOYALTY_PARTS[part].weight * parts[part]!, 0),
  };
}

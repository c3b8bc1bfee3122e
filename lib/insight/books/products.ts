import { type Interval, shareOf } from '../satisfaction';

/** A purchase of a product by one of those who took part in it. */
export interface Sale {
  /** Names the purchase: one of two people is one purchase, and two sales. */
  id: string;
  who: string;
  /** Days since 1970. */
  day: number;
  /** Products with one key are one product. */
  product: string;
  /** In minor units of one currency; null where it is not known. */
  amount: number | null;
}

export interface ProductFigures {
  product: string;
  buyers: number;
  purchases: number;
  spent: number;
  /** Buyers who bought it on another day too, with the Wilson interval of their share. */
  repeat: Interval & { hits: number };
}

/** What each product came to, by buyers; a count of all purchases. */
export function productFigures(sales: readonly Sale[]): ProductFigures[] {
  const products = new Map<string, { spent: number; purchases: number; days: Map<string, Set<number>> }>();
  const counted = new Set<string>();
  for (const { id, product, who, day, amount } of sales) {
    const one = products.get(product) ?? { spent: 0, purchases: 0, days: new Map() };
    products.set(product, one);
    if (!counted.has(id)) {
      counted.add(id);
      one.spent += amount ?? 0;
      one.purchases += 1;
    }
    one.days.set(who, (one.days.get(who) ?? new Set()).add(day));
  }
  return [...products]
    .map(([product, { spent, purchases, days }]) => {
      const hits = [...days.values()].filter((each) => each.size > 1).length;
      const repeat = { ...(shareOf(hits, days.size) as Interval), hits };
      return { product, buyers: days.size, purchases, spent, repeat };
    })
    .sort((a, b) => b.buyers - a.buyers || b.purchases - a.purchases || (a.product < b.product ? -1 : 1));
}

/** "Who bought A bought B next". */
export interface NextBought {
  from: string;
  to: string;
  /** Buyers of `from` whose next purchase held `to`. */
  support: number;
  /** Buyers of `from` who bought anything else later. */
  of: number;
  /** `support` of `of`, with its Wilson interval. */
  share: Interval;
  /** The share over that of `to` among everybody's next purchases: above 1 it follows `from` more often than others. */
  lift: number;
  /** Who bought `from` and never `to`. */
  candidates: string[];
}

/** Below so many customers who bought a second time nothing is said of what follows what. */
export const FEWEST_FOLLOWED = 20;
/** A pair that fewer customers bought is chance. */
export const FEWEST_SUPPORT = 3;

/**
 * What is bought next, item to item: each customer counts once for a pair, by the products of the next day on which they bought, where
 * these are others. Association by confidence and lift (Agrawal, Imielinski & Swami 1993; Brin et al. 1997).
 * @returns `followed`: customers who bought on a second day, and another product; pairs of a support of three or more, the greatest lift first; none where fewer than twenty followed
 */
export function nextBought(sales: readonly Sale[]): { followed: number; pairs: NextBought[] } {
  const baskets = basketsOf(sales);
  const after = new Map<string, Map<string, Set<string>>>();
  const anyAfter = new Map<string, Set<string>>();
  const reached = new Map<string, Set<string>>();
  const followers = new Set<string>();
  for (const [who, days] of baskets) {
    for (let at = 0; at + 1 < days.length; at++) {
      for (const from of days[at]!) {
        for (const to of days[at + 1]!) {
          if (from === to) continue;
          const next = after.get(from) ?? new Map<string, Set<string>>();
          after.set(from, next);
          put(next, to, who);
          put(anyAfter, from, who);
          put(reached, to, who);
          followers.add(who);
        }
      }
    }
  }
  if (followers.size < FEWEST_FOLLOWED) return { followed: followers.size, pairs: [] };
  const owners = new Map<string, Set<string>>();
  for (const { product, who } of sales) put(owners, product, who);
  const pairs = [...after].flatMap(([from, next]) =>
    [...next].flatMap(([to, people]): NextBought[] => {
      const of = anyAfter.get(from)?.size ?? 0;
      const share = shareOf(people.size, of);
      if (people.size < FEWEST_SUPPORT || !share) return [];
      const usual = (reached.get(to)?.size ?? 0) / followers.size;
      const candidates = [...(owners.get(from) ?? [])].filter((who) => !owners.get(to)?.has(who));
      return [{ from, to, support: people.size, of, share, lift: share.value / usual, candidates }];
    }),
  );
  return {
    followed: followers.size,
    pairs: pairs.sort((a, b) => b.lift - a.lift || b.support - a.support || (a.from < b.from ? -1 : 1)),
  };
}

/** What each bought, a set a day, by day. */
function basketsOf(sales: readonly Sale[]): Map<string, Set<string>[]> {
  const days = new Map<string, Map<number, Set<string>>>();
  for (const { who, day, product } of [...sales].sort((a, b) => a.day - b.day)) {
    const own = days.get(who) ?? new Map<number, Set<string>>();
    days.set(who, own);
    own.set(day, (own.get(day) ?? new Set()).add(product));
  }
  return new Map([...days].map(([who, own]) => [who, [...own.values()]]));
}

function put(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}

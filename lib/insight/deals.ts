import type { Deal, PipelineStage } from '@/lib/crm/deals';
import { type Exchange, minorRate } from '@/lib/crm/rates';
import { type Interval, shareOf } from './satisfaction';

/** Sums, chances and the forecast of deals. */

/** So many deals must be closed before their shares are shown beside what the user typed. */
export const ENOUGH_CLOSED = 20;

/** The stage in which a deal stands; one whose stage is gone stands in the first. */
export function stageOf({ stageId }: Pick<Deal, 'stageId'>, stages: readonly PipelineStage[]): PipelineStage {
  return stages.find((stage) => stage.id === stageId) ?? stages[0]!;
}

/** Amounts by currency, the largest number of deals first. */
export function sumsOf(deals: readonly Pick<Deal, 'amount'>[]): { currency: string; minor: number }[] {
  const sums = new Map<string, { minor: number; n: number }>();
  for (const { amount } of deals) {
    if (!amount) continue;
    const sum = sums.get(amount.currency) ?? { minor: 0, n: 0 };
    sums.set(amount.currency, { minor: sum.minor + amount.minor, n: sum.n + 1 });
  }
  return [...sums]
    .sort(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1))
    .map(([currency, { minor }]) => ({ currency, minor }));
}

/** Currencies of which the user gave no rate: their amounts are in no sum of the base currency. */
export function withoutRate(deals: readonly Pick<Deal, 'amount'>[], exchange: Exchange): string[] {
  const currencies = new Set(deals.flatMap(({ amount }) => amount?.currency ?? []));
  return [...currencies].filter((currency) => Number.isNaN(minorRate(currency, exchange))).sort();
}

/**
 * For each stage the share of closed deals that reached it and were won, with Wilson's interval; null while fewer than
 * `ENOUGH_CLOSED` are closed. Who stood in a later stage has reached an earlier one, and what was won has reached all.
 */
export function wonByStage(
  closed: readonly Pick<Deal, 'state' | 'stageId' | 'passed'>[],
  stages: readonly PipelineStage[],
): Map<string, Interval> | null {
  if (closed.length < ENOUGH_CLOSED) return null;
  const shares = new Map<string, Interval>();
  for (const [at, stage] of stages.entries()) {
    const reached = closed.filter((deal) => deal.state === 'won' || furthest(deal, stages) >= at);
    const share = shareOf(reached.filter((deal) => deal.state === 'won').length, reached.length);
    if (share) shares.set(stage.id, share);
  }
  return shares;
}

function furthest(
  { stageId, passed = [] }: Pick<Deal, 'stageId' | 'passed'>,
  stages: readonly PipelineStage[],
) {
  const places = [stageId, ...passed.map((one) => one.stageId)].map((id) =>
    stages.findIndex((stage) => stage.id === id),
  );
  return Math.max(0, ...places);
}

export interface ForecastMonth {
  /** `YYYY-MM`; '' for deals without a day. */
  month: string;
  deals: number;
  /** All that may come, and what comes of it by the chances of the stages: minor units of the base currency, rounded. */
  all: number;
  weighted: number;
}

/**
 * What open deals come to by the month in which they are expected. One that should have been closed already counts for this month.
 * Amounts without a rate are left out. @param month this month, `YYYY-MM`
 */
export function forecastOf(
  open: readonly Pick<Deal, 'amount' | 'expectedOn' | 'stageId'>[],
  { stages, exchange, month }: { stages: readonly PipelineStage[]; exchange: Exchange; month: string },
): ForecastMonth[] {
  const months = new Map<string, ForecastMonth>();
  for (const deal of open) {
    const rate = deal.amount ? minorRate(deal.amount.currency, exchange) : Number.NaN;
    if (!deal.amount || Number.isNaN(rate)) continue;
    const expected = deal.expectedOn?.slice(0, 7) ?? '';
    const at = expected !== '' && expected < month ? month : expected;
    const sum = months.get(at) ?? { month: at, deals: 0, all: 0, weighted: 0 };
    const worth = deal.amount.minor * rate;
    months.set(at, {
      ...sum,
      deals: sum.deals + 1,
      all: sum.all + worth,
      weighted: sum.weighted + worth * stageOf(deal, stages).chance,
    });
  }
  return [...months.values()]
    .map((one) => ({ ...one, all: Math.round(one.all), weighted: Math.round(one.weighted) }))
    .sort((a, b) => ((a.month || '9999') < (b.month || '9999') ? -1 : 1));
}

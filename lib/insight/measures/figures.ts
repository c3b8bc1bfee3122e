import { EVENT_KINDS, type Events, kindOf, wayOf } from '../events';
import type { Rhythm } from '../rhythm/gaps';
import { type Exchange, strengthOf } from '../rhythm/strength';
import { expectedSpend } from '../value/gamma-gamma';
import { lifetimeValue } from '../value/lifetime-value';
import { likelyPurchases } from '../value/likely-range';
import { mbgCnbdAlive, mbgCnbdExpectedNext, mbgCnbdReturns } from '../value/mbg-cnbd';
import { type Common, historyOf, horizonIn, spendOf } from './common';
import { ANSWER_DAYS, isText, type Past } from './past';

/** Strength of the tie, 0 to 100, from each exchange up to a day. */
export function strengthAt(events: Events, at: number, past: Past, rhythm: Rhythm, today: number): number {
  const exchanges: Exchange[] = [];
  let [lastWay, lastDay] = [0, 0];
  for (let n = events.offsets[at]!; n < events.offsets[at + 1]!; n += 1) {
    const [code, day] = [events.codes[n]!, events.days[n]!];
    const way = wayOf(code);
    if (way === 0 || day > today) continue;
    const answers = way + lastWay === 3 && day - lastDay <= ANSWER_DAYS;
    const before = exchanges.at(-1);
    if (answers && before) before.twoWay = true;
    exchanges.push({ age: today - day, channel: channelOf(code), twoWay: way === 3 || answers });
    [lastWay, lastDay] = [way, day];
  }
  return strengthOf(exchanges, { gap: rhythm.gap, received: past.received, sent: past.sent });
}

function channelOf(code: number): Exchange['channel'] {
  if (isText(code)) return 'text';
  return kindOf(code) === EVENT_KINDS.call ? 'call' : 'meeting';
}

/** Answers looked at, the latest first, and how many it takes. */
const REPLIES = { most: 20, fewest: 3 };

/**
 * Hours until the user answers a mail or message: the median of the last twenty; null below three.
 * @param now minutes since 1970: what lies after it (a meeting that is planned) has answered nothing yet
 */
export function replyHours(events: Events, at: number, now: number): { hours: number; n: number } | null {
  const waits: number[] = [];
  let since: number | null = null;
  for (let n = events.offsets[at]!; n < events.offsets[at + 1]!; n += 1) {
    const [way, minute] = [wayOf(events.codes[n]!), events.at[n]!];
    if (minute > now) break;
    if (way === 1) since ??= minute;
    else if (way === 2 || way === 3) {
      if (since !== null) waits.push((minute - since) / 60);
      since = null;
    }
  }
  const last = waits.slice(-REPLIES.most).sort((a, b) => a - b);
  if (last.length < REPLIES.fewest) return null;
  const middle = last.length >> 1;
  const hours = last.length % 2 ? last[middle]! : (last[middle - 1]! + last[middle]!) / 2;
  return { hours, n: last.length };
}

/** On what coming back is told: purchases, else exchange that goes both ways; null: neither can be told. */
export type Basis = 'buy' | 'both';

export function basisOf(past: Past, common: Common): Basis | null {
  if (past.buy.n > 0 && common.buying) return 'buy';
  return past.both.n > 0 && common.talking ? 'both' : null;
}

/** Probability, 0 to 1, of another purchase (or talk) within the horizon; null: too little data. */
export function returnsOf(past: Past, common: Common, today: number): number | null {
  const basis = basisOf(past, common);
  const model = basis === 'buy' ? common.buying : common.talking;
  if (!basis || !model) return null;
  const history = historyOf(past[basis], today);
  const chance = mbgCnbdReturns(model.params, history, horizonIn(common, basis) / 7);
  return Number.isNaN(chance) ? null : Math.min(1, Math.max(0, chance));
}

const [MONTHS, MONTH] = [12, 365.25 / 12 / 7];

/** What a customer is expected to bring in twelve months, in minor units of the base currency. */
export interface Worth {
  /** Discounted each month, and times the margin that the user named: without one it is what they spend, not what it earns. */
  expected: number;
  /** Purchases of that time, and what one comes to. */
  purchases: number;
  spend: number;
  /** Of ten such customers one brings less than the first, and one more than the second. */
  range: [number, number];
}

/** Null: never bought, or too few customers came back. */
export function worthOf(past: Past, { buying, spending, choices }: Common, today: number): Worth | null {
  if (past.buy.n === 0 || !buying || !spending) return null;
  const { params } = buying;
  const history = historyOf(past.buy, today);
  // The curve is smooth: between the ends of quarters it is drawn straight.
  const ends = [0, 3, 6, 9, 12].map((months) =>
    months === 0 ? 0 : Math.max(0, mbgCnbdExpectedNext(params, history, months * MONTH)),
  );
  const expectedWithin = (t: number) => {
    const at = Math.min(4, t / (3 * MONTH));
    const low = Math.min(3, Math.floor(at));
    return ends[low]! + (at - low) * (ends[low + 1]! - ends[low]!);
  };
  const spend = spendIn(past, spending.params);
  const purchases = ends[4]!;
  const { margin, monthlyDiscount } = choices;
  const given = { months: MONTHS, month: MONTH, spend, margin, monthlyDiscount };
  const expected = lifetimeValue(expectedWithin, given);
  if (!Number.isFinite(expected)) return null;
  const stays = Math.min(1, mbgCnbdAlive(params, history));
  const [few, many] = likelyPurchases(stays, purchases, params.r + params.k * history.x);
  return { expected, purchases, spend, range: [few * spend * margin, many * spend * margin] };
}

/** Mean of a purchase to be expected. Where the model has no mean (q of one or less), the customer's own. */
function spendIn(past: Past, params: NonNullable<Common['spending']>['params']): number {
  const own = spendOf(past);
  if (own.x === 0 && params.q <= 1) return 0;
  return Math.max(0, own.x > 0 && params.p * own.x + params.q <= 1 ? own.mean : expectedSpend(params, own));
}

import { EVENT_KINDS, type Events, kindOf, wayOf } from '../events';

/** Days on which something happened, each once: what a rhythm is read from. */
export interface Series {
  n: number;
  /** Numbers of the first and the last day. */
  first: number;
  last: number;
  /** Sum of the natural logarithms of the days between one and the next. */
  logGaps: number;
  /** Days of the last 91, and of the 91 before. */
  recent: number;
  before: number;
}

/** What the events of one contact come to, up to a day. */
export interface Past {
  /** Exchanges one by one. */
  exchanges: number;
  received: number;
  sent: number;
  /** Days with an exchange, whichever way. */
  talk: Series;
  /** Days on which an exchange went both ways: a talk, or a text that answers one. */
  both: Series;
  /** Days with a purchase. */
  buy: Series;
  purchases: number;
  /** Sum of purchases in minor units of the base currency, and of those after the first day. */
  spent: number;
  spentLater: number;
  /** Days after the first with an amount that is known. */
  paidDays: number;
  /** Quarters since the first exchange or purchase, and those of them with one. */
  quarters: number;
  active: number;
}

export const QUARTER = 91;
/** A text is answered by one that goes the other way within so many days. */
export const ANSWER_DAYS = 30;

const TEXTS: ReadonlySet<number> = new Set([EVENT_KINDS.mail, EVENT_KINDS.message]);
export const isText = (code: number): boolean => TEXTS.has(kindOf(code));

function series(): Series {
  return { n: 0, first: 0, last: 0, logGaps: 0, recent: 0, before: 0 };
}

function add(one: Series, day: number, today: number): void {
  if (one.n > 0 && day <= one.last) return;
  if (one.n === 0) one.first = day;
  else one.logGaps += Math.log(day - one.last);
  one.n += 1;
  one.last = day;
  if (day > today - QUARTER) one.recent += 1;
  else if (day > today - 2 * QUARTER) one.before += 1;
}

/** What the events of a contact come to. What lies after `today` (a meeting that is planned) has not happened. */
export function pastOf(events: Events, at: number, today: number): Past {
  const past: Past = {
    exchanges: 0,
    received: 0,
    sent: 0,
    talk: series(),
    both: series(),
    buy: series(),
    purchases: 0,
    spent: 0,
    spentLater: 0,
    paidDays: 0,
    quarters: 0,
    active: 0,
  };
  const { codes, days, values, offsets } = events;
  let [lastWay, lastDay] = [0, 0];
  let [paidDay, quarter, start] = [Number.NaN, -1, Number.NaN];
  for (let n = offsets[at]!; n < offsets[at + 1]!; n += 1) {
    const [code, day] = [codes[n]!, days[n]!];
    if (day > today) break;
    const way = wayOf(code);
    const bought = kindOf(code) === EVENT_KINDS.purchase;
    if (way === 0 && !bought) continue;
    if (Number.isNaN(start)) start = day;
    const now = Math.floor((day - start) / QUARTER);
    if (now !== quarter) past.active += 1;
    quarter = now;
    if (way !== 0) {
      past.exchanges += 1;
      if (way & 1) past.received += 1;
      if (way & 2) past.sent += 1;
      add(past.talk, day, today);
      if (way === 3 || (way + lastWay === 3 && day - lastDay <= ANSWER_DAYS)) add(past.both, day, today);
      [lastWay, lastDay] = [way, day];
    }
    if (bought) {
      past.purchases += 1;
      const later = past.buy.n > 0 && day > past.buy.first;
      add(past.buy, day, today);
      const value = values[n]!;
      if (Number.isNaN(value)) continue;
      past.spent += value;
      if (!later) continue;
      past.spentLater += value;
      if (day !== paidDay) past.paidDays += 1;
      paidDay = day;
    }
  }
  past.quarters = Number.isNaN(start) ? 0 : Math.floor((today - start) / QUARTER) + 1;
  return past;
}

/** Sum and number of the gaps of a series. */
export const gapsOf = ({ n, first, last, logGaps }: Series) => ({
  n: Math.max(0, n - 1),
  span: last - first,
  logs: logGaps,
});

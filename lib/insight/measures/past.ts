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

/** A series that grows day by day, with the days that it has. */
interface Growing extends Series {
  days: number[];
}

const growing = (): Growing => ({ n: 0, first: 0, last: 0, logGaps: 0, recent: 0, before: 0, days: [] });

function add(one: Growing, day: number): void {
  if (one.n > 0 && day <= one.last) return;
  if (one.n === 0) one.first = day;
  else one.logGaps += Math.log(day - one.last);
  one.n += 1;
  one.last = day;
  one.days.push(day);
}

/** A series as it is seen from a day. */
function seenFrom({ n, first, last, logGaps, days }: Growing, today: number): Series {
  let at = n;
  while (at > 0 && days[at - 1]! > today - QUARTER) at -= 1;
  const recent = n - at;
  while (at > 0 && days[at - 1]! > today - 2 * QUARTER) at -= 1;
  return { n, first, last, logGaps, recent, before: n - recent - at };
}

/** Goes through the events of a contact once, and tells on the way what they come to up to one day after another. */
class Passage {
  private readonly talk = growing();
  private readonly both = growing();
  private readonly buy = growing();
  private exchanges = 0;
  private received = 0;
  private sent = 0;
  private purchases = 0;
  private spent = 0;
  private spentLater = 0;
  private paidDays = 0;
  private active = 0;
  private next: number;
  private lastWay = 0;
  private lastDay = 0;
  private paidDay = Number.NaN;
  private quarter = -1;
  private start = Number.NaN;

  constructor(
    private readonly events: Events,
    private readonly at: number,
  ) {
    this.next = events.offsets[at]!;
  }

  /** What the events come to up to a day, which is not before the one that was asked last. */
  to(today: number): Past {
    const { codes, days, offsets } = this.events;
    const end = offsets[this.at + 1]!;
    for (; this.next < end && days[this.next]! <= today; this.next += 1) {
      const [code, day] = [codes[this.next]!, days[this.next]!];
      const way = wayOf(code);
      const bought = kindOf(code) === EVENT_KINDS.purchase;
      if (way === 0 && !bought) continue;
      if (Number.isNaN(this.start)) this.start = day;
      const now = Math.floor((day - this.start) / QUARTER);
      if (now !== this.quarter) this.active += 1;
      this.quarter = now;
      if (way !== 0) this.talked(way, day);
      if (bought) this.bought(day, this.events.values[this.next]!);
    }
    return {
      exchanges: this.exchanges,
      received: this.received,
      sent: this.sent,
      talk: seenFrom(this.talk, today),
      both: seenFrom(this.both, today),
      buy: seenFrom(this.buy, today),
      purchases: this.purchases,
      spent: this.spent,
      spentLater: this.spentLater,
      paidDays: this.paidDays,
      quarters: Number.isNaN(this.start) ? 0 : Math.floor((today - this.start) / QUARTER) + 1,
      active: this.active,
    };
  }

  private talked(way: number, day: number): void {
    this.exchanges += 1;
    if (way & 1) this.received += 1;
    if (way & 2) this.sent += 1;
    add(this.talk, day);
    if (way === 3 || (way + this.lastWay === 3 && day - this.lastDay <= ANSWER_DAYS)) add(this.both, day);
    [this.lastWay, this.lastDay] = [way, day];
  }

  private bought(day: number, value: number): void {
    this.purchases += 1;
    const later = this.buy.n > 0 && day > this.buy.first;
    add(this.buy, day);
    if (Number.isNaN(value)) return;
    this.spent += value;
    if (!later) return;
    this.spentLater += value;
    if (day !== this.paidDay) this.paidDays += 1;
    this.paidDay = day;
  }
}

/** What the events of a contact come to. What lies after `today` (a meeting that is planned) has not happened. */
export function pastOf(events: Events, at: number, today: number): Past {
  return new Passage(events, at).to(today);
}

/** The same as it was on several days, in one passage. @param days numbers of days, the earliest first */
export function pastsOn(events: Events, at: number, days: readonly number[]): Past[] {
  const passage = new Passage(events, at);
  return days.map((day) => passage.to(day));
}

/** Sum and number of the gaps of a series. */
export const gapsOf = ({ n, first, last, logGaps }: Series) => ({
  n: Math.max(0, n - 1),
  span: last - first,
  logs: logGaps,
});

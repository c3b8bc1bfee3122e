import type { Phrases } from './phrases';
import type { At, Chance } from './random';
import type { PracticeEvent } from './shape';

/** How lively an acquaintance is. */
export interface Pace {
  /** Days since the first and the last exchange. */
  first: number;
  last: number;
  /** Mean days between two occasions. */
  gap: number;
}

/**
 * Two years with one of the crowd: mails with their answers, calls, meetings, chats, some purchases, a promise kept.
 * The last occasion is a talk: nobody of the crowd waits for an answer, so that Today shows the few who do.
 */
export function story(pace: Pace, say: Phrases, by: Chance, at: At, currency: string): PracticeEvent[] {
  const events: PracticeEvent[] = [];
  const buys = by.percent(35);
  for (
    let day = pace.first;
    day > pace.last + 6;
    day -= by.whole(Math.ceil(pace.gap / 2), Math.ceil(pace.gap * 1.5))
  ) {
    events.push(...occasion(workday(day, at), say, by, at));
    if (buys && by.percent(8)) events.push(purchase(day, say, by, at, currency));
  }
  events.push(talk(workday(pace.last, at), say, by, at));
  if (by.percent(12)) events.push(keptPromise(by.whole(pace.last, pace.first), say, by, at));
  for (let count = by.percent(60) ? by.whole(1, 3) : 0; count > 0; count -= 1) {
    const day = by.whole(pace.last, pace.first);
    events.push({ at: at(day, clock(by)), type: 'note', text: by.pick(say.notes), pinned: by.percent(20) });
  }
  return events;
}

function occasion(day: number, say: Phrases, by: Chance, at: At): PracticeEvent[] {
  const kind = by.whole(1, 100);
  if (kind > 82) return [talk(day, say, by, at)];
  if (kind > 70) {
    const direction = by.percent(50) ? 'in' : 'out';
    return [
      {
        at: at(day, clock(by)),
        type: 'message',
        channel: say.channel,
        direction,
        subject: by.pick(say.chats),
      },
    ];
  }
  const subject = by.pick(say.subjects);
  const [asks, answers] = by.percent(55) ? (['in', 'out'] as const) : (['out', 'in'] as const);
  const mails: PracticeEvent[] = [{ at: at(day, clock(by)), type: 'mail', direction: asks, subject }];
  if (by.percent(75)) {
    const later = Math.max(0, day - by.whole(1, 2));
    mails.push({ at: at(later, clock(by)), type: 'mail', direction: answers, subject: say.reply(subject) });
  }
  return mails;
}

function talk(day: number, say: Phrases, by: Chance, at: At): PracticeEvent {
  const when = at(day, clock(by));
  const kind = by.whole(1, 10);
  if (kind === 10) return { at: when, type: 'visit', subject: by.pick(say.visits) };
  if (kind > 6)
    return { at: when, type: 'meeting', subject: by.pick(say.meetings), minutes: 30 * by.whole(1, 4) };
  const direction = by.percent(50) ? 'in' : 'out';
  return { at: when, type: 'call', direction, subject: by.pick(say.calls), minutes: by.whole(3, 25) };
}

function purchase(day: number, say: Phrases, by: Chance, at: At, currency: string): PracticeEvent {
  const scale =
    currency === 'TWD' ? 30 : currency === 'CNY' || currency === 'NOK' || currency === 'HKD' ? 8 : 1;
  const minor = by.whole(4, 190) * 10_000 * scale;
  const number = `20${by.whole(24, 26)}-${by.whole(10, 299)}`;
  return {
    at: at(day, clock(by)),
    type: 'purchase',
    subject: by.pick(say.products),
    text: say.order(number),
    amount: { minor, currency },
  };
}

function keptPromise(day: number, say: Phrases, by: Chance, at: At): PracticeEvent {
  return {
    at: at(day, clock(by)),
    type: 'promise',
    subject: by.pick(say.promises),
    promise: { by: by.percent(70) ? 'me' : 'them', dueInDays: 7 - day, kept: true },
  };
}

/** Office hours. */
function clock(by: Chance): string {
  return `${String(by.whole(8, 17)).padStart(2, '0')}:${String(by.whole(0, 59)).padStart(2, '0')}`;
}

/** The same day or the Friday before. */
function workday(day: number, at: At): number {
  const weekday = new Date(at(day, '12:00')).getDay();
  return weekday === 6 ? day + 1 : weekday === 0 ? day + 2 : day;
}

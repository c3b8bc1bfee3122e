import { addDays, type Day, dayFromNumber, dayNumber } from '@/lib/crm/calendar';
import { weekOf } from './figures';

/** Exchange by week, the last week being this one. A week begins on Monday. */
export interface Pulse {
  from: Day;
  received: number[];
  sent: number[];
}

/** The Monday of a week by its number in `Figures.weeks`. */
export function mondayOfWeek(week: number): Day {
  return addDays(dayFromNumber(0), 7 * week - 3);
}

/**
 * The latest weeks of what a contact's figures count: mails and messages, received and sent; a call, a meeting or a
 * visit is both. The figures count weeks in UTC: what lies in the coming week there already is of today here.
 * @param weeks 104 for a profile, 26 for a row of the table
 */
export function pulse(counts: Record<number, [number, number]>, today: Day, weeks: number): Pulse {
  const last = weekOf(dayNumber(today) * 86_400_000);
  const first = last - weeks + 1;
  const received = new Array<number>(weeks).fill(0);
  const sent = new Array<number>(weeks).fill(0);
  for (let week = first; week <= last + 1; week += 1) {
    const count = counts[week];
    if (!count) continue;
    const at = Math.min(week, last) - first;
    received[at]! += count[0];
    sent[at]! += count[1];
  }
  return { from: mondayOfWeek(first), received, sent };
}

import { type Day, daysBetween, type LocalMoment, localMoment } from '@/lib/crm/calendar';

/** Now, on the user's wall: what ages, lateness and weeks are counted by. */
export interface Today extends LocalMoment {
  /** Epoch milliseconds. */
  now: number;
  /** The local day of a moment. */
  dayAt(moment: number): Day;
  /** Whole local days from a moment's day to this one: 0 on the same day, negative for what lies ahead. */
  daysSince(moment: number): number;
}

/** Making a formatter costs a hundred times its use, and a time line asks for the day of each of its rows. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * @param now epoch milliseconds
 * @param zone IANA name such as `Asia/Shanghai`; an unknown one throws RangeError
 */
export function todayAt(now: number, zone: string): Today {
  const at = localMoment(now, zone);
  let format = formats.get(zone);
  if (!format) {
    // Swedish writes a day as YYYY-MM-DD.
    format = new Intl.DateTimeFormat('sv-SE', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: zone,
    });
    formats.set(zone, format);
  }
  const write = format;
  const dayAt = (moment: number) => write.format(moment);
  return { ...at, now, dayAt, daysSince: (moment) => daysBetween(dayAt(moment), at.day) };
}

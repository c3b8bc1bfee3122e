import { localMoment } from '@/lib/crm/calendar';
import type { FileMoment } from '@/lib/exchange/file-contacts';

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/;
/** A day without a time is kept as its noon: that is the same day in nearly every zone that the user may travel to. */
const NOON = '12:00';

/**
 * The moment of a file's text, and how exact it is; null for a text that is none.
 * @param zone IANA name, for a text without an offset
 */
export function momentOf(
  text: FileMoment,
  zone: string,
): { at: number; precision: 'second' | 'minute' | 'day' } | null {
  const [, day, time, seconds, offset] = MOMENT.exec(text) ?? [];
  if (!day) return null;
  const precision = !time ? 'day' : seconds ? 'second' : 'minute';
  const wall = Date.parse(`${day}T${time ?? NOON}${seconds ?? ':00'}Z`);
  if (Number.isNaN(wall)) return null;
  if (offset) return { at: Date.parse(`${day}T${time}${seconds ?? ':00'}${offset}`), precision };
  // The offset at the moment that is looked for: near a change of the clocks the first guess may be an hour off.
  const guess = wall - offsetAt(wall, zone);
  return { at: wall - offsetAt(guess, zone), precision };
}

/** Milliseconds by which the clocks of a zone are ahead of UTC. */
function offsetAt(moment: number, zone: string): number {
  const { day, time } = localMoment(moment, zone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(moment / 60_000) * 60_000;
}

import { EVENTS, type TrackedEvent, type Who } from '../../lib/surveys/answer';
import type { Happening } from '../loader/contract';

/** What happened, of somebody who is known and agreed; nothing for a name that only triggers surveys. */
export function eventOf(
  name: string,
  who: Who,
  { subject, amount }: Happening = {},
): TrackedEvent | undefined {
  if (name !== 'purchase' && name !== 'visit') return;
  return {
    v: 1,
    id: crypto.randomUUID(),
    seq: 0,
    form: EVENTS,
    at: Date.now(),
    track: name,
    page: location.origin + location.pathname,
    who,
    ...(subject && { subject }),
    ...(amount && { amount }),
  };
}

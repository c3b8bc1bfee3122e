import { v7 as uuid } from 'uuid';
import type { Database } from './database';

/**
 * Hybrid logical clock: 12 hex digits of milliseconds, 4 of a counter, `-`, the device's id. It sorts as text, never
 * goes back when the computer's clock does, and names who wrote.
 */
export type Clock = string;

const MOST = 0xffff;

/** A clock that later ones can follow: one of a far millennium would leave no digit to count on. */
export const CLOCK = /^0[0-9a-f]{15}-.+$/;

/** The clock after `last` at `now` (epoch ms). `last` is '' before the first. */
export function nextClock(last: Clock, now: number, device: string): Clock {
  const lastAt = last ? clockAt(last) : 0;
  const counter = last ? Number.parseInt(last.slice(12, 16), 16) : 0;
  if (now > lastAt) return clockText(now, 0, device);
  return counter < MOST ? clockText(lastAt, counter + 1, device) : clockText(lastAt + 1, 0, device);
}

function clockText(at: number, counter: number, device: string): Clock {
  return `${at.toString(16).padStart(12, '0')}${counter.toString(16).padStart(4, '0')}-${device}`;
}

/** When a clock was, as epoch ms. */
export function clockAt(clock: Clock): number {
  return Number.parseInt(clock.slice(0, 12), 16);
}

/** Takes the next clock, inside a transaction that may write `meta`. */
export async function tick(db: Database, now: number): Promise<{ clock: Clock; device: string }> {
  const [last, known] = await db.meta.bulkGet(['clock', 'device']);
  const device = known ? String(known.value) : uuid();
  const clock = nextClock(String(last?.value ?? ''), now, device);
  await db.meta.bulkPut([
    { key: 'clock', value: clock },
    { key: 'device', value: device },
  ]);
  return { clock, device };
}

/** Makes later clocks of this device sort behind one that came from elsewhere, inside a transaction. */
export async function observe(db: Database, foreign: Clock): Promise<void> {
  const last = await db.meta.get('clock');
  if (String(last?.value ?? '') < foreign) await db.meta.put({ key: 'clock', value: foreign });
}

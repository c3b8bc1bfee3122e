import type { Evidence, Param, Words } from '@/lib/api/views';
import type { Activity } from '@/lib/crm/activities';
import type { Measures } from '@/lib/insight/measures';

/** What figures of one contact are said of. */
export interface About {
  /** Of this contact alone. */
  measures: Measures;
  currency: string;
  /** The last exchange and the last purchase. */
  talk: Activity | null;
  purchase: Activity | null;
  /** Whether figures of trade are told: see `isTradedWith`. */
  trade: boolean;
}

export function words(key: string, params: Record<string, Param> = {}): Words {
  return { key: `figures.${key}`, params };
}

/** A probability as it is said: nothing is certain. */
export const percent = (share: number): number => Math.min(99, Math.max(1, Math.round(100 * share)));
/** Days as they are said: tenths only below ten. */
export const days = (value: number): number => (value < 10 ? Math.round(10 * value) / 10 : Math.round(value));

export function moneyOf(minor: number, { currency }: About): Param {
  return { money: { minor: Math.round(minor), currency } };
}

/** An activity that a figure rests on. */
export function evidenceOf(activity: Activity | null, key: 'ev_talk' | 'ev_purchase'): Evidence[] {
  if (!activity) return [];
  const { id, at, subject, link } = activity;
  return [{ quote: subject || null, words: words(key, { date: { moment: at } }), at, activityId: id, link }];
}

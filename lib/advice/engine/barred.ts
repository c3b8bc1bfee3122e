import type { Channel, Contact, PointKind } from '@/lib/crm/contacts';
import type { Outcome } from '@/lib/crm/outcomes';
import { isBarred, reachedBy, said, type TraitTest } from '@/lib/insight/traits';
import { hash } from './draw';

/** Why something is not advised, whatever it would score. */
export type Bar =
  | 'off'
  | 'doNotContact'
  | 'imported'
  | 'consent'
  | 'unreachable'
  | 'never'
  | 'later'
  | 'cooling'
  | 'cap'
  | 'control';

/** What a play needs to be allowed. */
export interface Bound {
  id: string;
  off: boolean;
  /** How it reaches the contact; null: it is no word to them. */
  channel: Channel | null;
  /** Days until it may be advised again after an answer. */
  coolingDays: number;
}

/** What is known of a contact before anything is scored. */
export interface Standing {
  contact: Pick<Contact, 'id' | 'points' | 'consents' | 'doNotContact'>;
  /** Whether the user took the contact up, or it only came with a file. */
  touched: boolean;
  /** All that became of advice about the contact. */
  outcomes: readonly Outcome[];
  /** Contacts that were ever advised on. */
  advised: number;
  /** Epoch ms. */
  now: number;
}

const DAY = 86_400_000;
/** So often somebody is written to by advice: in so many days. */
const CAPS = [
  { days: 7, most: 1 },
  { days: 30, most: 3 },
] as const;
/** From so many advised contacts on a few are held out, so that advised and not advised can be compared. */
export const CONTROL_FROM = 500;
const CONTROL_SHARE = 0.02;

const REACHED_BY: Readonly<Partial<Record<Channel, readonly PointKind[]>>> = {
  mail: ['email'],
  phone: ['phone'],
  message: ['phone', 'handle', 'wechat', 'whatsapp', 'line', 'qq'],
};

/**
 * Whether the contact belongs to those that are held out: the same contacts every day and on every computer. Drawn by the id alone, which
 * goes where the data goes and is chance itself: were it the computer that draws, one to which the data moved would mix the two groups.
 */
export function isControl(contactId: string, advised: number): boolean {
  return advised >= CONTROL_FROM && hash(`control|${contactId}`) < CONTROL_SHARE * 2 ** 32;
}

/**
 * Whether a play has left its place empty for a contact before this day and may not do so again yet. Nobody can answer what is held out:
 * it stands for its day, and then cools off as what was answered does, or the day would fill with empty places.
 */
export function restsHeld(
  { id, coolingDays }: Pick<Bound, 'id' | 'coolingDays'>,
  { outcomes, now, day }: Pick<Standing, 'outcomes' | 'now'> & { day: string },
): boolean {
  return outcomes.some(
    (one) =>
      one.playId === id && one.became === 'held' && one.day !== day && one.shownAt > now - coolingDays * DAY,
  );
}

/** Whom a play is barred for by what traits tell: these, whatever else is known of them, and others besides. */
export function barredByTraits({ channel }: Pick<Bound, 'channel'>): TraitTest {
  if (!channel) return isBarred;
  const kinds = REACHED_BY[channel];
  const [hasRefused, isReached] = [said(channel, 'refused'), kinds ? reachedBy(kinds) : () => true];
  return (traits) => isBarred(traits) || hasRefused(traits) || !isReached(traits);
}

/** What bars a play for a contact, the hardest first; null: nothing does. */
export function barOf(play: Bound, standing: Standing): Bar | null {
  const { contact, touched, now } = standing;
  if (play.off) return 'off';
  if (contact.doNotContact) return 'doNotContact';
  if (!touched) return 'imported';
  if (play.channel) {
    const consent = contact.consents[play.channel]?.state;
    if (consent === 'refused' || consent === 'withdrawn') return 'consent';
    const kinds = REACHED_BY[play.channel];
    const has = Object.values(contact.points).some(({ kind }) => kinds?.includes(kind));
    if (kinds && !has) return 'unreachable';
  }
  const own = standing.outcomes.filter(({ playId }) => playId === play.id);
  if (own.some(({ became }) => became === 'never')) return 'never';
  if (own.some(({ became, until }) => became === 'later' && (until ?? 0) > now)) return 'later';
  const cold = now - play.coolingDays * DAY;
  const cools = ({ became, decidedAt }: Outcome) =>
    (became === 'done' || became === 'dismissed') && (decidedAt ?? 0) > cold;
  if (own.some(cools)) return 'cooling';
  const done = standing.outcomes.filter(({ became }) => became === 'done');
  const within = (days: number) => done.filter(({ decidedAt }) => (decidedAt ?? 0) > now - days * DAY).length;
  if (CAPS.some(({ days, most }) => within(days) >= most)) return 'cap';
  return isControl(contact.id, standing.advised) ? 'control' : null;
}

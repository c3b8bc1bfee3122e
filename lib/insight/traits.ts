import { isAutomaticAddress } from '@/lib/crm/automatic';
import type { Channel, Contact, PointKind } from '@/lib/crm/contacts';
import type { Clause } from '@/lib/crm/segments';

type DateKind = Contact['dates'][string]['kind'];

/**
 * What a contact's own row says that is yes or no, as the bits of one whole number: whether it may be contacted, what was said to each channel,
 * how it can be reached, which dates it has. The bits are stored: one that is taken stays, a new one is free until now, and `LISTS_VERSION`
 * grows. None rests on a day, so that none is stale in the morning.
 */

const BARRED = 1;
/** The first of two bits, see `SAID`. */
const CONSENT: Readonly<Record<Channel, number>> = { mail: 1, phone: 3, message: 5, visit: 7, survey: 9 };
const SAID = { none: 0, given: 1, refused: 2 } as const;
const POINT: Readonly<Record<PointKind, number>> = {
  email: 1 << 11,
  phone: 1 << 12,
  handle: 1 << 13,
  url: 1 << 14,
  wechat: 1 << 15,
  whatsapp: 1 << 16,
  line: 1 << 17,
  qq: 1 << 18,
  postal: 1 << 19,
};
const DATE: Readonly<Record<DateKind, number>> = {
  birthday: 1 << 20,
  anniversary: 1 << 21,
  contract: 1 << 22,
  renewal: 1 << 23,
  other: 1 << 24,
  warranty: 1 << 27,
};
/** One of its mail addresses is a machine's. */
const ROBOT = 1 << 25;
/** A step of theirs was put off, for a time or for ever. */
const PUT_OFF = 1 << 26;

type Said = keyof typeof SAID;

/** Refused and withdrawn are a refusal; asked without an answer is none. */
export function consentOf({ consents }: Pick<Contact, 'consents'>, channel: Channel): Said {
  const state = consents[channel]?.state;
  if (state === 'given') return 'given';
  return state === 'refused' || state === 'withdrawn' ? 'refused' : 'none';
}

/** The traits of a contact, 28 bits. A date counts once its day is known, unless it was put aside. */
export function traitsOf(
  contact: Pick<Contact, 'doNotContact' | 'consents' | 'points' | 'dates' | 'snoozes'>,
): number {
  let traits = contact.doNotContact === null ? 0 : BARRED;
  for (const channel of Object.keys(CONSENT) as Channel[])
    traits |= SAID[consentOf(contact, channel)] << CONSENT[channel];
  for (const { kind, key } of Object.values(contact.points)) {
    traits |= POINT[kind];
    if (kind === 'email' && isAutomaticAddress(key)) traits |= ROBOT;
  }
  for (const { kind, date, asideAt } of Object.values(contact.dates))
    if (date.day !== undefined && asideAt === undefined) traits |= DATE[kind];
  return Object.keys(contact.snoozes ?? {}).length > 0 ? traits | PUT_OFF : traits;
}

/** Asks something of traits. */
export type TraitTest = (traits: number) => boolean;

/** A clause that traits tell; null for one that they do not. */
export function traitTest(clause: Clause): TraitTest | null {
  switch (clause.ask) {
    case 'doNotContact':
      return (traits) => ((traits & BARRED) !== 0) === clause.is;
    case 'consent':
      return said(clause.channel, clause.state);
    case 'point': {
      if (clause.has !== 'empty' && clause.has !== 'filled') return null;
      const has = reachedBy([clause.kind]);
      return clause.has === 'filled' ? has : (traits) => !has(traits);
    }
    default:
      return null;
  }
}

/** Who said so of a channel. */
export function said(channel: Channel, state: Said): TraitTest {
  const [at, wanted] = [CONSENT[channel], SAID[state]];
  return (traits) => ((traits >> at) & 3) === wanted;
}

/** Who has an address of one of these kinds. */
export function reachedBy(kinds: readonly PointKind[]): TraitTest {
  const bits = kinds.reduce((sum, kind) => sum | POINT[kind], 0);
  return (traits) => (traits & bits) !== 0;
}

export const isBarred: TraitTest = (traits) => (traits & BARRED) !== 0;

/** Whose mail may need no answer: a machine wrote it, or the user said so. */
export const mayNeedNoAnswer: TraitTest = (traits) => (traits & (ROBOT | PUT_OFF)) !== 0;

/** Who has a date of this kind, of which the day is known. */
export const hasDate =
  (kind: DateKind): TraitTest =>
  (traits) =>
    (traits & DATE[kind]) !== 0;

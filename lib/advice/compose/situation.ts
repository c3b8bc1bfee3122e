import type { Stage } from '@/lib/api/views';

/** One known person whom the draft goes to, as the check sees them. Moments are epoch ms. */
export interface Recipient {
  contactId: string;
  name: string;
  /** Other names: as the page shows it, a nickname. */
  called: string[];
  /** None for a colleague of the user. */
  company: { id: string | null; name: string } | null;
  cases: { id: string; number: string; title: string; openedAt: number }[];
  doNotContact: { at: number; reason: string } | null;
  /** To mail; null: nothing is known. */
  consent: { state: 'given' | 'refused' | 'withdrawn' | 'asked'; at: number; basis: string } | null;
  stage: Stage | null;
  lastAt: number | null;
  /** Days since the last exchange, and days that usually pass; null where there was none. */
  silence: number | null;
  gap: number | null;
  /** Probability that the next exchange is late by their own rhythm. */
  overdue: number | null;
  same: { at: number; from: string | null } | null;
  isPersonal: boolean;
  /** Rules that the user put aside for this person. */
  quiet: ReadonlySet<string>;
}

/** A draft as the check sees it. */
export interface ComposeSituation {
  recipients: Recipient[];
  /** Names of recipients that are no contacts, as the page shows them. */
  strangers: string[];
  /** First line of the text; null where it is not read. */
  first: string | null;
}

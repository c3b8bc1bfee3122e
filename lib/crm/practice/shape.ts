import type { z } from 'zod';
import type { ActivityType, Direction } from '../activities';
import type { PartialDate } from '../calendar';
import type { Channel, DateKind, PointKind } from '../contacts';
import type { Money } from '../row';

/** The invented people of the practice mailbox, as plain data: whoever stores them makes rows of it. */

export type PracticeLanguage = 'en' | 'zh-Hans' | 'zh-Hant';

export interface PracticeEvent {
  /** Epoch milliseconds. */
  at: number;
  type: ActivityType;
  direction?: Direction;
  channel?: string;
  subject?: string;
  text?: string;
  minutes?: number;
  amount?: Money;
  pinned?: boolean;
  /** Of a mark of mood, from -2 to 2. */
  value?: number;
  /** Days from today to the due day, negative when it is over; null without a date. */
  promise?: { by: 'me' | 'them'; dueInDays: number | null; kept: boolean };
  /** The very words, where they differ from the subject. */
  evidence?: string;
  /** Keys of others who took part. */
  others?: string[];
  /** Id of the mail in the practice mailbox. */
  mail?: string;
}

export interface PracticeTask {
  title: string;
  /** Days from today, negative when late; null without a date. */
  dueInDays: number | null;
  done: boolean;
}

/** A birthday by its date, or by when it comes next: what is near must be near on any day of the year. */
export type PracticeBirthday = PartialDate | { inDays: number; turning: number; lunar: boolean };

export interface PracticePerson {
  /** Unique; the local part of the address. */
  key: string;
  name: string;
  language: PracticeLanguage;
  kind: 'work' | 'personal';
  company: string | null;
  title: string | null;
  city: string | null;
  speaks?: string;
  points: { kind: PointKind; value: string }[];
  tags: string[];
  birthday: PracticeBirthday | null;
  dates: { kind: z.infer<typeof DateKind>; label?: string; inDays: number }[];
  consents: Partial<Record<Channel, 'given' | 'refused' | 'asked'>>;
  cadenceDays: number | null;
  autolog: boolean;
  addedAt: number;
  events: PracticeEvent[];
  tasks: PracticeTask[];
}

export interface PracticeCompany {
  name: string;
  domain: string;
  city: string;
  /** Name of the region's tag, in the people's language. */
  region: string;
  currency: string;
  language: PracticeLanguage;
}

/** A mail of the practice mailbox. Addresses are `name` and `address`; the user's own is `OWNER`. */
export interface PracticeMail {
  id: string;
  direction: Direction;
  from: { name: string; address: string };
  to: { name: string; address: string }[];
  subject: string;
  /** Epoch milliseconds. */
  date: number;
  paragraphs: string[];
  unread: boolean;
  language: PracticeLanguage;
}

import type { ImportDraft } from '@/lib/api/views';
import type { ActivityType, Direction } from '@/lib/crm/activities';
import type { CaseKind, CaseState } from '@/lib/crm/cases';
import type { Channel } from '@/lib/crm/contacts';
import type { ExitReason } from '@/lib/crm/exit-reasons';
import type { Money } from '@/lib/crm/row';
import type { HeldBack } from './file-error';
import type { Mapping } from './mapping';

export type FileFormat =
  | 'vcard'
  | 'ldif'
  | 'google-csv'
  | 'linkedin-csv'
  | 'outlook-csv'
  | 'thunderbird-csv'
  | 'windows-live-csv'
  | 'hubspot-csv'
  | 'zoho-csv'
  | 'csv';

/** All that a file says. Text of it is hostile: it is shown as text and checked by the contract before it is written. */
export interface FileContacts {
  format: FileFormat;
  /** Label of the encoding in which the bytes were read (`utf-8`, `gb18030`); none when text was read. */
  encoding?: string;
  /** A person once for each card or entry; in tables of purchases, deals, tickets and activities once for all rows of that person. */
  drafts: FileDraft[];
  /** Rows that are about a company and no person; of deals that name a company alone, once for all of it. */
  companies: FileCompany[];
  /** Lines and values that were left out or taken as something else, each with its reason. */
  heldBack: HeldBack[];
  /** Columns and properties without a field of their own, with how often they had a value. Their values are in `kept`. */
  unmapped: { property: string; count: number }[];
  /** Tables only: the header, the first rows below it, and what each column was taken for. */
  header?: string[];
  samples?: string[][];
  mapping?: Mapping;
}

export interface FileDraft extends ImportDraft {
  /** Line or row of the file, from 1. */
  where: string;
  kept?: Kept[];
  photo?: Photo;
  /** What other programs call this person (`hubspot:501`): the same in every export of theirs, so it finds the person again. */
  external?: string[];
  /** Nothing but that is known of the person: it finds who was imported before, and makes nobody. `name` repeats it. */
  unnamed?: true;
  /** Channels on which the person does not want to be written to, as the file says. */
  refuses?: Channel[];
  activities?: FileActivity[];
  cases?: FileCase[];
  deals?: FileDeal[];
}

export interface FileCompany extends Pick<ImportDraft, 'name' | 'points' | 'facts' | 'tags' | 'note'> {
  where: string;
  kept?: Kept[];
  external?: string[];
  /** With the company alone; what names people is theirs. */
  deals?: FileDeal[];
}

/**
 * What has no field. With `params` it is a property of a vCard: `value` is written as in a card, still escaped, and a writer
 * puts the line back as it was. Without them `name` is the heading of a column or an LDIF attribute, and `value` plain text.
 *
 * `N` and `ADR` are the parts of what has a field as well (the name, a postal address): a writer gives them in its
 * place as long as `joinedName` or `joinedAddress` of the parts is still that value.
 */
export interface Kept {
  name: string;
  /** `item1` of `item1.X-ABRELATEDNAMES`. */
  group?: string;
  params?: Record<string, string[]>;
  value: string;
}

/** A picture that is one by its first bytes. */
export interface Photo {
  type: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';
  base64: string;
}

/** `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `...:SS` in local time of the reader's place, or with `Z` or an offset. */
export type FileMoment = string;

export interface FileActivity {
  /** Same for the same event in every reading: kept as external key, it is logged once, also when several people share it. */
  key: string;
  type: Extract<ActivityType, 'mail' | 'call' | 'meeting' | 'message' | 'purchase' | 'visit' | 'note'>;
  at: FileMoment;
  subject: string;
  text: string;
  direction?: Direction;
  amount?: Money;
  minutes?: number;
}

export interface FileCase {
  key: string;
  kind: CaseKind;
  title: string;
  text: string;
  state: CaseState;
  openedAt: FileMoment;
  resolvedAt?: FileMoment;
}

export interface FileDeal {
  /** Same for the same deal in every reading, and for all whom it is with. */
  key: string;
  title: string;
  /** The stage in the file's own words. */
  stage: string;
  state: 'open' | 'won' | 'lost';
  amount?: Money;
  /** Day on which an open one is expected, `YYYY-MM-DD`. */
  expectedOn?: string;
  closedAt?: FileMoment;
  madeAt?: FileMoment;
  reason?: string;
  reasonCode?: ExitReason;
  text: string;
}

/** What the user chose in the preview, or what is known of the owner; all may be left out. */
export interface ReadOptions {
  /** Label of an encoding, instead of the one that the bytes tell. */
  encoding?: string;
  /** For tables: instead of the one that the header tells. */
  mapping?: Mapping;
  /** ISO 4217, for amounts that name no currency and have none in the mapping. */
  currency?: string;
}

import type { FilledPart, MergeField } from '@/lib/crm/merge-fields';

/** Views of templates and of the mail that is being written. Types only, free of zod. */

export interface TemplateRow {
  id: string;
  name: string;
  language: 'en' | 'zh-Hans' | 'zh-Hant';
  labels: string[];
  text: string;
  changedAt: number;
  /** One of its labels is a tag of the contact that was asked for. */
  fits: boolean;
  /** When it was last put into a mail for that contact on this computer, epoch ms. */
  usedAt: number | null;
}

/** Templates, with what is known of the contact that was asked for. */
export interface TemplateList {
  rows: TemplateRow[];
  /** The contact's language as their profile has it. */
  language: TemplateRow['language'] | null;
  /** Of the contact. */
  name: string | null;
}

/** A text with its fields filled for somebody. */
export interface FilledText {
  parts: FilledPart[];
  text: string;
  /** Fields for which nothing is known and nothing stands in. */
  missing: MergeField[];
}

/** What a line of the check speaks of. */
export type CheckRule =
  | 'companies'
  | 'doNotContact'
  | 'consent'
  | 'case'
  | 'stage'
  | 'silence'
  | 'sameText'
  | 'greeting';

/** One thing to know before a mail is sent. The view has the words. */
export interface CheckLine {
  rule: CheckRule;
  /** Whom it is about; null where it is about the mail as a whole. */
  contactId: string | null;
  /** Under which name the user can put it aside for this contact. */
  key: string;
  /** What the sentence has in its blanks. */
  params: Record<string, string | number>;
  /** What it rests on: lines of text, each perhaps with a day (epoch ms) and a page of the workspace. */
  evidence: { text: string; at: number | null; href: string | null }[];
}

/** The draft that a tab shows. */
export interface ComposeView {
  /** Tells this draft from another: its document and recipients. */
  key: string;
  /** Contacts among the recipients, in order. */
  contactIds: string[];
  /** Recipients, known or not. */
  recipients: number;
  lines: CheckLine[];
  /** The user let the text of drafts be read on this site. */
  reads: boolean;
}

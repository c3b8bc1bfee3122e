import type { Activity } from '@/lib/crm/activities';
import type { Case } from '@/lib/crm/cases';
import type { Contact } from '@/lib/crm/contacts';
import type { Purpose } from '@/lib/crm/settings';
import type { Task } from '@/lib/crm/tasks';

/** What is known of one contact: all that advice rests on. */
export interface Situation {
  contact: Contact;
  /** The contact's id and those of contacts merged into it. */
  contactIds: string[];
  /** Newest first, without deleted ones. Holds the latest exchange, and every promise that is open however old. */
  activities: Activity[];
  /** Whether anything but an imported file tells of exchange or thought: a mail, a note, a call. */
  taken: boolean;
  /** Open ones. */
  tasks: Task[];
  /** Those that are not resolved, and those to be looked at again. */
  cases: Case[];
  /** Since when mails of this contact are logged without asking, epoch ms; null: by hand. */
  loggedSince: number | null;
  /** What the user keeps contacts for. */
  purpose: Purpose;
}

/** Days ahead at which a task or promise counts as near: it is listed before what has no date. */
export const DUE_LEAD_DAYS = 7;
/** Days ahead at which Today shows that a cadence wants contact. */
export const CADENCE_LEAD_DAYS = 2;
/** Older mails and messages without an answer are history, no duty: the silence itself is told then. */
export const UNANSWERED_DAYS = 90;
/** Days during which a new contact is offered a cadence. */
export const FRESH_DAYS = 30;

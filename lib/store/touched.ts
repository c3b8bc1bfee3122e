import type { Activity } from '@/lib/crm/activities';
import type { Case } from '@/lib/crm/cases';
import type { ChangedTable } from '@/lib/crm/changes';
import type { Contact } from '@/lib/crm/contacts';
import type { Deal } from '@/lib/crm/deals';
import type { Outcome } from '@/lib/crm/outcomes';
import type { Invite, SurveyResponse } from '@/lib/crm/surveys';
import type { Task } from '@/lib/crm/tasks';
import { type Body, same } from './edits';

/** What a command did to the rows about one contact. */
export interface Touched {
  /** New activities. */
  added: Activity[];
  /** An activity was changed or taken away: count them all. */
  anew: boolean;
  /** A task or promise was touched. */
  duties: boolean;
  /** The contact's body when it was itself written. */
  contact: Contact | null;
}

/** Fields of a contact on which its figures rest: a tag, a fact or a name moves none of them. */
const FIGURED = ['deletedAt', 'mergedInto', 'cadence', 'dates'] as const;

/** Contacts that a row is about. */
export function aboutWhom(table: ChangedTable, before: Body | null, after: Body): string[] {
  const people = (body: Body | null): string[] => {
    if (!body) return [];
    if (table === 'contacts') return [body.id];
    if (table === 'tasks' || table === 'cases' || table === 'deals') {
      return (body as unknown as Task | Case | Deal).contactIds;
    }
    if (table === 'responses' || table === 'invites' || table === 'outcomes') {
      return [(body as unknown as SurveyResponse | Invite | Outcome).contactId ?? []].flat();
    }
    if (table === 'activities') {
      return (body as unknown as Activity).participants.map((one) => one.contactId);
    }
    return [];
  };
  return [...new Set([...people(before), ...people(after)])];
}

/** Notes what a written row means for the figures of the contacts that it is about. */
export function touch(
  touched: Map<string, Touched>,
  table: ChangedTable,
  before: Body | null,
  after: Body,
  about: string[],
): void {
  if (table === 'contacts' && before && FIGURED.every((field) => same(before[field], after[field]))) return;
  if (table === 'responses' || table === 'invites' || table === 'outcomes') return;
  for (const id of about) {
    const one = touched.get(id) ?? { added: [], anew: false, duties: false, contact: null };
    touched.set(id, one);
    // No figure rests on a case or a deal, but views ask again when their contact's revision has risen.
    if (table === 'tasks' || table === 'cases' || table === 'deals') one.duties = true;
    if (table === 'contacts') {
      one.contact = after as unknown as Contact;
      // Back from deletion, or merged: what was counted before is gone.
      if (before && (before.deletedAt !== after.deletedAt || before.mergedInto !== after.mergedInto)) {
        one.anew = true;
        one.duties = true;
      }
      for (const root of [before?.mergedInto, after.mergedInto]) {
        if (typeof root === 'string' && before?.mergedInto !== after.mergedInto) {
          touched.set(root, { added: [], contact: null, ...touched.get(root), anew: true, duties: true });
        }
      }
    }
    if (table === 'activities') {
      const activity = after as unknown as Activity;
      if (activity.type === 'promise') one.duties = true;
      if (before === null && activity.deletedAt === null) one.added.push(activity);
      else one.anew = true;
    }
  }
}

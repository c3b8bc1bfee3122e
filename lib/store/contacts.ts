import type { Contact } from '@/lib/crm/contacts';
import type { Progress } from './batch';
import { command } from './command';
import { contactOf, type Draft, readNamedIn } from './contact-draft';
import { deleteRows, forEachRow } from './each-row';
import type { Context } from './work';

type Done = Record<string, never>;

/** Adds a contact, with the company, tags and note that its draft names. */
export function addContact(ctx: Context, { draft }: { draft: Draft }): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const named = await readNamedIn(work, [draft]);
    return { id: contactOf(work, draft, named).id };
  });
}

/** Adds several contacts as one change. */
export function addContacts(ctx: Context, { drafts }: { drafts: Draft[] }): Promise<{ ids: string[] }> {
  return command(ctx, async (work) => {
    const named = await readNamedIn(work, drafts);
    return { ids: drafts.map((draft) => contactOf(work, draft, named).id) };
  });
}

/** What `editContact` may set: only what is given. */
export interface ContactEdit {
  id: string;
  name?: string | undefined;
  kind?: Contact['kind'] | undefined;
  autolog?: boolean | undefined;
  cadence?: { days: number } | null | undefined;
  doNotContact?: { reason: string } | null | undefined;
}

/** Sets fields of a contact. A cadence counts from now, or from the last contact after it. */
export function editContact(ctx: Context, given: ContactEdit): Promise<Done> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', given.id);
    if (given.name !== undefined) contact.name = given.name;
    if (given.kind !== undefined) contact.kind = given.kind;
    if (given.autolog !== undefined) setAutolog(contact, given.autolog, work.now);
    if (given.cadence !== undefined) contact.cadence = cadenceOf(given.cadence?.days ?? null, work.now);
    if (given.doNotContact !== undefined) {
      contact.doNotContact = given.doNotContact && { ...given.doNotContact, at: work.now };
    }
    return {};
  });
}

function setAutolog(contact: Contact, on: boolean, now: number): void {
  if (on && !contact.autolog) contact.autologSince = now;
  if (!on) delete contact.autologSince;
  contact.autolog = on;
}

function cadenceOf(days: number | null, now: number): Contact['cadence'] {
  return days === null ? null : { days, since: now };
}

/** Sets or clears the cadence of many contacts. */
export function setCadence(
  ctx: Context & Progress,
  { ids, days }: { ids: string[]; days: number | null },
): Promise<{ count: number }> {
  return forEachRow(ctx, 'contacts', ids, (contact, now) => {
    contact.cadence = cadenceOf(days, now);
  });
}

/** Deletes contacts. Their activities stay stored, unseen, so that undo brings everything back. */
export function deleteContacts(
  ctx: Context & Progress,
  { ids }: { ids: string[] },
): Promise<{ count: number }> {
  return deleteRows(ctx, 'contacts', ids);
}

/** Puts a step off until a moment, or for ever (`null`). */
export function snoozeStep(
  ctx: Context,
  { contactId, key, until }: { contactId: string; key: string; until: number | null },
): Promise<Done> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', contactId);
    contact.snoozes = { ...contact.snoozes, [key]: until };
    return {};
  });
}

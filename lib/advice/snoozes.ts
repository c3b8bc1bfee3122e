import type { Contact } from '@/lib/crm/contacts';

/** Whether the user wants to hear of this step no more. */
export function isNever(contact: Contact, key: string): boolean {
  return contact.snoozes?.[key] === null;
}

/** Whether the step is put off: for ever, or until a moment that is still to come. */
export function isSnoozed(contact: Contact, key: string, now: number): boolean {
  const until = contact.snoozes?.[key];
  return until === null || (until !== undefined && until > now);
}

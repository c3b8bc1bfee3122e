import type { Step } from '@/lib/api/views';
import type { Contact } from '@/lib/crm/contacts';

/** Whether the user wants to hear of this no more. */
export function isNever(contact: Contact, key: string): boolean {
  return contact.snoozes?.[key] === null;
}

/**
 * Under which key "never" is kept. A birthday and a cadence come again: their steps bear the day in their key, so that
 * one that is done or put off is done for this time; never means every time.
 */
export function neverKey({ key, kind }: Pick<Step, 'key' | 'kind'>): string {
  return kind === 'date' || kind === 'cadence' ? key.slice(0, key.lastIndexOf(':')) : key;
}

/** Whether the step is put off: for ever, or until a moment that is still to come. */
export function isSnoozed(contact: Contact, step: Pick<Step, 'key' | 'kind'>, now: number): boolean {
  const until = contact.snoozes?.[step.key];
  return isNever(contact, neverKey(step)) || until === null || (until !== undefined && until > now);
}

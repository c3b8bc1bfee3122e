import { failureWords } from '@/components/contacts/failure';
import { type Key, t } from '@/lib/i18n';

/** Reasons of the reader of files are keys of the dictionary `imports`. */
const PREFIX = 'imports.';

/** Why a line of a file is left out. */
export function reasonWords(reason: string): string {
  return reason.startsWith(PREFIX) ? t(reason as Key & 'imports.held_nobody') : reason;
}

/** Why a file gives no contact, and what to do. */
export function problemWords(failure: unknown): string {
  return failure instanceof Error && failure.message.startsWith(PREFIX)
    ? reasonWords(failure.message)
    : failureWords(failure);
}

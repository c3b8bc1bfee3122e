import { failureCode, failureWords } from '@/components/contacts/failure';
import { type Key, t } from '@/lib/i18n';

/** Reasons are keys of the dictionaries: of the readers of files, and of the wizard. */
const KEY = /^(imports|importing)\.[a-z_]+$/;

/** Why a line of a file is left out. */
export function reasonWords(reason: string): string {
  return KEY.test(reason) ? t(reason as Key & 'imports.held_nobody') : reason;
}

/** Why a file gives no contact, and what to do. */
export function problemWords(failure: unknown): string {
  return failure instanceof Error && KEY.test(failure.message)
    ? reasonWords(failure.message)
    : failureWords(failure);
}

/** What became of an import that ended early. All that it wrote was taken back. */
export function endWords(failure: unknown): string {
  if (failure instanceof Error && KEY.test(failure.message)) return reasonWords(failure.message);
  switch (failureCode(failure)) {
    case 'quota':
      return t('importing.failed_quota');
    case 'cancelled':
      return t('importing.cancelled');
    case 'reload':
      return t('importing.worker_gone');
    case 'conflict':
    case 'underway':
    case 'newer':
      return failureWords(failure);
    default:
      return t('importing.failed_else');
  }
}

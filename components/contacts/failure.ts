import { ApiError, type ErrorCode } from '@/lib/api/message';
import type { PointKind } from '@/lib/crm/contacts';
import { t } from '@/lib/i18n';

/** What went wrong and what to do about it, in the user's language. */
export function failureWords(failure: unknown): string {
  switch (failureCode(failure)) {
    case 'missing':
      return t('panel.failed_missing');
    case 'conflict':
      return t('panel.failed_conflict');
    case 'moved':
      return t('panel.failed_moved');
    case 'underway':
      return t('panel.failed_underway');
    case 'quota':
      return t('panel.failed_quota');
    case 'newer':
      return t('panel.failed_newer');
    case 'reload':
    case 'unknown':
      return t('panel.failed_reload');
    case 'busy':
      return t('panel.failed_busy');
    case 'invalid':
      return invalidWords(unreadIn(failure));
    case 'forbidden':
      return t('panel.failed_forbidden');
    default:
      return t('panel.failed_else');
  }
}

function invalidWords(unread: PointKind | undefined): string {
  if (unread === 'email') return t('panel.unread_email');
  if (unread === 'phone') return t('panel.unread_phone');
  return t('panel.failed_invalid');
}

/** What a value was typed as and cannot be read as, where that is what went wrong. */
export function unreadIn(failure: unknown): PointKind | undefined {
  return failure instanceof ApiError ? failure.unread : undefined;
}

/** The contract's code of a failure; `failed` for anything else that was thrown. */
export function failureCode(failure: unknown): ErrorCode {
  return failure instanceof ApiError ? failure.code : 'failed';
}

import { ApiError, type ErrorCode } from '@/lib/api/message';
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
      return t(unreadKey(failure) ?? 'panel.failed_invalid');
    case 'forbidden':
      return t('panel.failed_forbidden');
    default:
      return t('panel.failed_else');
  }
}

const UNREAD = ['panel.unread_email', 'panel.unread_phone'] as const;

/** The sentence of a value that was typed and is none of its kind. */
function unreadKey(failure: unknown): (typeof UNREAD)[number] | undefined {
  return UNREAD.find((key) => failure instanceof ApiError && failure.message === key);
}

/** The contract's code of a failure; `failed` for anything else that was thrown. */
export function failureCode(failure: unknown): ErrorCode {
  return failure instanceof ApiError ? failure.code : 'failed';
}

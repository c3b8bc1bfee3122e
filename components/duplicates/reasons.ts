import type { DuplicateReason } from '@/lib/api/merge-views';
import { type Key, t } from '@/lib/i18n';

const BY = {
  email: 'duplicates.by_email',
  phone: 'duplicates.by_phone',
  handle: 'duplicates.by_handle',
  external: 'duplicates.by_external',
  name: 'duplicates.by_name',
  namesake: 'duplicates.by_namesake',
} as const satisfies Partial<Record<DuplicateReason['by'], Key>>;

/** "Same address", "Same phone": why contacts are taken for one. */
export function reasonWord({ by }: DuplicateReason): string {
  return t(by in BY ? BY[by as keyof typeof BY] : 'duplicates.by_account');
}

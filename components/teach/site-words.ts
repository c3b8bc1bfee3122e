import type { SiteSeen } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';
import { monthYear, shortDate } from '@/lib/i18n/format';

type Kind = SiteSeen['last'][number]['kind'];
type Role = SiteSeen['last'][number]['people'][number]['role'];

const KINDS = {
  message: 'teach.kind_message',
  list: 'teach.kind_list',
  compose: 'teach.kind_compose',
  profile: 'teach.kind_profile',
  post: 'teach.kind_post',
  none: 'teach.kind_none',
} as const satisfies Record<Kind, Key>;

/** What a kind of page is called. */
export const kindName = (kind: Kind): string => t(KINDS[kind]);

/** "2 recipients": how many of a role were read. */
export function roleCount({ role, count }: { role: Role; count: number }): string {
  if (role === 'sender') return t('teach.role_sender', { count });
  if (role === 'recipient') return t('teach.role_recipient', { count });
  if (role === 'author') return t('teach.role_author', { count });
  if (role === 'profile') return t('teach.role_profile', { count });
  return t('teach.role_mention', { count });
}

/** A day of the notes, `2026-11-22`. */
export const dayWords = (day: string): string => shortDate(new Date(`${day}T12:00`), Date.now());

/** Since when a recipe is: a year, or a month. */
export const sinceWords = (since: string): string =>
  /-\d\d$/.test(since) ? monthYear(new Date(`${since}-15T12:00`)) : since;

import { sameDate } from '@/lib/crm/calendar';
import type { ContactDate } from '@/lib/crm/contacts';
import { fold } from './fold';

/** What tells one date of a contact from another. */
export type Dated = Pick<ContactDate, 'kind' | 'date'> & { label?: string | null | undefined };

/** Whether two dates of a contact are one. Of warranties there is one for each product, and several may end on a day. */
export function isSameDate(a: Dated, b: Dated): boolean {
  if (a.kind !== b.kind || !sameDate(a.date, b.date)) return false;
  return a.kind !== 'warranty' || fold(a.label ?? '') === fold(b.label ?? '');
}

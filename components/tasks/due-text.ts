import { momentOfDay } from '@/components/advice/words';
import type { Due } from '@/lib/crm/dates';
import { dayName } from '@/lib/i18n/format';

/** A due date as people say it: "Fri", "3 Dec, 14:00". */
export function dueText(due: Due, now: number): string {
  const day = dayName(momentOfDay(due.date), now);
  return due.time ? `${day}, ${due.time}` : day;
}

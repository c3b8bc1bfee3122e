import type { Words } from '@/lib/api/views';
import { addDays, daysBetween } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { type Coming, coming, lunarDayText } from '@/lib/insight/dates';
import type { Today } from '@/lib/insight/today';
import { provenanceOf, words } from './evidence';
import { DATE_NEAR_DAYS } from './plays';
import type { Ranked } from './ranking';

/** Birthdays and other dates of the days ahead. */
export function dateSteps(contact: Contact, leadDays: number, today: Today): Ranked[] {
  const horizon = addDays(today.day, leadDays);
  return Object.entries(contact.dates).flatMap(([id, date]): Ranked[] => {
    const next = coming(date, today.day);
    if (!next || next.day > horizon) return [];
    const days = daysBetween(today.day, next.day);
    return [
      {
        rank: days <= DATE_NEAR_DAYS ? 'date-near' : 'date',
        step: {
          key: `date:${id}:${next.day}`,
          kind: 'date',
          contactId: contact.id,
          title: dateTitle(date, next),
          reason: words(days === 0 ? 'date_today' : 'date_in', { count: days, on: { date: next.day } }),
          evidence: [provenanceOf(date, 'from_date')],
          due: { date: next.day },
          lateDays: -days || 0,
          activityId: null,
          taskId: null,
          link: null,
        },
      },
    ];
  });
}

/** What the day is: its own name, or its kind, with the age where it is known. */
export function dateTitle(date: Contact['dates'][string], next: Coming): Words {
  if (date.label) {
    const key = date.kind === 'warranty' ? 'date_title_warranty_of' : 'date_title_labelled';
    return words(key, { label: date.label });
  }
  if (date.kind !== 'birthday') {
    return words(`date_title_${date.kind === 'other' ? 'unnamed' : date.kind}`);
  }
  const lunar = lunarDayText(date);
  const kind = date.date.leap ? '_leap' : '_lunar';
  const key = `date_title_birthday${lunar ? kind : ''}`;
  return words(next.age ? `${key}_age` : key, {
    ...(next.age && { age: next.age.full }),
    ...(lunar && { lunar }),
  });
}

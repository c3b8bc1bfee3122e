import { addDays, type Day, type PartialDate } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { type DateOut, type TaskOut, writeIcs } from '@/lib/exchange/write-ics';
import { lunarText } from '@/lib/insight/lunar-text';
import { nextOccurrence } from '@/lib/insight/occurrences';
import type { Context } from './work';

/** Lunar dates stand in a calendar for so many years: no rule of calendars repeats them. */
const LUNAR_YEARS = 10;

interface CalendarInput {
  /** Without ids all tasks go out, also those about nobody. */
  ids?: string[] | undefined;
  contacts: Contact[];
  /** By who was merged whom they went into. */
  roots: ReadonlyMap<string, string>;
  titles?: Record<string, string> | undefined;
  /** Today. */
  day: Day;
}

/**
 * Tasks and yearly dates of these contacts. A task that is about somebody else too, who does not go out, stays at home; a date of which the day is
 * unknown has no place in a calendar.
 */
export async function exportCalendar(
  { db, now }: Context,
  { ids, contacts, roots, titles = {}, day }: CalendarInput,
): Promise<{ parts: BlobPart[]; count: number }> {
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  const rows = await db.tasks.toArray();
  const tasks = rows.flatMap(({ body }): TaskOut[] => {
    const whom = [...new Set(body.contactIds.map((id) => roots.get(id) ?? id))];
    const people = whom.flatMap((id) => names.get(id) ?? []);
    const isMeant = people.length === whom.length && (people.length > 0 || !ids);
    if (body.deletedAt !== null || !isMeant) return [];
    const { id, title, due, doneAt, createdAt } = body;
    return [{ id, title, due, doneAt, createdAt, people }];
  });
  const dates = contacts.flatMap(({ name, dates }) =>
    Object.entries(dates).flatMap(([id, { kind, label, date, asideAt }]): DateOut[] => {
      if (date.day === undefined || asideAt !== undefined) return [];
      const called = (label ?? '') || (titles[kind] ?? '{name}');
      const title = called.includes('{name}') ? called.replaceAll('{name}', name) : `${called}: ${name}`;
      const isLunar = date.calendar === 'lunar';
      return [{ id, title, date, text: isLunar ? lunarText(date, 'zh-Hans') : '', days: daysOf(date, day) }];
    }),
  );
  return { parts: [writeIcs(tasks, dates, now())], count: tasks.length + dates.length };
}

function daysOf(date: PartialDate, today: Day): Day[] {
  const days: Day[] = [];
  for (let from = today; days.length < (date.calendar === 'lunar' ? LUNAR_YEARS : 1); ) {
    const next = nextOccurrence(date, from);
    days.push(next);
    from = addDays(next, 1);
  }
  return days;
}

import { dateWord } from '@/components/contacts/date-words';
import type { CalendarEntry } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import { remarks } from '@/lib/i18n/format';

/** An entry in one line: "Anna Berg, Birthday, turns 42". */
export function entryWords(entry: CalendarEntry): string {
  switch (entry.kind) {
    case 'date': {
      const age = entry.age === null ? '' : t('care.turns', { years: entry.age });
      return remarks(entry.who.name, dateWord(entry.date), age);
    }
    case 'cadence':
      return remarks(entry.who.name, t('care.get_in_touch'));
    case 'festival':
      return t(`care.festival_${entry.festival}`);
    default:
      return remarks(entry.title, entry.who?.name ?? '');
  }
}

/** The days of the weeks that a month touches, Monday first. @param month `YYYY-MM` */
export function weeksOf(month: string): string[][] {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, at - 1, 1));
  const lead = (first.getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, at, 0)).getUTCDate();
  const weeks: string[][] = [];
  for (let start = 1 - lead; start <= days; start += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) =>
        new Date(Date.UTC(year, at - 1, start + index)).toISOString().slice(0, 10),
      ),
    );
  }
  return weeks;
}

/** The month so many months later. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, at - 1 + by, 1)).toISOString().slice(0, 7);
}

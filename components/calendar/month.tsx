import { momentOfDay } from '@/components/advice/words';
import type { CalendarEntry } from '@/lib/api/care-views';
import { language, t } from '@/lib/i18n';
import { longDate, number } from '@/lib/i18n/format';
import { dateFormat } from '@/lib/i18n/formatters';
import { entryWords, weeksOf } from './words';
import './calendar.css';

/** Entries of a day that are shown in the month. */
export const SHOWN = 3;

interface MonthProps {
  /** `YYYY-MM`. */
  month: string;
  today: string;
  entries: readonly CalendarEntry[];
  /** Those that are not among them, by day. */
  more: Readonly<Record<string, number>>;
  onOpen(entry: CalendarEntry): void;
  onDay(day: string): void;
}

/** A month as a table of days. */
export function Month({ month, today, entries, more, onOpen, onDay }: MonthProps) {
  const weeks = weeksOf(month);
  const weekday = dateFormat(language.value, { weekday: 'short', timeZone: 'UTC' });
  return (
    <table class="calendar-month">
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekday.format(new Date(`${day}T12:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const own = entries.filter((entry) => entry.day === day);
              const left = Math.max(0, own.length - SHOWN) + (more[day] ?? 0);
              const isOut = day.slice(0, 7) !== month;
              return (
                <td
                  key={day}
                  class={isOut ? 'calendar-out' : undefined}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <time class="num" dateTime={day} title={longDate(momentOfDay(day))}>
                    {number(Number(day.slice(8)))}
                  </time>
                  {own.slice(0, SHOWN).map((entry, at) => (
                    <Entry key={`${entry.kind} ${at}`} entry={entry} onOpen={onOpen} />
                  ))}
                  {left > 0 && (
                    <button type="button" class="calendar-more small" onClick={() => onDay(day)}>
                      {t('care.more', { n: left })}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One entry as a line: a press opens it. A festival alone stands without. */
export function Entry({ entry, onOpen }: { entry: CalendarEntry; onOpen(entry: CalendarEntry): void }) {
  const words = entryWords(entry);
  if (entry.kind === 'festival') {
    return (
      <span class="calendar-entry festival one-line" title={words}>
        {words}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={`calendar-entry ${entry.kind} one-line`}
      title={words}
      onClick={() => onOpen(entry)}
    >
      {words}
    </button>
  );
}

import { momentOfDay } from '@/components/advice/words';
import { EmptyState } from '@/components/ui/empty-state';
import type { CalendarEntry } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import { longDate } from '@/lib/i18n/format';
import { Entry } from './month';
import './calendar.css';

interface DayListProps {
  entries: readonly CalendarEntry[];
  onOpen(entry: CalendarEntry): void;
}

/** What comes, day by day. */
export function DayList({ entries, onOpen }: DayListProps) {
  const days = [...new Set(entries.map((entry) => entry.day))];
  if (days.length === 0)
    return <EmptyState title={t('care.calendar_empty')}>{t('care.calendar_empty_how')}</EmptyState>;
  return (
    <ul class="calendar-list">
      {days.map((day) => (
        <li key={day}>
          <h2>{longDate(momentOfDay(day))}</h2>
          {entries
            .filter((entry) => entry.day === day)
            .map((entry, at) => (
              <p key={`${entry.kind} ${at}`} class="calendar-line">
                <span class="small quiet-text">{t(`care.kind_${entry.kind}`)}</span>
                <Entry entry={entry} onOpen={onOpen} />
              </p>
            ))}
        </li>
      ))}
    </ul>
  );
}

import { useState } from 'preact/hooks';
import { momentOfDay } from '@/components/advice/words';
import { useQuery } from '@/components/query/use-query';
import { EmptyState } from '@/components/ui/empty-state';
import type { CalendarEntry } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import { longDate } from '@/lib/i18n/format';
import { Entry } from './month';
import './calendar.css';

interface DayListProps {
  entries: readonly CalendarEntry[];
  /** Those that are not among them, by day. */
  more: Readonly<Record<string, number>>;
  onOpen(entry: CalendarEntry): void;
}

/** What comes, day by day. */
export function DayList({ entries, more, onOpen }: DayListProps) {
  const byDay = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const own = byDay.get(entry.day);
    if (own) own.push(entry);
    else byDay.set(entry.day, [entry]);
  }
  if (byDay.size === 0)
    return <EmptyState title={t('care.calendar_empty')}>{t('care.calendar_empty_how')}</EmptyState>;
  return (
    <ul class="calendar-list">
      {[...byDay].map(([day, own]) => (
        <DayLines key={day} day={day} entries={own} more={more[day] ?? 0} onOpen={onOpen} />
      ))}
    </ul>
  );
}

/** Dates and rhythms of one day that are shown when all are asked for. */
const WHOLE = 1000;

interface DayLinesProps extends Pick<DayListProps, 'entries' | 'onOpen'> {
  day: string;
  more: number;
}

function DayLines({ day, entries, more, onOpen }: DayLinesProps) {
  const [asked, setAsked] = useState(false);
  const { value } = useQuery('calendar.view', asked ? { from: day, to: day, most: WHOLE } : null);
  // Tasks, deals and festivals are all among the first already.
  const isLimited = ({ kind }: CalendarEntry) => kind === 'date' || kind === 'cadence';
  const shown = value
    ? [...entries.filter((entry) => !isLimited(entry)), ...value.entries.filter(isLimited)]
    : entries;
  const left = value ? (value.more[day] ?? 0) : more;
  return (
    <li>
      <h2>{longDate(momentOfDay(day))}</h2>
      {shown.map((entry, at) => (
        <p key={`${entry.kind} ${at}`} class="calendar-line">
          <span class="small quiet-text">{t(`care.kind_${entry.kind}`)}</span>
          <Entry entry={entry} onOpen={onOpen} />
        </p>
      ))}
      {left > 0 && (
        <button
          type="button"
          class="calendar-more small"
          disabled={asked}
          aria-label={`${longDate(momentOfDay(day))}: ${t('care.more', { n: left })}`}
          onClick={() => setAsked(true)}
        >
          {t('care.more', { n: left })}
        </button>
      )}
    </li>
  );
}

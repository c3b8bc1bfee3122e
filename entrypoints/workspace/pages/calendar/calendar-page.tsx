import { ChevronLeft, ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import { dayOfMoment } from '@/components/activities/log-type';
import { momentOfDay } from '@/components/advice/words';
import { download } from '@/components/backup/files';
import { DayList } from '@/components/calendar/day-list';
import { Month, SHOWN } from '@/components/calendar/month';
import { Reminder } from '@/components/calendar/reminder';
import { monthAfter, weeksOf } from '@/components/calendar/words';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button, IconButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { CalendarEntry } from '@/lib/api/care-views';
import { language, t } from '@/lib/i18n';
import { monthYear } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href, route } from '../../router';
import './calendar-page.css';

const REGIONS = ['cn', 'tw', 'hk', 'west'] as const;
type Region = (typeof REGIONS)[number];
/** A festival within so many days of an entry is one to wish well for. */
const NEAR = 3;
/** Dates and rhythms of a day that the list shows at first. */
const LISTED = 50;

/** Dates of contacts, tasks, rhythms, deals and festivals, by month or as a list. */
export function CalendarPage() {
  const { params } = route.value;
  const today = dayOfMoment(Date.now());
  const asked = params.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const asList = params.get('as') === 'list';
  const chosen = params.get('festivals');
  const region = chosen === 'none' ? null : (REGIONS.find((one) => one === chosen) ?? ownRegion());
  const [open, setOpen] = useState<CalendarEntry | null>(null);
  const days = weeksOf(month).flat();
  const { value, error } = useQuery(
    'calendar.view',
    { from: days[0]!, to: days.at(-1)!, festivals: region, most: asList ? LISTED : SHOWN },
    { keep: true },
  );
  const { entries, more } = value ?? { entries: [], more: {} };
  const turn = (changed: Record<string, string>) => {
    const next = { month, as: asList ? 'list' : 'month', festivals: region ?? 'none', ...changed };
    go(href('calendar', null, next));
  };
  const inMonth = entries.filter((entry) => entry.day.startsWith(month));

  return (
    <div class="calendar-page">
      <PageHeading
        title={t('care.calendar')}
        beside={monthYear(momentOfDay(`${month}-15`))}
        actions={
          <>
            <SaveCalendar />
            <span class="calendar-turn">
              <IconButton
                icon={ChevronLeft}
                label={t('care.month_before')}
                onClick={() => turn({ month: monthAfter(month, -1) })}
              />
              <Button kind="bare" onClick={() => turn({ month: today.slice(0, 7) })}>
                {t('care.this_month')}
              </Button>
              <IconButton
                icon={ChevronRight}
                label={t('care.month_after')}
                onClick={() => turn({ month: monthAfter(month, 1) })}
              />
            </span>
          </>
        }
      />
      <div class="filters calendar-filters">
        <RadioGroup
          label={t('care.which')}
          labelUnseen
          inline
          value={asList ? 'list' : 'month'}
          choices={[
            { value: 'month', label: t('care.which_month') },
            { value: 'list', label: t('care.which_list') },
          ]}
          onChoose={(as) => turn({ as })}
        />
        <Select
          label={t('care.festivals')}
          value={region ?? 'none'}
          choices={[
            ...REGIONS.map((one) => ({ value: one as Region | 'none', label: t(`care.festivals_${one}`) })),
            { value: 'none' as const, label: t('care.no_festivals') },
          ]}
          onChoose={(festivals) => turn({ festivals })}
        />
      </div>
      <div class="calendar-body">
        {error != null && value === null && (
          <EmptyState title={failureWords(error)}>{t('care.calendar_failed')}</EmptyState>
        )}
        {value &&
          (asList ? (
            <DayList entries={inMonth} more={more} onOpen={(entry) => openEntry(entry, setOpen)} />
          ) : (
            <Month
              month={month}
              today={today}
              entries={entries}
              more={more}
              onOpen={(entry) => openEntry(entry, setOpen)}
              onDay={() => turn({ as: 'list' })}
            />
          ))}
      </div>
      {open && 'who' in open && open.who && (
        <Reminder
          entry={open}
          contactId={open.who.id}
          festival={festivalNear(open, entries)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** A deal has a page of its own; a task of nobody stands under Today; whoever is meant is remembered first. */
function openEntry(entry: CalendarEntry, setOpen: (entry: CalendarEntry) => void): void {
  if (entry.kind === 'deal') go(href('deals', entry.id));
  else if (entry.kind === 'task' && !entry.who) go(href('today'));
  else setOpen(entry);
}

function festivalNear(entry: CalendarEntry, entries: readonly CalendarEntry[]): string | null {
  const at = momentOfDay(entry.day);
  const near = entries.find(
    (one) => one.kind === 'festival' && Math.abs(momentOfDay(one.day) - at) <= NEAR * 86_400_000,
  );
  return near?.kind === 'festival' ? t(`care.festival_${near.festival}`) : null;
}

/** Where the words of the interface are spoken. */
function ownRegion(): Region {
  if (language.value === 'zh-Hans') return 'cn';
  return language.value === 'zh-Hant' ? 'tw' : 'west';
}

function SaveCalendar() {
  const { client } = useDesk();
  async function save() {
    try {
      const input = { format: 'ics', personal: true, sensitive: false, notes: false } as const;
      const { file, name } = await client.call('exports.write', input);
      download(name, file);
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  }
  return (
    <Button kind="bare" onClick={() => void save()}>
      {t('care.export_ics')}
    </Button>
  );
}

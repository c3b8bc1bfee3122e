import type { Due, PartialDate } from '@/lib/crm/calendar';
import { addDays } from '@/lib/crm/calendar';
import { ICAL } from './ical';

/** A task as a calendar has it. */
export interface TaskOut {
  id: string;
  title: string;
  due: Due | null;
  doneAt: number | null;
  createdAt: number;
  /** Whom it is about. */
  people: string[];
}

/** A yearly date of somebody. */
export interface DateOut {
  /** The same in every file: a calendar replaces its earlier entry. */
  id: string;
  /** As it stands in the calendar: `Birthday: Anna Berg`. */
  title: string;
  date: PartialDate;
  /** Said below the title: a lunar date as text. */
  text: string;
  /** The days on which it falls in the coming years, `YYYY-MM-DD`. A Gregorian date needs one: the others follow by rule. */
  days: string[];
}

/** Tasks and dates as a file for calendars. @param now epoch ms */
export function writeIcs(tasks: readonly TaskOut[], dates: readonly DateOut[], now: number): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Sidelight//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  for (const task of tasks) calendar.addSubcomponent(todo(task, now));
  for (const date of dates) for (const event of events(date, now)) calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

function todo({ id, title, due, doneAt, createdAt, people }: TaskOut, now: number): ICAL.Component {
  const component = named('vtodo', id, title, now);
  component.addPropertyWithValue('created', utc(createdAt));
  if (due) component.addPropertyWithValue('due', due.time ? localTime(due) : day(due.date));
  if (people.length > 0) component.addPropertyWithValue('description', people.join(', '));
  if (doneAt !== null) {
    component.addPropertyWithValue('completed', utc(doneAt));
    component.addPropertyWithValue('status', 'COMPLETED');
  } else component.addPropertyWithValue('status', 'NEEDS-ACTION');
  return component;
}

/** A Gregorian day repeats by itself. No rule of calendars knows the moon: its days are written one by one. */
function events(one: DateOut, now: number): ICAL.Component[] {
  const { calendar, month, day: dayOfMonth } = one.date;
  if (calendar === 'gregorian') {
    return one.days.slice(0, 1).map((first) => {
      const event = allDay(one, one.id, first, now);
      // The last day of February, in years that have no 29th.
      const rule =
        month === 2 && dayOfMonth === 29
          ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'
          : `FREQ=YEARLY;BYMONTH=${month}${dayOfMonth === undefined ? '' : `;BYMONTHDAY=${dayOfMonth}`}`;
      event.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule));
      return event;
    });
  }
  return one.days.map((at) => allDay(one, `${one.id}-${at.slice(0, 4)}`, at, now));
}

function allDay({ title, text }: DateOut, id: string, at: string, now: number): ICAL.Component {
  const event = named('vevent', id, title, now);
  event.addPropertyWithValue('dtstart', day(at));
  event.addPropertyWithValue('dtend', day(addDays(at, 1)));
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  if (text) event.addPropertyWithValue('description', text);
  return event;
}

function named(kind: 'vtodo' | 'vevent', id: string, title: string, now: number): ICAL.Component {
  const component = new ICAL.Component(kind);
  component.addPropertyWithValue('uid', `${id}@sidelight`);
  component.addPropertyWithValue('dtstamp', utc(now));
  component.addPropertyWithValue('summary', title);
  return component;
}

function utc(at: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(at), true);
}

function day(date: string): ICAL.Time {
  return ICAL.Time.fromDateString(date);
}

/** In the time of wherever its user is, as the task has it. */
function localTime({ date, time = '00:00' }: Due): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${date}T${time}:00`);
}
